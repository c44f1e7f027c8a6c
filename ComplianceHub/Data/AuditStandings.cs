using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Domain.Audits;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>What became of a frozen shop since: whether its registers still say what was frozen.</summary>
/// <param name="Frozen">The shop as it was frozen.</param>
/// <param name="Now">Its registers as they are now, read for the frozen day.</param>
/// <param name="Difference">What differs now.</param>
public sealed record FrozenStanding(FrozenShop Frozen, ShopSnapshot Now, SnapshotDifference Difference);

/// <summary>Reads what audits froze, and compares it with the registers as they are.</summary>
public sealed class AuditStandings(HubDb hub, ShopSnapshots snapshots)
{
    /// <summary>What the signature under an audit is worth today; null while there is none. It costs a reading of each shop,
    /// so ask it for the audits of a page and not for all.</summary>
    public async Task<SignatureStanding?> SignatureAsync(Audit audit, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(audit);
        return audit switch
        {
            { State: not AuditState.Signed } => null,
            { SupersededBy: not null } => SignatureStanding.Superseded,
            _ => await ComparedAsync(audit.Id, ct),
        };
    }

    private async Task<SignatureStanding> ComparedAsync(Guid auditId, CancellationToken ct)
    {
        try
        {
            return (await OfAsync(auditId, ct)).Any(shop => shop.Difference.IsStale) ? SignatureStanding.Stale : SignatureStanding.Current;
        }
        catch (FormatException)
        {
            return SignatureStanding.Damaged;
        }
    }

    /// <summary>How each shop of an audit stands to what was frozen; nothing while it is a draft, and nothing of an audit
    /// that the actor may not see.</summary>
    /// <exception cref="FormatException">What was frozen is not what its hash says.</exception>
    public async Task<IReadOnlyList<FrozenStanding>> OfAsync(Guid auditId, CancellationToken ct = default)
    {
        Audit? audit;
        IReadOnlyList<FrozenShop> frozen;
        await using (var db = await hub.OpenAsync(ct))
        {
            audit = await db.Audits.AsNoTracking().SingleOrDefaultAsync(row => row.Id == auditId, ct);
            frozen = await FrozenRows.OfAsync(db, auditId, ct);
        }
        var standings = new List<FrozenStanding>();
        foreach (var shop in frozen)
        {
            var signed = await SnapshotAsync(shop, ct);
            // The audit says that the actor may see this much of the shop: what changed of what was signed.
            var now = await snapshots.LoadWholeAsync(shop.ShopId, shop.AsOf, ct);
            if (now is not null)
                standings.Add(new(shop, now, SnapshotDifference.Between(signed, now, audit!.Regulations.Select(Regulations.WithId).OfType<Regulation>())));
        }
        return standings;
    }

    /// <summary>The snapshot of a frozen shop.</summary>
    /// <exception cref="FormatException">It is not what its hash says.</exception>
    public async Task<ShopSnapshot> SnapshotAsync(FrozenShop frozen, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(frozen);
        return FrozenSnapshot.Read(await BytesAsync(frozen.SnapshotSha256, ct));
    }

    /// <summary>The verdicts of a frozen shop, in the words of that day.</summary>
    /// <exception cref="FormatException">They are not what their hash says.</exception>
    public async Task<IReadOnlyList<FrozenReadiness>> VerdictsAsync(FrozenShop frozen, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(frozen);
        return FrozenReadiness.Read(await BytesAsync(frozen.VerdictsSha256, ct));
    }

    private async Task<byte[]> BytesAsync(string sha256, CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(ct);
        return await FrozenBytes.ReadAsync(db, sha256, ct);
    }
}
