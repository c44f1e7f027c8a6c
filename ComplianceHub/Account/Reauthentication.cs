using System.Security.Claims;
using ComplianceHub.Data;
using Microsoft.AspNetCore.Identity;

namespace ComplianceHub.Account;

/// <summary>Has the signed-in person show again who they are: somebody else may sit at their desk, or have their cookie.
/// Wrong tries count towards the same lock as signing in.</summary>
internal sealed class Reauthentication(UserManager<HubUser> people, SignInManager<HubUser> signIn, SignInLimiter limiter)
{
    private const string WrongCode = "The code is wrong or was used already. Wait for the app’s next one.";

    /// <summary>Whether the person has an authenticator app, so that a code is asked beside the password.</summary>
    public async Task<bool> AsksCodeAsync(HttpContext context) => await people.GetUserAsync(context.User) is { TwoFactorEnabled: true };

    /// <summary>The password alone, before sessions end.</summary>
    /// <returns>What is wrong, or null when all is well.</returns>
    public async Task<string?> ByPasswordAsync(HttpContext context, string password)
    {
        if (!limiter.Permits(context, context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? ""))
            return SignInSentences.Of(SignInOutcome.TooManyTries, "");
        var person = await people.GetUserAsync(context.User);
        return person is not null && (await signIn.CheckPasswordSignInAsync(person, password, lockoutOnFailure: true)).Succeeded
            ? null
            : SignInSentences.Of(SignInOutcome.Refused, "Your password");
    }

    /// <summary>The password, and the code of the app if the person has one: as much as signing in takes.</summary>
    /// <returns>What is wrong, or null when all is well.</returns>
    public Task<string?> ByPasswordAndAppAsync(HttpContext context, string password, string code) =>
        ByPasswordAndCodeAsync(context, password, person => IsOfAppAsync(person, code));

    /// <summary>The same before a person changes how they sign in; a recovery code does too, or who lost their phone could
    /// never take its app away.</summary>
    /// <returns>What is wrong, or null when all is well.</returns>
    public Task<string?> ByAllFactorsAsync(HttpContext context, string password, string code) =>
        ByPasswordAndCodeAsync(context, password, async person =>
            await IsOfAppAsync(person, code) || (await people.RedeemTwoFactorRecoveryCodeAsync(person, code.Trim())).Succeeded);

    private async Task<string?> ByPasswordAndCodeAsync(HttpContext context, string password, Func<HubUser, Task<bool>> takesCode)
    {
        if (await ByPasswordAsync(context, password) is { } refused)
            return refused;
        var person = (await people.GetUserAsync(context.User))!;
        if (!person.TwoFactorEnabled)
            return null;
        if (!await takesCode(person))
        {
            await people.AccessFailedAsync(person);
            return WrongCode;
        }
        await people.ResetAccessFailedCountAsync(person);
        return null;
    }

    private Task<bool> IsOfAppAsync(HubUser person, string code) =>
        people.VerifyTwoFactorTokenAsync(person, OneTimeAuthenticator.Name, string.Concat(code.Where(char.IsAsciiDigit)));
}
