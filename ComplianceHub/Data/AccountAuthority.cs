using ComplianceHub.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>
/// Who may decide about a person's whole account: make a link for its password, shut it, remove its second factor.
/// Whoever chooses the password of an account has all that it holds, so it takes somebody who could give all of that.
/// </summary>
public static class AccountAuthority
{
    /// <summary>Whether an actor may decide about an account that holds some grants. Nobody decides about their own.</summary>
    public static bool MayManage(this Access access, Guid person, IReadOnlyCollection<Grant> grants)
    {
        ArgumentNullException.ThrowIfNull(access);
        return person != access.UserId && (grants.Count > 0 ? grants.All(access.MayGive) : access.MayAdminister(null));
    }

    /// <summary>Whether the actor of a context may make the link with which somebody chooses a first password. Whoever may
    /// decide about the account may, and whoever invited it to audits, when it holds nothing else.</summary>
    public static async Task<bool> MayInviteAsync(HubDbContext db, Guid person, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var grants = await db.Grants.IgnoreQueryFilters().AsNoTracking().Where(grant => grant.UserId == person).ToListAsync(ct);
        if (db.Access.MayManage(person, grants))
            return true;
        var ids = grants.Select(grant => grant.AuditId).OfType<Guid>().ToList();
        var audits = await db.Audits.IgnoreQueryFilters().AsNoTracking().Where(audit => ids.Contains(audit.Id)).ToDictionaryAsync(audit => audit.Id, ct);
        return grants.Count > 0 && grants.TrueForAll(grant => grant.AuditId is { } id && audits.TryGetValue(id, out var audit) && db.Access.MayInvite(grant, audit));
    }

    /// <summary>Whether the actor of a context may decide about an account, whatever of it they can see.</summary>
    public static async Task<bool> MayManageAsync(HubDbContext db, Guid person, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Access.MayManage(person, await db.Grants.IgnoreQueryFilters().AsNoTracking().Where(grant => grant.UserId == person).ToListAsync(ct));
    }
}
