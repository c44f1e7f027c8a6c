using Microsoft.AspNetCore.Components;

namespace ComplianceHub.Components;

/// <summary>
/// A page or a part of one that loads something. Pass <see cref="Leaving"/> to every call, so that a reader
/// who has moved on does not keep the database busy.
/// </summary>
public abstract class HubComponent : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource _leaving = new();

    /// <summary>Cancelled when the component goes from the page.</summary>
    protected CancellationToken Leaving => _leaving.Token;

    /// <summary>Cancels what still runs, then lets the component give back what it holds.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_leaving.IsCancellationRequested)
        {
            await _leaving.CancelAsync();
            await LeaveAsync();
            _leaving.Dispose();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Undo subscriptions and free handles here.</summary>
    protected virtual ValueTask LeaveAsync() => ValueTask.CompletedTask;
}
