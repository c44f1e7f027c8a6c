using System.Runtime.CompilerServices;
using ComplianceHub.Compliance;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>
/// The one loader of snapshots. Access is decided once, for the shop as a whole; then the shop is read whole as the
/// program itself, so that a verdict, a stored summary and a PDF never depend on who asks.
/// </summary>
public sealed class ShopSnapshots(HubDb hub, TimeProvider time)
{
    // Shops that are read together: few enough to hold, many enough that 10,000 shops are no 10,000 queries.
    private const int Batch = 500;

    private static readonly Actor Reader = Actor.System("readiness");

    /// <summary>The snapshot of a shop on a day, today when none is named. Null when there is no such shop, or the actor
    /// holds no grant for it: the answer does not tell which.</summary>
    public async Task<ShopSnapshot?> LoadAsync(Guid shopId, DateOnly? asOf = null, CancellationToken ct = default)
    {
        await using (var db = await hub.OpenAsync(ct))
        {
            if (!db.Access.MayReadRegisters(shopId))
                return null;
        }
        return await LoadWholeAsync(shopId, asOf, ct);
    }

    /// <summary>The snapshot of the shop with a slug; as the other.</summary>
    public async Task<ShopSnapshot?> LoadAsync(string slug, DateOnly? asOf = null, CancellationToken ct = default)
    {
        Guid? shopId;
        await using (var db = await hub.OpenAsync(ct))
            shopId = await db.Shops.Where(shop => shop.Slug == slug && shop.RetiredOn == null).Select(shop => (Guid?)shop.Id).SingleOrDefaultAsync(ct);
        return shopId is { } id ? await LoadWholeAsync(id, asOf, ct) : null;
    }

    /// <summary>The snapshots of every shop that the actor may see, ordered by name. The group's records are read once.</summary>
    public async IAsyncEnumerable<ShopSnapshot> LoadAllAsync(DateOnly? asOf = null, [EnumeratorCancellation] CancellationToken ct = default)
    {
        List<Guid> shops;
        await using (var db = await hub.OpenAsync(ct))
        {
            shops = await db.Shops.Where(shop => shop.RetiredOn == null).OrderBy(shop => EF.Property<string>(shop, SortKey.Column))
                .ThenBy(shop => shop.Slug).Select(shop => shop.Id).ToListAsync(ct);
        }
        await foreach (var snapshot in LoadWholeAsync(shops, asOf, ct))
            yield return snapshot;
    }

    /// <summary>A shop as it is, whoever asks: for those who decided access themselves.</summary>
    internal async Task<ShopSnapshot?> LoadWholeAsync(Guid shopId, DateOnly? asOf, CancellationToken ct)
    {
        await foreach (var snapshot in LoadWholeAsync([shopId], asOf, ct))
            return snapshot;
        return null;
    }

    /// <summary>Shops as they are, in the order of their ids given; for those who decided access themselves.</summary>
    internal async IAsyncEnumerable<ShopSnapshot> LoadWholeAsync(
        IReadOnlyList<Guid> shops, DateOnly? asOf, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(Reader, ct);
        GroupRegisters? group = null;
        foreach (var batch in shops.Chunk(Batch))
        {
            // Versions first: a write that comes between makes the stored result stale instead of wrong.
            var found = await db.Shops.AsNoTracking().Where(shop => batch.Contains(shop.Id)).ToDictionaryAsync(shop => shop.Id, ct);
            group ??= await GroupRegisters.LoadAsync(db, ct);
            var registers = await ShopRegisters.LoadAsync(db, group, [.. found.Keys], ct);
            foreach (var id in batch.Where(found.ContainsKey))
                yield return Compose(found[id], registers, asOf);
        }
    }

    private ShopSnapshot Compose(Shop shop, ShopRegisters registers, DateOnly? asOf)
    {
        var now = time.GetUtcNow();
        var today = ShopDay.Of(now, shop.TimeZone);
        var day = asOf ?? today;
        return registers.Compose(shop, day, day == today ? now : ShopDay.EndOf(day, shop.TimeZone));
    }
}
