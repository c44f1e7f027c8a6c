using ComplianceHub.Data;
using ComplianceHub.Domain.Organisation;

namespace ComplianceHub.Demo;

/// <summary>One person of the demo group.</summary>
/// <param name="Email">The address to sign in with.</param>
/// <param name="Name">What people see.</param>
/// <param name="Role">What the person may do.</param>
/// <param name="Shop">The short name of the shop where it holds; null for the whole group.</param>
public sealed record DemoPerson(string Email, string Name, HubRole Role, string? Shop);

/// <summary>The people of the demo group, one for each role. They have no passwords here: who loads the demo decides about those.</summary>
public static class DemoPeople
{
    /// <summary>All of them, from the role that may do most.</summary>
    public static IReadOnlyList<DemoPerson> All { get; } =
    [
        new("administrator@demo.example", "Jonas Adler", HubRole.Administrator, null),
        new("officer@demo.example", "Mara Lindqvist", HubRole.PrivacyOfficer, null),
        new("manager@demo.example", "Sofia Brandt", HubRole.Manager, "fjord-and-fable"),
        new("auditor@demo.example", "Henrik Solberg", HubRole.Auditor, "fjord-and-fable"),
        new("viewer@demo.example", "Elif Demir", HubRole.Viewer, "olive-row"),
    ];

    /// <summary>The accounts with their grants, as new records.</summary>
    internal static IEnumerable<(HubUser Person, Grant Grant)> Build(IReadOnlyCollection<Shop> shops)
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
            yield return (user, new Grant
            {
                UserId = user.Id,
                Role = person.Role,
                Scope = shop is null ? GrantScope.Group : GrantScope.Shop,
                ShopId = shop?.Id,
            });
        }
    }
}
