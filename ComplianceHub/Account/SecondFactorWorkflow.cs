using System.Security.Claims;
using ComplianceHub.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ComplianceHub.Account;

/// <summary>Sets up, renews and removes the second factor of the signed-in person.</summary>
internal sealed class SecondFactorWorkflow(
    UserManager<HubUser> people, SignInManager<HubUser> signIn, Reauthentication again, SignInWorkflow log,
    PasskeyCeremonies passkeys, IOptions<AccountOptions> options, IHostEnvironment environment)
{
    private const int RecoveryCodes = 10;

    /// <summary>Whether everybody needs a second factor here, so that it cannot be removed.</summary>
    public bool IsRequired => SecondFactorHandler.IsRequired(options.Value, environment);

    /// <summary>Whether the person has one, and how many recovery codes are left.</summary>
    public async Task<(bool IsOn, int RecoveryCodesLeft)> StateAsync(HttpContext context)
    {
        var person = await PersonAsync(context);
        return (person.TwoFactorEnabled, person.TwoFactorEnabled ? await people.CountRecoveryCodesAsync(person) : 0);
    }

    /// <summary>The key for the app; the first time a new one.</summary>
    public async Task<AuthenticatorKey> KeyAsync(HttpContext context)
    {
        var person = await PersonAsync(context);
        if (await people.GetAuthenticatorKeyAsync(person) is not { Length: > 0 })
        {
            // Not Identity's own reset, which ends all sessions: a key that nothing asks for yet changes nothing.
            await people.SetAuthenticationTokenAsync(person, HubUserStore.Provider, HubUserStore.AuthenticatorKey, people.GenerateNewAuthenticatorKey());
        }
        var key = (await people.GetAuthenticatorKeyAsync(person))!;
        return AuthenticatorKey.Of(key, person.Email!);
    }

    /// <summary>Switches the second factor on, once the app has shown a right code.</summary>
    /// <returns>The recovery codes, to be shown this once; or what is wrong.</returns>
    public async Task<(IReadOnlyList<string> Codes, string? Problem)> SwitchOnAsync(HttpContext context, string code, string password)
    {
        if (await again.ByPasswordAsync(context, password) is { } refused)
            return ([], refused);
        var person = await PersonAsync(context);
        if (await HasToUsePasskeyAsync(context, person))
            return ([], "You have a passkey. Sign out and sign in with it, then set up the app. If it is lost, ask an administrator to remove it.");
        var digits = string.Concat(code.Where(char.IsAsciiDigit));
        if (!await people.VerifyTwoFactorTokenAsync(person, OneTimeAuthenticator.Name, digits))
        {
            await people.AccessFailedAsync(person);
            return ([], "The code is wrong or was used already. Wait for the app's next one; check the clock of your phone if that is wrong too.");
        }
        await people.SetTwoFactorEnabledAsync(person, true);
        await log.LogAsync("switched on second factor", person);
        var codes = await NewCodesAsync(person);
        // The person has just shown both factors, so this session counts as opened with both.
        await signIn.SignInWithClaimsAsync(person, isPersistent: false, [new Claim(SecondFactorHandler.MethodClaim, SecondFactorHandler.SecondFactor)]);
        return (codes, null);
    }

    /// <summary>Makes new recovery codes; the old ones work no more.</summary>
    /// <returns>The codes, to be shown this once; or what is wrong.</returns>
    public async Task<(IReadOnlyList<string> Codes, string? Problem)> RenewCodesAsync(HttpContext context, string password, string code)
    {
        if (await again.ByAllFactorsAsync(context, password, code) is { } refused)
            return ([], refused);
        var person = await PersonAsync(context);
        await log.LogAsync("made new recovery codes", person);
        return (await NewCodesAsync(person), null);
    }

    /// <summary>Removes the second factor with its key, where it is not required.</summary>
    /// <returns>What is wrong, or null when all is well.</returns>
    public async Task<string?> SwitchOffAsync(HttpContext context, string password, string code)
    {
        if (IsRequired)
            return "This installation wants a second factor of everybody.";
        if (await again.ByAllFactorsAsync(context, password, code) is { } refused)
            return refused;
        var person = await PersonAsync(context);
        await people.SetTwoFactorEnabledAsync(person, false);
        await people.ResetAuthenticatorKeyAsync(person);
        await log.LogAsync("switched off second factor", person);
        await signIn.RefreshSignInAsync(person);
        return null;
    }

    private async Task<HubUser> PersonAsync(HttpContext context) =>
        await people.GetUserAsync(context.User) ?? throw new AccessDeniedException("You are signed out. Sign in again.");

    // Where everybody needs two factors, a password alone must not make the second one for who has one already.
    private async Task<bool> HasToUsePasskeyAsync(HttpContext context, HubUser person) =>
        IsRequired && passkeys.AreOffered && !SecondFactorHandler.HasOne(context.User) && (await people.GetPasskeysAsync(person)).Count > 0;

    private async Task<IReadOnlyList<string>> NewCodesAsync(HubUser person) =>
        [.. await people.GenerateNewTwoFactorRecoveryCodesAsync(person, RecoveryCodes) ?? []];
}
