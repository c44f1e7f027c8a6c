using ComplianceHub.Domain.Audits;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>Reads which shops an audit froze, and once it is signed only while they are those that were signed.</summary>
public static class FrozenRows
{
    /// <summary>The frozen shops of an audit; none of a draft, nor of an audit that the actor may not see.</summary>
    /// <exception cref="FormatException">They are not those that were signed, or what was signed is damaged.</exception>
    public static async Task<IReadOnlyList<FrozenShop>> OfAsync(HubDbContext db, Guid auditId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var frozen = await db.FrozenShops.AsNoTracking().Where(row => row.AuditId == auditId).OrderBy(row => row.ShopId).ToListAsync(ct);
        // A row that points at other bytes, or is gone, would show another result as the one that was signed.
        if (await db.SignOffs.Where(row => row.AuditId == auditId).Select(row => row.ContentSha256).SingleOrDefaultAsync(ct) is { } signed
            && !SignedContent.Names(await FrozenBytes.ReadAsync(db, signed, ct), frozen))
        {
            throw new FormatException("What was frozen is not what was signed. Verify the log with its files.");
        }
        return frozen;
    }
}
