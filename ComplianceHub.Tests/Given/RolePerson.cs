using ComplianceHub.Domain.Organisation;

namespace ComplianceHub.Tests.Given;

/// <summary>Who holds a column of the authorization matrix.</summary>
/// <param name="Column">The name of the column.</param>
/// <param name="Role">The role of the grant.</param>
/// <param name="Scope">What the grant is for.</param>
internal sealed record RolePerson(string Column, HubRole Role, GrantScope Scope)
{
    /// <summary>Every role in every scope in which it can be granted.</summary>
    public static IReadOnlyList<RolePerson> All { get; } =
    [
        .. Enum.GetValues<HubRole>().OrderDescending().Select(role => new RolePerson($"{Named(role)} of the group", role, GrantScope.Group)),
        .. Enum.GetValues<HubRole>().OrderDescending().Select(role => new RolePerson($"{Named(role)} of a shop", role, GrantScope.Shop)),
        new("auditor of an audit", HubRole.Auditor, GrantScope.Audit),
    ];

    /// <summary>Whether a grant of the scope reaches one shop alone.</summary>
    public bool HasOwnShop => Scope != GrantScope.Group;

    private static string Named(HubRole role) => role == HubRole.PrivacyOfficer ? "privacy officer" : role.ToString().ToLowerInvariant();
}
