using ComplianceHub.Domain;

namespace ComplianceHub.Data;

/// <summary>Looks at the start whether the database was put back, and writes a checkpoint every five minutes when
/// anything was logged.</summary>
internal sealed partial class CheckpointWorker(IServiceScopeFactory scopes, TimeProvider time, ILogger<CheckpointWorker> log) : BackgroundService
{
    /// <summary>How long a rewritten end of the log may go unnoticed.</summary>
    internal static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host waits for the first step of a service before it listens.
        await Task.Yield();
        await TryAsync(checkpoints => checkpoints.LookBackAsync(stoppingToken));
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, time, stoppingToken);
            await TryAsync(checkpoints => checkpoints.WriteAsync(stoppingToken));
        }
    }

    private async Task TryAsync(Func<Checkpoints, Task> step)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await step(scope.ServiceProvider.GetRequiredService<Checkpoints>());
        }
        catch (DomainException refusal)
        {
            LogRefusal(log, refusal.Message);
        }
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            // A mistake in here, or a folder that cannot be written, must not take the pages down with it.
            LogDefect(log, defect);
        }
    }

    [LoggerMessage(LogLevel.Warning, "No checkpoint of the audit log was written: {Reason}")]
    private static partial void LogRefusal(ILogger log, string reason);

    [LoggerMessage(LogLevel.Error, "No checkpoint of the audit log could be written")]
    private static partial void LogDefect(ILogger log, Exception defect);
}
