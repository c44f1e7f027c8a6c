using ComplianceHub.Data;
using ComplianceHub.Domain.Audits;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.Readiness;

/// <summary>The last signed audit of a shop.</summary>
/// <param name="AuditId">The audit.</param>
/// <param name="Title">Its title.</param>
/// <param name="SignedBy">Who signed it.</param>
/// <param name="SignedAt">When.</param>
/// <param name="Standing">What the signature is worth today.</param>
public sealed record SignedAudit(Guid AuditId, string Title, string SignedBy, DateTimeOffset SignedAt, SignatureStanding Standing);

/// <summary>Finds the last signed audit of a shop.</summary>
public sealed class SignedAuditQuery(HubDb hub, AuditStandings standings)
{
    /// <summary>Of the signed audits that cover the shop, the one that was frozen last and no other takes the place of; null when
    /// there is none that the person may see.</summary>
    public async Task<SignedAudit?> LastAsync(Guid shopId, CancellationToken ct = default)
    {
        await using var db = await hub.OpenAsync(ct);
        var last = await (
            from signOff in db.SignOffs.AsNoTracking()
            join audit in db.Audits.AsNoTracking() on signOff.AuditId equals audit.Id
            where audit.SupersededBy == null && audit.ShopIds.Contains(shopId)
            orderby audit.FrozenAt descending, signOff.SignedAt descending
            select new { Audit = audit, signOff.SignedBy, signOff.SignedAt }).FirstOrDefaultAsync(ct);
        if (last is null)
            return null;
        var name = await db.Users.Where(user => user.Id == last.SignedBy).Select(user => user.DisplayName).SingleOrDefaultAsync(ct);
        return new(last.Audit.Id, last.Audit.Title, name ?? "a former user", last.SignedAt, await standings.SignatureAsync(last.Audit, ct) ?? SignatureStanding.Damaged);
    }
}
