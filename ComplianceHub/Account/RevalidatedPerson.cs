using ComplianceHub.Data;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ComplianceHub.Account;

/// <summary>
/// Who is signed in, asked again every minute while a page is open: a session that was ended, that
/// lasted long enough or that nobody uses any more ends it, and so does a changed password or a disabled account.
/// </summary>
internal sealed class RevalidatedPerson(
    ILoggerFactory logs, IServiceScopeFactory scopes, IOptions<AccountOptions> account)
    : RevalidatingServerAuthenticationStateProvider(logs)
{
    /// <inheritdoc />
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(account.Value.RevalidateSeconds);

    /// <inheritdoc />
    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        // A scope of its own: the circuit's would answer with what it read at the start.
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<SessionDoor>().FindAsync(authenticationState.User, cancellationToken) is null)
            return false;
        return await scope.ServiceProvider.GetRequiredService<SignInManager<HubUser>>().ValidateSecurityStampAsync(authenticationState.User) is not null;
    }
}
