using System.Runtime.CompilerServices;
using Bunit;

namespace ComplianceHub.Tests.Given;

/// <summary>How long a test of a component waits for what it expects. A page that reads a database on a busy machine
/// takes longer than the second that bUnit allows; what never comes still fails.</summary>
internal static class Patience
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    [ModuleInitializer]
    internal static void Have() => BunitContext.DefaultWaitTimeout = Longest;
}
