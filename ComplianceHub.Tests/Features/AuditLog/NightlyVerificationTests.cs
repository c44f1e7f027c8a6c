using ComplianceHub.Data;
using ComplianceHub.Features.AuditLog;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Features.AuditLog;

public sealed class NightlyVerificationTests : AuditLogFixture
{
    private readonly CollectedLog<NightlyVerification> _log = new();
    private ServiceProvider? _services;

    [Fact]
    public async Task A_log_that_nobody_touched_is_told_as_intact()
    {
        await Verification().VerifyAsync(Ct);
        Assert.Equal([(LogLevel.Information, "The audit log is intact: 5 chains were verified")], _log.Lines);
    }

    [Fact]
    public async Task A_forged_entry_is_critical_and_names_its_shop()
    {
        await ForgeAsync();
        await Verification().VerifyAsync(Ct);
        var (level, text) = Assert.Single(_log.Lines);
        Assert.Equal(LogLevel.Critical, level);
        Assert.StartsWith("The audit log does not hold: chain fjord-and-fable is broken at entry 2.", text, StringComparison.Ordinal);
        Assert.Equal("The verification of 23 Nov 2026, 09:00 UTC failed.", _services!.GetRequiredService<LogAlarm>().Reason);
    }

    [Fact]
    public async Task The_alarm_ends_when_a_verification_finds_the_log_whole()
    {
        var alarm = _services!.GetRequiredService<LogAlarm>();
        alarm.Raise("The verification failed.");
        await Verification().VerifyAsync(Ct);
        Assert.Null(alarm.Reason);
    }

    [Fact]
    public async Task A_program_that_is_started_anew_still_knows_what_the_last_night_found()
    {
        await ForgeAsync();
        await Verification().VerifyAsync(Ct);
        var alarm = _services!.GetRequiredService<LogAlarm>();
        alarm.Clear();
        using var verification = Verification();
        await verification.StartAsync(Ct);
        for (var i = 0; i < 200 && alarm.Reason is null; i++)
            await Task.Delay(25, Ct);
        await verification.StopAsync(Ct);
        Assert.Equal("The verification of 23 Nov 2026, 09:00 UTC failed.", alarm.Reason);
    }

    [Fact]
    public async Task It_comes_back_every_night()
    {
        using var verification = Verification();
        await verification.StartAsync(Ct);
        // The service begins to wait in its own time, so the clock goes on until it has heard.
        while (_log.Lines.Count < 2)
        {
            Clock.Advance(TimeSpan.FromHours(1));
            await Task.Delay(5, Ct);
        }
        await verification.StopAsync(Ct);
        Assert.True(Clock.GetUtcNow() - Now > TimeSpan.FromHours(24 + 17));
    }

    [Theory]
    [InlineData("02:59", "00:01"), InlineData("03:00", "1.00:00"), InlineData("03:01", "23:59")]
    public void The_night_begins_at_three(string now, string wait) => Assert.Equal(
        TimeSpan.Parse(wait), NightlyVerification.UntilNight(new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero) + TimeSpan.Parse(now)));

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _services = new ServiceCollection().AddSingleton<TimeProvider>(Clock).AddLogging()
            .AddHubData(DatabaseConnection.Parse(ConnectionString, "")).AddScoped<ChainVerifier>().AddScoped<VerificationWorkflow>().BuildServiceProvider();
    }

    public override async ValueTask DisposeAsync()
    {
        await _services!.DisposeAsync();
        await base.DisposeAsync();
    }

    private NightlyVerification Verification() => new(_services!.GetRequiredService<IServiceScopeFactory>(), Clock, _log);
}
