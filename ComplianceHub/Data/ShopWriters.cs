using ComplianceHub.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>Somebody who works on a shop.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">What people see.</param>
public sealed record ShopWriter(Guid Id, string Name);

/// <summary>Who may write something at a shop today: managers, privacy officers and administrators of it or of the group.
/// A person who only looks on can be given no work.</summary>
public static class ShopWriters
{
    private static readonly HubRole[] Writers = [HubRole.Manager, HubRole.PrivacyOfficer, HubRole.Administrator];

    /// <summary>Those of one shop, by name.</summary>
    /// <exception cref="AccessDeniedException">The actor may not plan work at this shop, so its people are not theirs to see.</exception>
    public static async Task<IReadOnlyList<ShopWriter>> OfAsync(HubDbContext db, Guid shopId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (!db.Access.MayAttest(shopId))
            throw new AccessDeniedException("Planning the work of this shop takes a grant as manager, privacy officer or administrator.");
        var ids = await IdsAsync(db, shopId, ct);
        var people = await db.Users.AsNoTracking().Where(person => ids.Contains(person.Id)).Select(person => new ShopWriter(person.Id, person.DisplayName)).ToListAsync(ct);
        return [.. people.OrderBy(person => SortKey.Of(person.Name), StringComparer.Ordinal).ThenBy(person => person.Id)];
    }

    /// <summary>Whether each of these people is one of them.</summary>
    internal static async Task<bool> AreAllAsync(HubDbContext db, Guid shopId, IReadOnlyCollection<Guid> people, CancellationToken ct) =>
        people.Count == 0 || (await IdsAsync(db, shopId, ct)).IsSupersetOf(people);

    private static async Task<HashSet<Guid>> IdsAsync(HubDbContext db, Guid shopId, CancellationToken ct)
    {
        var today = await ShopDay.TodayAsync(db, shopId, db.Clock, ct);
        var grants = await (
            from grant in db.Grants.IgnoreQueryFilters().AsNoTracking()
            where Writers.Contains(grant.Role) && (grant.Scope == GrantScope.Group || (grant.Scope == GrantScope.Shop && grant.ShopId == shopId))
            join person in db.Users on grant.UserId equals person.Id
            where person.LockoutEnd == null || person.LockoutEnd < HubUser.Never
            select grant).ToListAsync(ct);
        return [.. grants.Where(grant => grant.HoldsOn(today)).Select(grant => grant.UserId)];
    }
}
