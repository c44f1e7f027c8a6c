using ComplianceHub.Tests.Given;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace ComplianceHub.Tests;

/// <summary>Runs the tests, or the work that one of them starts in a process of its own and kills.</summary>
internal static class EntryPoint
{
    public static Task<int> Main(string[] args) =>
        args is [InterruptedWork.Argument, .. var work] ? InterruptedWork.RunAsync(work)
        // As the entry point that xunit generates.
        : args.Any(arg => arg is "-automated" or "@@") ? ConsoleRunner.Run(args)
        : TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
}
