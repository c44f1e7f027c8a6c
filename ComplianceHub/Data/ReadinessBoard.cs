using System.Runtime.CompilerServices;
using System.Text;
using ComplianceHub.Compliance;
using ComplianceHub.Domain;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>Keeps the stored readiness of shops true: computes what is stale, and tells who watches.</summary>
public sealed class ReadinessBoard(HubDb hub, ShopSnapshots snapshots, ReadinessNews news, TimeProvider time)
{
    // Shops that are written together: a commit reaches the disk, which takes longer than computing a shop.
    private const int Batch = 50;

    // Whoever watches is woken by a change; this only bounds what a missed one costs.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(30);

    private static readonly Actor Writer = Actor.System("readiness");

    /// <summary>Names the rules that results are computed with. It differs for every build whose rules may differ.</summary>
    public static string CatalogueHash { get; } = Sha256Text.Of(Encoding.UTF8.GetBytes(string.Join('\n',
        Regulations.All.SelectMany(regulation => regulation.Requirements)
            .Select(requirement => $"{requirement.Id}|{requirement.Citation}|{requirement.Title}|{requirement.Severity}")
            .Prepend(Regulations.CatalogueVersion)
            .Append(typeof(Regulations).Assembly.ManifestModule.ModuleVersionId.ToString()))));

    /// <summary>Computes a shop now, where it is stale, and tells who watches it. Pages call it after a save, so that the
    /// outcome beside the record is the new one.</summary>
    public async Task RefreshAsync(Guid shopId, CancellationToken ct = default)
    {
        await using (var db = await hub.OpenAsync(Writer, ct))
        {
            if (!await StaleShops(db, time.GetUtcNow()).ContainsAsync(shopId, ct))
                return;
        }
        if (await snapshots.LoadWholeAsync(shopId, null, ct) is { } snapshot)
            await StoreAsync([snapshot], ct);
    }

    /// <summary>Computes every stale shop: after a change of the group's records, after midnight, after an update.</summary>
    /// <returns>How many were stale.</returns>
    public async Task<int> RefreshStaleAsync(CancellationToken ct = default)
    {
        List<Guid> stale;
        await using (var db = await hub.OpenAsync(Writer, ct))
            stale = await StaleShops(db, time.GetUtcNow()).ToListAsync(ct);
        await foreach (var batch in snapshots.LoadWholeAsync(stale, null, ct).Chunk(Batch).WithCancellation(ct))
            await StoreAsync(batch, ct);
        return stale.Count;
    }

    /// <summary>Yields at once, and again whenever the shop's stored readiness or registers have changed, here or in
    /// another instance of the program, until cancelled.</summary>
    public async IAsyncEnumerable<ReadinessState> WatchAsync(Guid shopId, [EnumeratorCancellation] CancellationToken ct = default)
    {
        using var subscription = news.Subscribe(shopId);
        ReadinessState? told = null;
        while (!ct.IsCancellationRequested)
        {
            var state = await StateAsync(shopId, ct);
            if (state != told)
                yield return told = state;
            await subscription.WaitAsync(LongestSilence, time, ct);
        }
    }

    /// <summary>Whether a shop's stored readiness is up to date; of a shop that the actor may not see, nothing.</summary>
    public async Task<ReadinessState> StateAsync(Guid shopId, CancellationToken ct = default)
    {
        await using var db = await hub.OpenAsync(ct);
        var stale = StaleShops(db, time.GetUtcNow());
        var states = from shop in db.Shops
                     where shop.Id == shopId
                     join summary in db.ReadinessSummaries on shop.Id equals summary.ShopId into summaries
                     from summary in summaries.DefaultIfEmpty()
                     select new ReadinessState(shop.RegistersVersion, summary == null ? null : summary.ComputedAt, stale.Contains(shop.Id));
        return await states.SingleOrDefaultAsync(ct) ?? new ReadinessState(0, null, false);
    }

    /// <summary>Wakes those who watch a shop that another instance of the program has changed. Asked once a second for
    /// the whole process, however many pages watch.</summary>
    internal async Task ListenAsync(CancellationToken ct)
    {
        var watched = news.Watched();
        if (watched.Count == 0)
            return;
        await using var db = await hub.OpenAsync(Writer, ct);
        var states = from shop in db.Shops
                     where watched.Contains(shop.Id)
                     join summary in db.ReadinessSummaries on shop.Id equals summary.ShopId into summaries
                     from summary in summaries.DefaultIfEmpty()
                     select new { shop.Id, shop.RegistersVersion, ComputedAt = summary == null ? (DateTimeOffset?)null : summary.ComputedAt };
        foreach (var state in await states.ToListAsync(ct))
            news.Hear(state.Id, (state.RegistersVersion, state.ComputedAt));
    }

    /// <summary>The shops whose stored readiness is missing or no longer true, of those that the context sees.</summary>
    public static IQueryable<Guid> StaleShops(HubDbContext db, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(db);
        var hash = CatalogueHash;
        return from shop in db.Shops
               where shop.RetiredOn == null
               join summary in db.ReadinessSummaries on shop.Id equals summary.ShopId into summaries
               from summary in summaries.DefaultIfEmpty()
               where summary == null || summary.RegistersVersion != shop.RegistersVersion
                   || summary.CatalogueHash != hash || summary.ValidUntil <= now
               select shop.Id;
    }

    private async Task StoreAsync(IReadOnlyList<ShopSnapshot> batch, CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(Writer, ct);
        var stored = await StoredReadiness.LoadAsync(db, [.. batch.Select(snapshot => snapshot.Shop.Id)], ct);
        foreach (var snapshot in batch)
            stored.Take(snapshot, [.. Regulations.All.Select(regulation => Readiness.Of(snapshot, regulation))], time.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DomainException exception) when (exception is not StorageUnavailableException)
        {
            // Another instance stored the same shops in this moment. What it stored may be older: the next look tells.
        }
        foreach (var snapshot in batch)
            news.Tell(snapshot.Shop.Id);
    }
}

/// <summary>How a shop's stored readiness stands.</summary>
/// <param name="RegistersVersion">The version of its registers.</param>
/// <param name="ComputedAt">When its readiness was last computed; null when never.</param>
/// <param name="IsStale">Whether it is being recomputed.</param>
public sealed record ReadinessState(long RegistersVersion, DateTimeOffset? ComputedAt, bool IsStale);
