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

    /// <summary>Whether the actor of a context may decide about an account, whatever of it they can see.</summary>
    public static async Task<bool> MayManageAsync(HubDbContext db, Guid person, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Access.MayManage(person, await db.Grants.IgnoreQueryFilters().AsNoTracking().Where(grant => grant.UserId == person).ToListAsync(ct));
    }
}
