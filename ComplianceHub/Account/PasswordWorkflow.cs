using ComplianceHub.Data;
using ComplianceHub.Domain;
using Microsoft.AspNetCore.Identity;

namespace ComplianceHub.Account;

/// <summary>Sets and changes passwords. Each new one ends the person's other sessions and every link that is still about.
/// A link works while its maker may decide about that account: not after their own grant was taken away, nor after the
/// account was given more than they hold.</summary>
internal sealed class PasswordWorkflow(
    UserManager<HubUser> people, SignInManager<HubUser> signIn, SignInWorkflow log, Reauthentication again, HubDb hub)
{
    private const string DeadLink = "This link does not work any more. Ask your administrator for another one.";

    /// <summary>The person of an invitation that still works, else null.</summary>
    public async Task<HubUser?> InvitedAsync(Guid person, string? secret) =>
        await FindAsync(person) is { PasswordHash: null } invited && await AccountTokens.IsInvitationAsync(people, invited, secret)
            && await MayMakerStillAsync(secret, invited, AccountAuthority.MayInviteAsync) ? invited : null;

    /// <summary>Whether a reset link still works.</summary>
    public async Task<bool> CanResetAsync(Guid person, string? secret) => await ResettableAsync(person, secret) is not null;

    /// <summary>Takes an invitation: name and first password.</summary>
    /// <returns>What is wrong, or null when all is well.</returns>
    public async Task<string?> AcceptAsync(Guid person, string? secret, string name, string password)
    {
        if (await InvitedAsync(person, secret) is not { } invited)
            return DeadLink;
        (invited.DisplayName, invited.EmailConfirmed) = (name.Trim(), true);
        if (Problem(await people.AddPasswordAsync(invited, password)) is { } problem)
            return problem;
        await log.LogAsync("accepted invitation", invited);
        return null;
    }

    /// <summary>Sets another password by a link. A lock after wrong tries ends; the second factor stays.</summary>
    /// <returns>What is wrong, or null when all is well.</returns>
    public async Task<string?> ResetAsync(Guid person, string? secret, string password)
    {
        if (await ResettableAsync(person, secret) is not { } user)
            return DeadLink;
        if (Problem(await people.ResetPasswordAsync(user, await people.GeneratePasswordResetTokenAsync(user), password)) is { } problem)
            return problem;
        await people.ResetAccessFailedCountAsync(user);
        await people.SetLockoutEndDateAsync(user, null);
        await log.LogAsync("reset password", user);
        return null;
    }

    /// <summary>Changes the password of the signed-in person, who gives the old one too, and a code of their app if they have one.</summary>
    /// <returns>What is wrong, or null when all is well.</returns>
    public async Task<string?> ChangeAsync(HttpContext context, string old, string code, string password)
    {
        if (await again.ByAllFactorsAsync(context, old, code) is { } refused)
            return refused;
        var user = (await people.GetUserAsync(context.User))!;
        if (Problem(await people.ChangePasswordAsync(user, old, password)) is { } problem)
            return problem;
        await log.LogAsync("changed password", user);
        await signIn.RefreshSignInAsync(user);
        return null;
    }

    /// <summary>What Identity refuses, in sentences.</summary>
    internal static string? Problem(IdentityResult result) =>
        result.Succeeded ? null : string.Join(' ', result.Errors.Select(Sentence));

    private static string Sentence(IdentityError error) => error.Code switch
    {
        nameof(IdentityErrorDescriber.PasswordTooShort) => "Choose a password of 12 characters or more. A few words are easy to remember.",
        nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName) => "Somebody has this address already.",
        nameof(IdentityErrorDescriber.InvalidEmail) or nameof(IdentityErrorDescriber.InvalidUserName) => "This is no e-mail address.",
        nameof(IdentityErrorDescriber.InvalidToken) => DeadLink,
        nameof(IdentityErrorDescriber.ConcurrencyFailure) => "Somebody changed this account at the same moment. Try again.",
        _ => error.Description,
    };

    private async Task<HubUser?> ResettableAsync(Guid person, string? secret) =>
        await FindAsync(person) is { } user && await AccountTokens.IsResetAsync(people, user, secret) && await MayMakerStillAsync(secret, user, AccountAuthority.MayManageAsync) ? user : null;

    private async Task<bool> MayMakerStillAsync(string? secret, HubUser person, Func<HubDbContext, Guid, CancellationToken, Task<bool>> mayStill)
    {
        await using var db = await hub.OpenAsync(Actor.User(AccountTokens.MakerOf(secret)!.Value));
        return await mayStill(db, person.Id, CancellationToken.None);
    }

    // A disabled person cannot let themselves in again.
    private async Task<HubUser?> FindAsync(Guid person) =>
        await people.FindByIdAsync(person.ToString()) is { IsDisabled: false } user ? user : null;
}
