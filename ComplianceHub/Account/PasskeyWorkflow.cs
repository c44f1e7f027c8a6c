using System.Buffers.Text;
using System.Security.Claims;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using Microsoft.AspNetCore.Identity;

namespace ComplianceHub.Account;

/// <summary>Adds and removes the passkeys of the signed-in person, and signs in with one.</summary>
internal sealed class PasskeyWorkflow(
    UserManager<HubUser> people, SignInManager<HubUser> signIn, PasskeyCeremonies ceremonies,
    Reauthentication again, SignInWorkflow log, SignInLimiter limiter)
{
    /// <summary>Longest name of a passkey, in characters.</summary>
    public const int LongestName = 60;

    /// <summary>Most passkeys of one person.</summary>
    public const int Most = 10;

    private const string Adding = "add-passkey", SigningIn = "sign-in";

    /// <summary>Whether this installation has passkeys.</summary>
    public bool AreOffered => ceremonies.AreOffered;

    /// <summary>The person's passkeys, oldest first.</summary>
    public async Task<IReadOnlyList<UserPasskeyInfo>> OfAsync(HttpContext context) =>
        [.. (await people.GetPasskeysAsync(await PersonAsync(context))).OrderBy(passkey => passkey.CreatedAt)];

    /// <summary>How the pages name a passkey.</summary>
    public static string KeyOf(UserPasskeyInfo passkey) => Base64Url.EncodeToString(passkey.CredentialId);

    /// <summary>A challenge to make a passkey, once the person has given their password, and a code of their app if they have one.</summary>
    /// <returns>The challenge; or what is wrong.</returns>
    public async Task<(PasskeyChallenge? Challenge, string? Problem)> StartAsync(HttpContext context, string password, string code)
    {
        if (await again.ByAllFactorsAsync(context, password, code) is { } refused)
            return (null, refused);
        var person = await PersonAsync(context);
        if ((await people.GetPasskeysAsync(person)).Count >= Most)
            return (null, $"You have {Most} passkeys, the most that anybody may have. Remove one first.");
        return (await ceremonies.AskToMakeAsync(context, person, Adding, Holder(context)), null);
    }

    /// <summary>Adds the passkey that the browser made.</summary>
    /// <returns>What is wrong, or null when all is well.</returns>
    public async Task<string?> AddAsync(HttpContext context, Guid ticket, string credential, string name)
    {
        var person = await PersonAsync(context);
        if (await ceremonies.MadeAsync(context, ticket, credential, person, Adding, Holder(context)) is not { } passkey)
            return "The passkey was not accepted: it took too long, or the device did not check who held it. Try again.";
        if ((await people.GetPasskeysAsync(person)).Count >= Most)
            return $"You have {Most} passkeys, the most that anybody may have. Remove one first.";
        passkey.Name = name.Trim();
        if (PasswordWorkflow.Problem(await people.AddOrUpdatePasskeyAsync(person, passkey)) is { } problem)
            return problem;
        await log.LogAsync("added passkey", person);
        return null;
    }

    /// <summary>Removes a passkey, once the person has given the same; their other sessions end.</summary>
    /// <returns>What is wrong, or null when all is well.</returns>
    public async Task<string?> RemoveAsync(HttpContext context, string key, string password, string code)
    {
        if (await again.ByAllFactorsAsync(context, password, code) is { } refused)
            return refused;
        var person = await PersonAsync(context);
        if ((await people.GetPasskeysAsync(person)).FirstOrDefault(each => KeyOf(each) == key) is not { } passkey)
            return "This passkey is not there any more.";
        if (PasswordWorkflow.Problem(await people.RemovePasskeyAsync(person, passkey.CredentialId)) is { } problem)
            return problem;
        // Whoever signed in with it, on a phone that was lost, is out.
        await people.UpdateSecurityStampAsync(person);
        await log.LogAsync("removed passkey", person);
        await signIn.RefreshSignInAsync(person);
        return null;
    }

    /// <summary>A challenge for somebody who wants to sign in. It names nobody, so it tells nobody who has an account.</summary>
    /// <returns>The challenge; or what is wrong.</returns>
    public async Task<(PasskeyChallenge? Challenge, string? Problem)> AskAsync(HttpContext context) =>
        // No account yet: the limit of the address alone counts.
        limiter.Permits(context, context.TraceIdentifier)
            ? (await ceremonies.AskToUseAsync(context, null, SigningIn, TicketHolder.Nobody), null)
            : (null, SignInSentences.Of(SignInOutcome.TooManyTries, ""));

    /// <summary>Signs in with a passkey, which counts as both factors: the device, and what it asked of its person.</summary>
    public async Task<SignInOutcome> SignInAsync(HttpContext context, Guid ticket, string credential)
    {
        if (!limiter.Permits(context, ticket.ToString()))
            return SignInOutcome.TooManyTries;
        if (await ceremonies.UsedAsync(context, ticket, credential, SigningIn, TicketHolder.Nobody) is not var (person, passkey))
            return await log.RefuseAsync(null);
        if (await people.IsLockedOutAsync(person) || !await signIn.CanSignInAsync(person))
            return await log.RefuseAsync(person);
        await people.AddOrUpdatePasskeyAsync(person, passkey);
        await people.ResetAccessFailedCountAsync(person);
        await signIn.SignInWithClaimsAsync(person, isPersistent: false, [new Claim(SecondFactorHandler.MethodClaim, SecondFactorHandler.SecondFactor)]);
        await log.SignedInAsync(person);
        return SignInOutcome.SignedIn;
    }

    private static TicketHolder Holder(HttpContext context) =>
        new(Guid.Parse(context.User.FindFirstValue(ClaimTypes.NameIdentifier)!), CurrentActor.SessionOf(context.User));

    private async Task<HubUser> PersonAsync(HttpContext context) =>
        await people.GetUserAsync(context.User) ?? throw new AccessDeniedException("You are signed out. Sign in again.");
}
