using ComplianceHub.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ComplianceHub.Account;

/// <summary>
/// Identity's accounts, with locks that get longer. Identity's own starts its count of wrong tries again at each lock, so
/// that each is as long as the first; here the count goes on until a whole sign-in, and says how long the next one is.
/// </summary>
internal sealed class HubUsers(
    IUserStore<HubUser> store, IOptions<IdentityOptions> options, IPasswordHasher<HubUser> hasher,
    IEnumerable<IUserValidator<HubUser>> people, IEnumerable<IPasswordValidator<HubUser>> passwords, ILookupNormalizer names,
    IdentityErrorDescriber errors, IServiceProvider services, ILogger<UserManager<HubUser>> log, TimeProvider time)
    : UserManager<HubUser>(store, options, hasher, people, passwords, names, errors, services, log)
{
    /// <inheritdoc />
    public override Task<IdentityResult> AccessFailedAsync(HubUser user)
    {
        user.AccessFailedCount++;
        if (SignInLock.After(user.AccessFailedCount) is { } length)
            user.LockoutEnd = time.GetUtcNow() + length;
        return UpdateUserAsync(user);
    }

    /// <inheritdoc />
    public override Task<bool> IsLockedOutAsync(HubUser user) =>
        Task.FromResult(user is { LockoutEnabled: true, LockoutEnd: { } end } && end >= time.GetUtcNow());
}
