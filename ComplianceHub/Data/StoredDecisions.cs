using ComplianceHub.Domain.Audits;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>Reads the decisions and comments of an audit: once it is signed from the bytes that were signed, whatever its
/// rows say since.</summary>
public static class StoredDecisions
{
    /// <summary>The decisions and comments; none of a draft, nor of an audit that the actor may not see.</summary>
    /// <exception cref="FormatException">What was signed is missing, or is not what its hash says.</exception>
    public static async Task<AuditDecisions> OfAsync(HubDbContext db, Guid auditId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (await db.SignOffs.Where(row => row.AuditId == auditId).Select(row => row.ContentSha256).SingleOrDefaultAsync(ct) is { } signed)
            return AuditDecisions.Read(await FrozenBytes.ReadAsync(db, signed, ct));
        return new(
            await db.AuditItems.AsNoTracking().Where(row => row.AuditId == auditId).OrderBy(row => row.ShopId).ThenBy(row => row.RequirementId).ToListAsync(ct),
            await db.AuditComments.AsNoTracking().Where(row => row.AuditId == auditId).OrderBy(row => row.WrittenAt).ThenBy(row => row.Id).ToListAsync(ct));
    }
}
