using System.Collections.Concurrent;
using Microsoft.Testing.Platform.Builder;
using Microsoft.Testing.Platform.Extensions.Messages;
using Microsoft.Testing.Platform.Extensions.TestHost;
using Microsoft.Testing.Platform.Services;

namespace ComplianceHub.Tests.Given;

/// <summary>
/// What this run left out because the machine lacks something, and why. It is told once, as the last line before
/// the totals: `dotnet test` shows nothing that a passing run writes to the console, but it shows what was skipped.
/// </summary>
public static class LeftOut
{
    private static readonly ConcurrentDictionary<string, string> Reasons = new();

    /// <summary>Skips the running test, and remembers the reason for the end of the run.</summary>
    internal static void Because(string what, string reason)
    {
        Reasons.TryAdd(what, reason);
        Assert.Skip(reason);
    }

    /// <summary>Called by the test platform when it starts (the project file names this type).</summary>
    public static void AddExtensions(ITestApplicationBuilder builder, string[] arguments) =>
        builder.TestHost.AddTestSessionLifetimeHandler(services => new EndOfRun(services));

    private sealed class EndOfRun(IServiceProvider services) : ITestSessionLifetimeHandler, IDataProducer
    {
        public string Uid => "left-out";
        public string Version => "1";
        public string DisplayName => "What was left out";
        public string Description => "Says at the end of a run which tests the machine could not run, and why.";
        public Type[] DataTypesProduced => [typeof(TestNodeUpdateMessage)];
        public Task<bool> IsEnabledAsync() => Task.FromResult(true);
        public Task OnTestSessionStartingAsync(ITestSessionContext session) => Task.CompletedTask;

        public async Task OnTestSessionFinishingAsync(ITestSessionContext session)
        {
            foreach (var (what, reason) in Reasons.OrderBy(left => left.Key, StringComparer.Ordinal))
            {
                var line = new TestNode { Uid = $"left-out: {what}", DisplayName = $"LEFT OUT: {what}" };
                line.Properties.Add(new SkippedTestNodeStateProperty(reason));
                await services.GetMessageBus().PublishAsync(this, new TestNodeUpdateMessage(session.SessionUid, line));
            }
        }
    }
}
