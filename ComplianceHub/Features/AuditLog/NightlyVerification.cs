using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;

namespace ComplianceHub.Features.AuditLog;

/// <summary>
/// Verifies the whole audit log each night, and tells the operator in the program's own log: a chain that does not hold
/// is critical. Nobody else looks at the chains of the group and of the system without being asked.
/// </summary>
internal sealed partial class NightlyVerification(IServiceScopeFactory scopes, TimeProvider time, ILogger<NightlyVerification> log) : BackgroundService
{
    // When few people work, in UTC: the chains belong to shops of several time zones.
    private static readonly TimeSpan At = TimeSpan.FromHours(3);

    /// <summary>The actor of the entry that each night leaves in the log of the system.</summary>
    internal const string Actor = "nightly verification";

    /// <summary>Verifies every chain once.</summary>
    public async Task VerifyAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Data.CurrentActor>().Use(Domain.Actor.System(Actor));
        try
        {
            var found = (await scope.ServiceProvider.GetRequiredService<VerificationWorkflow>().VerifyAsync(LogScope.System, ct))!.Log;
            foreach (var chain in found.Chains)
            {
                if (chain.Verification is ChainVerification.Broken broken)
                    LogBroken(log, chain.Name, broken.AtSequence, broken.Reason);
            }
            foreach (var fault in found.Faults)
                LogFault(log, fault);
            if (found.Unchecked is { } reason)
                LogUnchecked(log, reason);
            if (found.IsIntact)
                LogIntact(log, found.Chains.Count);
        }
        catch (DomainException refusal)
        {
            LogRefusal(log, refusal.Message);
        }
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            // A mistake in here must not take the pages down with it.
            LogDefect(log, defect);
        }
    }

    // A program that was started anew still knows what the last verification found.
    private async Task RememberAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<VerificationWorkflow>().RememberAsync(ct);
        }
        catch (DomainException refusal)
        {
            LogRefusal(log, refusal.Message);
        }
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            LogDefect(log, defect);
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host waits for the first step of a service before it listens.
        await Task.Yield();
        await RememberAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(UntilNight(time.GetUtcNow()), time, stoppingToken);
            await VerifyAsync(stoppingToken);
        }
    }

    /// <summary>How long it is to the next night; a whole day when it begins now.</summary>
    internal static TimeSpan UntilNight(DateTimeOffset now)
    {
        var wait = At - now.UtcDateTime.TimeOfDay;
        return wait > TimeSpan.Zero ? wait : wait + TimeSpan.FromDays(1);
    }

    [LoggerMessage(LogLevel.Information, "The audit log is intact: {Chains} chains were verified")]
    private static partial void LogIntact(ILogger log, int chains);

    [LoggerMessage(LogLevel.Critical, "The audit log does not hold: chain {Chain} is broken at entry {Entry}. {Reason}")]
    private static partial void LogBroken(ILogger log, string chain, long entry, string reason);

    [LoggerMessage(LogLevel.Critical, "The audit log does not hold: {Fault}")]
    private static partial void LogFault(ILogger log, string fault);

    [LoggerMessage(LogLevel.Critical, "The signatures of the audit log cannot be checked: {Reason}")]
    private static partial void LogUnchecked(ILogger log, string reason);

    [LoggerMessage(LogLevel.Warning, "The audit log could not be verified: {Reason}")]
    private static partial void LogRefusal(ILogger log, string reason);

    [LoggerMessage(LogLevel.Error, "The audit log could not be verified")]
    private static partial void LogDefect(ILogger log, Exception defect);
}
