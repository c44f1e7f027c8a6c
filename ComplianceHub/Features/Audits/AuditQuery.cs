using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Data;
using ComplianceHub.Domain.Audits;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.Audits;

/// <summary>Reads one audit for its pages.</summary>
public sealed class AuditQuery(HubDb hub, AuditStandings standings)
{
    /// <summary>The audit; null when there is none of that id, or when the reader does not read the registers of its shops:
    /// who is invited from outside sees it in their own room.</summary>
    public async Task<AuditView?> FindAsync(Guid auditId, CancellationToken ct = default)
    {
        await using var db = await hub.OpenAsync(ct);
        var audit = await db.Audits.AsNoTracking().SingleOrDefaultAsync(row => row.Id == auditId, ct);
        if (audit is null || !audit.ShopIds.TrueForAll(shop => db.Access.MayReadRegisters(shop)))
            return null;
        var (shops, isAltered) = await ShopsAsync(db, audit, ct);
        var items = await ItemsAsync(db, auditId, ct);
        var signOff = await db.SignOffs.AsNoTracking().SingleOrDefaultAsync(row => row.AuditId == auditId, ct);
        return new()
        {
            Audit = audit,
            Rights = new(
                db.Access.MayPrepare(audit) && (db.Access.UserId is null || db.Access.UserId != audit.SignerId),
                db.Access.UserId is { } reader && reader == audit.AuditorId,
                db.Access.UserId is { } person && person == audit.SignerId),
            Shops = shops,
            Items = items ?? [],
            SignOff = signOff,
            SupersededBy = audit.SupersededBy is { } later ? await db.Audits.Where(row => row.Id == later).Select(row => row.Title).SingleOrDefaultAsync(ct) : null,
            Names = await PersonNames.OfAsync(db, [audit.PreparedBy, audit.AuditorId, audit.SignerId, signOff?.SignedBy], ct),
            IsAltered = isAltered || items is null,
        };
    }

    private static async Task<(IReadOnlyDictionary<Guid, FrozenShop> Shops, bool IsAltered)> FrozenAsync(HubDbContext db, Guid auditId, CancellationToken ct)
    {
        try
        {
            return ((await FrozenRows.OfAsync(db, auditId, ct)).ToDictionary(row => row.ShopId), false);
        }
        catch (FormatException)
        {
            return (new Dictionary<Guid, FrozenShop>(), true);
        }
    }

    private static async Task<IReadOnlyList<AuditItem>?> ItemsAsync(HubDbContext db, Guid auditId, CancellationToken ct)
    {
        try
        {
            return (await StoredDecisions.OfAsync(db, auditId, ct)).Items;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>How today's registers and rules read the shops of an audit for their frozen days; null when what was frozen
    /// is missing or altered, so that nothing can be compared with it.</summary>
    public async Task<IReadOnlyDictionary<Guid, ShopToday>?> TodayAsync(Guid auditId, CancellationToken ct = default)
    {
        await using (var db = await hub.OpenAsync(ct))
        {
            // It tells of the registers as they are, which an auditor who is invited does not see.
            if (await db.Audits.AsNoTracking().SingleOrDefaultAsync(row => row.Id == auditId, ct) is not { } audit || !audit.ShopIds.TrueForAll(db.Access.MayReadRegisters))
                return new Dictionary<Guid, ShopToday>();
        }
        try
        {
            return (await standings.OfAsync(auditId, ct)).ToDictionary(
                standing => standing.Frozen.ShopId,
                standing => new ShopToday(standing, standing.Frozen.CatalogueHash != ReadinessBoard.CatalogueHash));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private async Task<(IReadOnlyList<AuditViewShop> Shops, bool IsAltered)> ShopsAsync(HubDbContext db, Audit audit, CancellationToken ct)
    {
        var names = await db.Shops.AsNoTracking().Where(shop => audit.ShopIds.Contains(shop.Id)).OrderBy(shop => EF.Property<string>(shop, SortKey.Column)).ThenBy(shop => shop.Id)
            .Select(shop => new NamedShop(shop.Id, shop.Slug, shop.Name)).ToListAsync(ct);
        var (frozen, isAltered) = await FrozenAsync(db, audit.Id, ct);
        var shops = new List<AuditViewShop>();
        foreach (var shop in names)
        {
            IReadOnlyList<FrozenReadiness> verdicts = [];
            try
            {
                if (frozen.TryGetValue(shop.Id, out var one))
                    verdicts = await standings.VerdictsAsync(one, ct);
            }
            catch (FormatException)
            {
                // The page says so instead of showing another result as the one that was signed.
                isAltered = true;
            }
            shops.Add(new(shop, frozen.GetValueOrDefault(shop.Id), verdicts));
        }
        return (shops, isAltered);
    }
}
