using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace ComplianceHub.Account;

/// <summary>The session was opened with a second factor, where the installation wants one.</summary>
internal sealed class SecondFactorRequirement : IAuthorizationRequirement;

/// <summary>Whether this installation wants a second factor, and whether a session has one.</summary>
internal sealed class SecondFactorHandler(IOptions<AccountOptions> options, IHostEnvironment environment)
    : AuthorizationHandler<SecondFactorRequirement>
{
    /// <summary>The claim in which Identity notes how somebody signed in.</summary>
    internal const string MethodClaim = "amr";

    /// <summary>Its value after a second factor.</summary>
    internal const string SecondFactor = "mfa";

    /// <summary>Whether everybody needs a second factor here.</summary>
    public static bool IsRequired(AccountOptions options, IHostEnvironment environment) =>
        options.RequireSecondFactor ?? environment.IsProduction();

    /// <summary>Whether a session was opened with a second factor.</summary>
    public static bool HasOne(ClaimsPrincipal person) => person.HasClaim(MethodClaim, SecondFactor);

    /// <inheritdoc />
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, SecondFactorRequirement requirement)
    {
        if (!IsRequired(options.Value, environment) || HasOne(context.User))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
