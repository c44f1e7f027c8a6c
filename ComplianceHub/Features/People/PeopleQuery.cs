using ComplianceHub.Data;
using ComplianceHub.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.People;

/// <summary>Reads people with their grants. An administrator of a shop sees those who hold one there, and those grants alone.</summary>
public sealed class PeopleQuery(HubDb hub, TimeProvider time)
{
    /// <summary>Longest list; a search finds the others.</summary>
    public const int LongestList = 100;

    private const string Group = "The group";
    private const string Audit = "One audit";

    /// <summary>The list; null when the reader administers nothing.</summary>
    public async Task<PeopleList?> ListAsync(string? search, CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(ct);
        if (!db.Access.SeesPeople && db.Access.AdministeredShops.Count == 0)
            return null;
        var people = Matching(Visible(db), search);
        var rows = await people.OrderBy(person => person.DisplayName).ThenBy(person => person.Id).Take(LongestList).AsNoTracking().ToListAsync(ct);
        var ids = rows.Select(person => person.Id).ToList();
        var grants = await db.Grants.IgnoreQueryFilters().AsNoTracking().Where(grant => ids.Contains(grant.UserId)).ToListAsync(ct);
        var shops = await db.Shops.AsNoTracking().ToDictionaryAsync(shop => shop.Id, ct);
        var invited = grants.Select(grant => grant.AuditId).OfType<Guid>().Distinct().ToList();
        var audits = await db.Audits.Where(audit => invited.Contains(audit.Id)).ToDictionaryAsync(audit => audit.Id, audit => audit.Title, ct);
        return new(
            [.. rows.Select(person => Row(db.Access, person, [.. grants.Where(grant => grant.UserId == person.Id)], shops, audits))],
            await people.CountAsync(ct),
            Places(db.Access, shops.Values),
            db.Access.SeesPeople);
    }

    private static IQueryable<HubUser> Visible(HubDbContext db) => db.Access.SeesPeople
        ? db.Users
        : db.Users.Where(person => db.Grants.Any(grant => grant.UserId == person.Id));

    private static IQueryable<HubUser> Matching(IQueryable<HubUser> people, string? search)
    {
        if (string.IsNullOrWhiteSpace(search))
            return people;
        var folded = search.Trim().ToUpperInvariant();
#pragma warning disable CA1862 // The database compares: a StringComparison cannot be translated into SQL.
        return people.Where(person => person.NormalizedEmail!.Contains(folded) || person.DisplayName.ToUpper().Contains(folded));
#pragma warning restore CA1862
    }

    private PersonRow Row(Access access, HubUser person, IReadOnlyList<Grant> grants, IReadOnlyDictionary<Guid, Shop> shops, IReadOnlyDictionary<Guid, string> audits) => new(
        person.Id,
        person.DisplayName,
        person.Email ?? "",
        person.IsDisabled ? PersonState.Disabled : person.PasswordHash is null ? PersonState.Invited : PersonState.Active,
        person.TwoFactorEnabled,
        person.Id == access.UserId,
        access.MayManage(person.Id, grants),
        [.. grants.Where(grant => MaySee(access, grant)).OrderBy(grant => grant.Scope).ThenByDescending(grant => grant.Role).Select(grant => Row(access, grant, shops, audits))]);

    private GrantRow Row(Access access, Grant grant, IReadOnlyDictionary<Guid, Shop> shops, IReadOnlyDictionary<Guid, string> audits)
    {
        var shop = grant.ShopId is { } id ? shops.GetValueOrDefault(id) : null;
        var today = ShopDay.Of(time.GetUtcNow(), shop?.TimeZone);
        var where = grant.AuditId is { } audit ? audits.GetValueOrDefault(audit, Audit) : shop?.Name ?? Group;
        return new(grant.Id, grant.Role, grant.ShopId, where, grant.Until, grant.HasEndedOn(today), access.MayGive(grant), grant.Version);
    }

    private static bool MaySee(Access access, Grant grant) =>
        access.SeesPeople || grant.UserId == access.UserId || (grant.ShopId is { } shop && access.MayAdminister(shop));

    private static IReadOnlyList<GrantPlace> Places(Access access, IEnumerable<Shop> shops)
    {
        var own = shops.Where(shop => shop.RetiredOn is null && access.MayAdminister(shop.Id))
            .OrderBy(shop => shop.Name, StringComparer.CurrentCulture).Select(shop => new GrantPlace(shop.Id, shop.Name));
        return access.MayAdminister(null) ? [new(null, Group), .. own] : [.. own];
    }
}
