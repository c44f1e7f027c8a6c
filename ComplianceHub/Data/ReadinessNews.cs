using System.Collections.Concurrent;
using System.Threading.Channels;

namespace ComplianceHub.Data;

/// <summary>Wakes the pages that watch a shop when its readiness was computed in this process.</summary>
public sealed class ReadinessNews
{
    private readonly ConcurrentDictionary<Subscription, Guid> _subscriptions = new();

    /// <summary>Tells who watches a shop.</summary>
    public void Tell(Guid shopId)
    {
        foreach (var (subscription, shop) in _subscriptions)
        {
            if (shop == shopId)
                subscription.Wake();
        }
    }

    internal Subscription Subscribe(Guid shopId)
    {
        var subscription = new Subscription(this);
        _subscriptions[subscription] = shopId;
        return subscription;
    }

    internal sealed class Subscription(ReadinessNews news) : IDisposable
    {
        // One waiting word is enough, and telling somebody who has just left must not throw.
        private readonly Channel<bool> _told = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

        public void Wake() => _told.Writer.TryWrite(true);

        /// <summary>Waits until told, or until the time is over: another instance does not tell.</summary>
        public async Task WaitAsync(TimeSpan longest, TimeProvider time, CancellationToken ct)
        {
            using var over = new CancellationTokenSource(longest, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, ct);
            try
            {
                await _told.Reader.ReadAsync(either.Token);
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                // Time is over: look.
            }
        }

        public void Dispose() => news._subscriptions.TryRemove(this, out _);
    }
}
