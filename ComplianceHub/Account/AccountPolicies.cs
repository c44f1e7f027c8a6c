using Microsoft.AspNetCore.Authorization;

namespace ComplianceHub.Account;

/// <summary>Who may open a page at all; what they see there is decided by their grants.</summary>
internal static class AccountPolicies
{
    /// <summary>Signed in, perhaps without the second factor that the installation wants: the pages that set one up.</summary>
    public const string SignedIn = "Signed in";

    /// <summary>Signed in, with a second factor where the installation wants one: every other page.</summary>
    public static AuthorizationPolicy Everywhere { get; } =
        new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new SecondFactorRequirement()).Build();
}
