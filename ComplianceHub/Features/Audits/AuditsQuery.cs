using ComplianceHub.Data;
using ComplianceHub.Domain.Audits;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.Audits;

/// <summary>What a signature is worth today.</summary>
public enum SignatureStanding
{
    /// <summary>The registers still say what was signed.</summary>
    Current,

    /// <summary>A change of the registers altered what was signed.</summary>
    Stale,

    /// <summary>A later signed audit covers the same shops and regulations.</summary>
    Superseded,
}

/// <summary>An audit in a list.</summary>
public sealed record AuditRow
{
    /// <summary>The audit.</summary>
    public required Audit Audit { get; init; }

    /// <summary>The short names of its shops, in their order.</summary>
    public required IReadOnlyList<string> Shops { get; init; }

    /// <summary>When it was signed; null while it is not.</summary>
    public required DateTimeOffset? SignedAt { get; init; }

    /// <summary>What the signature is worth today; null while there is none.</summary>
    public required SignatureStanding? Standing { get; init; }
}

/// <summary>The audits that the actor may see.</summary>
public sealed class AuditsQuery(HubDb hub, AuditStandings standings)
{
    /// <summary>All of them, or those that cover one shop, the latest first.</summary>
    /// <param name="shopId">The shop; null for all.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<IReadOnlyList<AuditRow>> ListAsync(Guid? shopId = null, CancellationToken ct = default)
    {
        List<Audit> audits;
        Dictionary<Guid, string> slugs;
        Dictionary<Guid, DateTimeOffset> signed;
        await using (var db = await hub.OpenAsync(ct))
        {
            audits = await db.Audits.AsNoTracking().Where(audit => shopId == null || audit.ShopIds.Contains(shopId.Value))
                .OrderByDescending(audit => audit.Id).ToListAsync(ct);
            slugs = await db.Shops.AsNoTracking().ToDictionaryAsync(shop => shop.Id, shop => shop.Slug, ct);
            signed = await db.SignOffs.AsNoTracking().ToDictionaryAsync(row => row.AuditId, row => row.SignedAt, ct);
        }
        var rows = new List<AuditRow>();
        foreach (var audit in audits)
        {
            rows.Add(new()
            {
                Audit = audit,
                Shops = [.. audit.ShopIds.Select(shop => slugs.GetValueOrDefault(shop)).OfType<string>().Order(StringComparer.Ordinal)],
                SignedAt = signed.TryGetValue(audit.Id, out var at) ? at : null,
                Standing = await StandingAsync(audit, ct),
            });
        }
        return rows;
    }

    private async Task<SignatureStanding?> StandingAsync(Audit audit, CancellationToken ct) => audit switch
    {
        { State: not AuditState.Signed } => null,
        { SupersededBy: not null } => SignatureStanding.Superseded,
        _ => (await standings.OfAsync(audit.Id, ct)).Any(shop => shop.Difference.IsStale) ? SignatureStanding.Stale : SignatureStanding.Current,
    };
}
