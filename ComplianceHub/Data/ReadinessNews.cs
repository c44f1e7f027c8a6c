using System.Collections.Concurrent;
using System.Threading.Channels;

namespace ComplianceHub.Data;

/// <summary>Wakes the pages that watch a shop when its registers or its readiness have changed.</summary>
public sealed class ReadinessNews
{
    private readonly ConcurrentDictionary<Subscription, Guid> _subscriptions = new();
    private readonly ConcurrentDictionary<Guid, (long, DateTimeOffset?)> _heard = new();

    /// <summary>Tells who watches a shop.</summary>
    public void Tell(Guid shopId)
    {
        foreach (var (subscription, shop) in _subscriptions)
        {
            if (shop == shopId)
                subscription.Wake();
        }
    }

    /// <summary>The shops that somebody watches.</summary>
    internal List<Guid> Watched()
    {
        var watched = _subscriptions.Values.ToHashSet();
        foreach (var left in _heard.Keys.Where(shop => !watched.Contains(shop)))
            _heard.TryRemove(left, out _);
        return [.. watched];
    }

    /// <summary>Takes the state that a shop has in the database, and tells who watches it when it is another.</summary>
    internal void Hear(Guid shopId, (long, DateTimeOffset?) state)
    {
        var isNews = !_heard.TryGetValue(shopId, out var before) || before != state;
        _heard[shopId] = state;
        if (isNews)
            Tell(shopId);
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

        /// <summary>Waits until told, or until the time is over.</summary>
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
