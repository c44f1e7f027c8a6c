using ComplianceHub.Domain;

namespace ComplianceHub.Data;

/// <summary>
/// Computes in the background what is stale, whichever instance of the program made it so: after a change of the
/// group's records, after midnight, after an update of the rules.
/// </summary>
internal sealed partial class ReadinessWorker(IServiceScopeFactory scopes, HubDatabase database, StorageWatch storage, TimeProvider time, ILogger<ReadinessWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PauseAfterTrouble = TimeSpan.FromSeconds(15);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host waits for the first step of a service before it listens.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Pause;
            try
            {
                if (storage.Refusal is not null)
                    await database.TryWriteAsync(stoppingToken);
                await using var scope = scopes.CreateAsyncScope();
                var board = scope.ServiceProvider.GetRequiredService<ReadinessBoard>();
                await board.RefreshStaleAsync(stoppingToken);
                await board.ListenAsync(stoppingToken);
            }
            catch (DomainException refusal)
            {
                // A full or read-only disk: reading goes on, and so does this when there is space again.
                LogRefusal(log, refusal.Message);
                pause = PauseAfterTrouble;
            }
            catch (Exception defect) when (defect is not OperationCanceledException)
            {
                LogDefect(log, defect);
                pause = PauseAfterTrouble;
            }
            await Task.Delay(pause, time, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Readiness cannot be stored: {Reason}")]
    private static partial void LogRefusal(ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Readiness could not be computed")]
    private static partial void LogDefect(ILogger log, Exception defect);
}
