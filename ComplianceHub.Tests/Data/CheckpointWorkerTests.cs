using ComplianceHub.Data;
using ComplianceHub.Tests.CommandLine;
using ComplianceHub.Tests.Given;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace ComplianceHub.Tests.Data;

/// <summary>What the start of the host finds out about the database that it is started on.</summary>
public sealed class CheckpointWorkerTests : IClassFixture<DemoDatabase>, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _clock = new(TimeProvider.System.GetUtcNow());

    private string Database => _folder.File("hub.db");

    public CheckpointWorkerTests(DemoDatabase demo) => demo.CopyTo(Database);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_start_on_an_older_copy_of_the_database_raises_the_alarm()
    {
        await RotateAsync();
        CopyOver(Database, _folder.File("old.db"));
        await RotateAsync();
        CopyOver(_folder.File("old.db"), Database);
        // The clock stands still: nothing is written, so only the start can find it.
        var alarm = await AlarmAfterStartAsync(alarm => alarm.Reason is not null, TimeSpan.Zero);
        Assert.Contains("the file has 2 checkpoints, the database 1", alarm.Reason, StringComparison.Ordinal);
        Assert.False(alarm.IsDoubt);
    }

    [Fact]
    public async Task A_start_on_the_whole_database_raises_none_and_goes_on_signing()
    {
        await RotateAsync();
        await RotateAsync();
        Assert.Equal(2, await CheckpointsAsync());
        // The worker looks back before it writes for the first time.
        var alarm = await AlarmAfterStartAsync(_ => CheckpointsAsync().GetAwaiter().GetResult() > 2, TimeSpan.FromMinutes(1));
        Assert.Equal(3, await CheckpointsAsync());
        Assert.Null(alarm.Reason);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    // The services of the web host that stand behind its pages, started as the host starts them.
    private async Task<LogAlarm> AlarmAfterStartAsync(Func<LogAlarm, bool> hasHappened, TimeSpan step)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection([new("Data:Database", Database)]);
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.AddHubData();
        using var host = builder.Build();
        await host.StartAsync(Ct);
        var alarm = host.Services.GetRequiredService<LogAlarm>();
        using var patience = new CancellationTokenSource(Patience);
        // The worker begins to wait in its own time, so the clock goes on until it has heard.
        while (!hasHappened(alarm) && !patience.IsCancellationRequested)
        {
            await Task.Delay(25, Ct);
            _clock.Advance(step);
        }
        await host.StopAsync(Ct);
        return alarm;
    }

    private async Task RotateAsync() => (await Verb.RunAsync("log", "rotate-key", "--database", Database)).ShouldSucceed();

    private Task<long> CheckpointsAsync() => Sqlite.ScalarAsync<long>(Database, "SELECT COUNT(*) FROM AuditLogCheckpoints");

    private static void CopyOver(string source, string target)
    {
        SqliteConnection.ClearAllPools();
        File.Delete(target + "-wal");
        File.Delete(target + "-shm");
        File.Copy(source, target, overwrite: true);
    }
}
