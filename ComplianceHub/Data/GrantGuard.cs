using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>
/// Asks again, inside the transaction, for the grants by which somebody gives or takes grants. Two administrators who
/// take away each other's at the same moment would else both succeed and leave nobody. Grants for an audit are given by
/// those who may prepare it.
/// </summary>
internal static class GrantGuard
{
    public static async Task DemandAsync(HubDbContext db, IReadOnlyList<RecordChange> changes, CancellationToken ct)
    {
        var grants = changes.Where(change => change.Record is Grant).ToList();
        if (db.Access.UserId is not { } actor || grants.Count == 0)
            return;
        // SQLite's transaction holds the write lock already; here the rows stay as they are until this one ends.
        var held = await (db is PostgresHubDbContext
            ? db.Grants.FromSql($"""SELECT * FROM "Grants" WHERE "UserId" = {actor} FOR SHARE""")
            : db.Grants.Where(grant => grant.UserId == actor)).IgnoreQueryFilters().AsNoTracking().ToListAsync(ct);
        if (!db.Access.StillHolds(held))
            throw new AccessDeniedException("Your own grants have changed in this moment. Load the page again.");
        foreach (var change in grants)
            await DemandInvitationAsync(db, change.Before as Grant, change.After as Grant, ct);
    }

    private static async Task DemandInvitationAsync(HubDbContext db, Grant? before, Grant? after, CancellationToken ct)
    {
        if (before?.Scope != GrantScope.Audit && after?.Scope != GrantScope.Audit)
            return;
        // An invitation is for one person and one audit: another of either is another invitation.
        var isAnother = before is not null && after is not null
            && (before.Scope, before.AuditId, before.ShopId, before.UserId) != (after.Scope, after.AuditId, after.ShopId, after.UserId);
        var id = (after ?? before)!.AuditId;
        var audit = await db.Audits.IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct);
        if (isAnother || !(audit is null ? MayClear(db.Access, after) : MayTakeBack(db.Access, before, audit) && MayGive(db.Access, after, audit)))
            throw new AccessDeniedException("You cannot invite to this audit, change or end the invitation: it is your own, for longer than you hold your grant, or for an audit that you do not prepare.");
    }

    // Ending what somebody else gave for longer needs no grant as long as theirs.
    private static bool MayTakeBack(Access access, Grant? before, Audit audit) => before is null || (before.UserId != access.UserId && access.MayPrepare(audit));

    private static bool MayGive(Access access, Grant? after, Audit audit) =>
        after is null || (access.MayInvite(after, audit) && after.UserId != audit.SignerId && after.UserId != audit.PreparedBy);

    // What is left of an audit that is gone.
    private static bool MayClear(Access access, Grant? after) => after is null && access.MayAdminister(null);
}
