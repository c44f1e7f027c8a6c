using ComplianceHub.Data;
using ComplianceHub.Domain.Organisation;

namespace ComplianceHub.Demo;

/// <summary>One person of the demo group.</summary>
/// <param name="Email">The address to sign in with.</param>
/// <param name="Name">What people see.</param>
/// <param name="Role">What the person may do.</param>
/// <param name="Shop">The short name of the shop where it holds; null for the whole group, and for the auditor, who is invited to audits.</param>
public sealed record DemoPerson(string Email, string Name, HubRole Role, string? Shop);

/// <summary>The people of the demo group, one for each role. They have no passwords here: <see cref="DemoStart"/> decides about those.</summary>
public static class DemoPeople
{
    /// <summary>What their addresses end with; nobody owns an address there (RFC 2606).</summary>
    public const string AddressEnd = "@demo.example";

    /// <summary>The password that <see cref="DemoStart"/> gives all of them outside Production. It is no secret: every start prints it.</summary>
    public const string Password = "fjord and fable 2026";

    /// <summary>All of them, from the role that may do most.</summary>
    public static IReadOnlyList<DemoPerson> All { get; } =
    [
        new("administrator@demo.example", "Sigrid Nansen", HubRole.Administrator, null),
        new("officer@demo.example", "Mara Lindqvist", HubRole.PrivacyOfficer, null),
        new("manager@demo.example", "Jonas Adler", HubRole.Manager, null),
        new("auditor@demo.example", "Ines Carvalho", HubRole.Auditor, null),
        new("viewer@demo.example", "Tom Hale", HubRole.Viewer, "fjord-and-fable"),
    ];

    /// <summary>The accounts with their grants, as new records; the auditor's come with their audits.</summary>
    internal static IEnumerable<(HubUser Person, Grant? Grant)> Build(IReadOnlyCollection<Shop> shops)
    {
        foreach (var person in All)
        {
            var user = new HubUser
            {
                DisplayName = person.Name,
                UserName = person.Email,
                NormalizedUserName = person.Email.ToUpperInvariant(),
                Email = person.Email,
                NormalizedEmail = person.Email.ToUpperInvariant(),
                EmailConfirmed = true,
                LockoutEnabled = true,
                SecurityStamp = Guid.NewGuid().ToString("N"),
            };
            var shop = shops.SingleOrDefault(shop => shop.Slug == person.Shop);
            yield return (user, person.Role == HubRole.Auditor ? null : new Grant
            {
                UserId = user.Id,
                Role = person.Role,
                Scope = shop is null ? GrantScope.Group : GrantScope.Shop,
                ShopId = shop?.Id,
            });
        }
    }
}
