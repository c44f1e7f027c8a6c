using ComplianceHub.Data;
using ComplianceHub.Domain.Audits;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.Audits;

/// <summary>The audits that the actor may see, for the page and for the command line.</summary>
public sealed class AuditsQuery(HubDb hub, AuditStandings standings)
{
    /// <summary>All of them, or those that cover one shop, the latest first.</summary>
    /// <param name="shopId">The shop; null for all.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<IReadOnlyList<AuditRow>> ListAsync(Guid? shopId = null, CancellationToken ct = default)
    {
        await using var db = await hub.OpenAsync(ct);
        return await RowsAsync(db, await Newest(OfShop(db.Audits.AsNoTracking(), shopId)).ToListAsync(ct), ct);
    }

    /// <summary>One page of them; null when the person reads no register: their audits are in their own room.</summary>
    public async Task<AuditPageRows?> PageAsync(AuditFilter filter, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = await hub.OpenAsync(ct);
        if (!db.Access.ReadsRegisters)
            return null;
        var shop = filter.Shop is null ? null : await db.Shops.AsNoTracking().SingleOrDefaultAsync(shop => shop.Slug == filter.Shop, ct);
        // A shop that is not there has no audits, and one that may not be seen is not there.
        var shopId = filter.Shop is null ? (Guid?)null : shop?.Id ?? Guid.Empty;
        var matching = await FoundAsync(Matching(db, filter, shopId), filter.Search, ct);
        var page = await Newest(matching).Skip((Math.Max(1, filter.Page) - 1) * AuditFilter.PageSize).Take(AuditFilter.PageSize).ToListAsync(ct);
        return new(
            await RowsAsync(db, page, ct),
            await matching.CountAsync(ct),
            await db.AuditsOfRegisters.GroupBy(audit => audit.State).ToDictionaryAsync(group => group.Key, group => group.Count(), ct),
            await Waiting(db, db.AuditsOfRegisters).CountAsync(ct),
            shop?.Name,
            db.Access.MayKeepRegisters(null) || db.Access.RegisterShops.Any(one => db.Access.MayKeepRegisters(one)));
    }

    private static IQueryable<Audit> Newest(IQueryable<Audit> audits) => audits.OrderByDescending(audit => audit.Id);

    private static IQueryable<Audit> OfShop(IQueryable<Audit> audits, Guid? shopId) =>
        shopId is { } shop ? audits.Where(audit => audit.ShopIds.Contains(shop)) : audits;

    private static IQueryable<Audit> Waiting(HubDbContext db, IQueryable<Audit> audits) => audits.Where(Audit.WaitsFor(db.Access.UserId ?? Guid.Empty));

    private static IQueryable<Audit> Matching(HubDbContext db, AuditFilter filter, Guid? shopId)
    {
        var audits = OfShop(db.AuditsOfRegisters.AsNoTracking(), shopId);
        if (filter.State is { } state)
            audits = audits.Where(audit => audit.State == state);
        return filter.WaitsForMe ? Waiting(db, audits) : audits;
    }

    // Titles are folded here: audits are few, and no database folds them as our names are folded.
    private static async Task<IQueryable<Audit>> FoundAsync(IQueryable<Audit> audits, string? search, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(search))
            return audits;
        var folded = SortKey.Of(search).Trim();
        var titles = await audits.Select(audit => new { audit.Id, audit.Title }).ToListAsync(ct);
        List<Guid> found = [.. titles.Where(audit => SortKey.Of(audit.Title).Contains(folded, StringComparison.Ordinal)).Select(audit => audit.Id)];
        return audits.Where(audit => found.Contains(audit.Id));
    }

    private async Task<IReadOnlyList<AuditRow>> RowsAsync(HubDbContext db, List<Audit> audits, CancellationToken ct)
    {
        List<Guid> ids = [.. audits.Select(audit => audit.Id)];
        List<Guid> shopIds = [.. audits.SelectMany(audit => audit.ShopIds).Distinct()];
        var shops = await db.Shops.AsNoTracking().Where(shop => shopIds.Contains(shop.Id)).Select(shop => new NamedShop(shop.Id, shop.Slug, shop.Name)).ToDictionaryAsync(shop => shop.Id, ct);
        var names = await PersonNames.OfAsync(db, audits.Select(audit => audit.SignerId), ct);
        var signed = await db.SignOffs.AsNoTracking().Where(row => ids.Contains(row.AuditId)).ToDictionaryAsync(row => row.AuditId, row => row.SignedAt, ct);
        var mine = Audit.WaitsFor(db.Access.UserId ?? Guid.Empty).Compile();
        var rows = new List<AuditRow>();
        foreach (var audit in audits)
        {
            rows.Add(new()
            {
                Audit = audit,
                Shops = [.. audit.ShopIds.Select(shop => shops.GetValueOrDefault(shop)).OfType<NamedShop>().OrderBy(shop => shop.Name, StringComparer.OrdinalIgnoreCase)],
                Signer = audit.SignerId is { } signer ? names.GetValueOrDefault(signer, "A former user") : null,
                SignedAt = signed.TryGetValue(audit.Id, out var at) ? at : null,
                Standing = await standings.SignatureAsync(audit, ct),
                WaitsForMe = mine(audit),
            });
        }
        return rows;
    }
}
