using System.Security.Claims;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using Microsoft.AspNetCore.Identity;

namespace ComplianceHub.Account;

/// <summary>How a try to sign in ended.</summary>
internal enum SignInOutcome
{
    /// <summary>The person is in.</summary>
    SignedIn,

    /// <summary>The password was right; the second factor is asked next.</summary>
    NeedsSecondFactor,

    /// <summary>Wrong, locked, disabled or unknown: which of them is nobody's business.</summary>
    Refused,

    /// <summary>Too many tries within a minute.</summary>
    TooManyTries,

    /// <summary>The password was given too long ago: start again.</summary>
    Expired,
}

/// <summary>Signs people in and out and writes each try to the audit log, by id and never by name.</summary>
internal sealed class SignInWorkflow(
    SignInManager<HubUser> signIn, UserManager<HubUser> people, IPasswordHasher<HubUser> hasher,
    HubDbContext db, CurrentActor actor, UserSessions sessions, SignInLimiter limiter)
{
    private const string Person = "Person";
    private static readonly HubUser Nobody = new();
    private static string? _hashOfNothing;

    /// <summary>The first step: address and password.</summary>
    public async Task<SignInOutcome> WithPasswordAsync(HttpContext context, string email, string password)
    {
        if (!limiter.Permits(context, email))
            return SignInOutcome.TooManyTries;
        var person = await people.FindByEmailAsync(email);
        if (person?.PasswordHash is null || await people.IsLockedOutAsync(person) || !await signIn.CanSignInAsync(person))
        {
            // As long as checking a password takes, so that the time does not tell who has an account.
            hasher.VerifyHashedPassword(Nobody, _hashOfNothing ??= hasher.HashPassword(Nobody, "nothing"), password);
            return await RefuseAsync(person);
        }
        return await OutcomeAsync(person, await CatchRaceAsync(() => signIn.PasswordSignInAsync(person, password, isPersistent: false, lockoutOnFailure: true)));
    }

    /// <summary>The second step: the code of the authenticator app.</summary>
    public async Task<SignInOutcome> WithCodeAsync(HttpContext context, string code)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } person)
            return SignInOutcome.Expired;
        if (!limiter.Permits(context, person.Id.ToString()))
            return SignInOutcome.TooManyTries;
        var digits = string.Concat(code.Where(char.IsAsciiDigit));
        return await OutcomeAsync(person, await CatchRaceAsync(() => signIn.TwoFactorAuthenticatorSignInAsync(digits, isPersistent: false, rememberClient: false)));
    }

    /// <summary>The second step with a recovery code. Identity does not count wrong ones, so this does.</summary>
    public async Task<SignInOutcome> WithRecoveryCodeAsync(HttpContext context, string code)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } person)
            return SignInOutcome.Expired;
        if (!limiter.Permits(context, person.Id.ToString()))
            return SignInOutcome.TooManyTries;
        if (await people.IsLockedOutAsync(person))
            return await RefuseAsync(person);
        return await OutcomeAsync(person, await CatchRaceAsync(async () =>
        {
            var result = await signIn.TwoFactorRecoveryCodeSignInAsync(code.Trim());
            if (!result.Succeeded)
                await people.AccessFailedAsync(person);
            return result;
        }));
    }

    /// <summary>Signs out: the session ends on the server, so that a copied cookie is worth nothing.</summary>
    public async Task SignOutAsync(ClaimsPrincipal who)
    {
        await signIn.SignOutAsync();
        if (CurrentActor.SessionOf(who) is { } session && Guid.TryParse(people.GetUserId(who), out var person))
            await sessions.EndAsync(session, person, "signed out", Actor.User(person));
    }

    /// <summary>Writes what a person did with their account to the system's chain.</summary>
    public async Task LogAsync(string action, HubUser? person)
    {
        db.Log(new AuditLogEvent(ChainId.System, action, Person, person?.Id.ToString() ?? "unknown"));
        await db.SaveChangesAsync();
    }

    /// <summary>Writes that a person is in, on their own behalf.</summary>
    public async Task SignedInAsync(HubUser person)
    {
        actor.Use(Actor.User(person.Id));
        await LogAsync("signed in", person);
    }

    /// <summary>Writes that somebody was refused; nobody when it is not known who.</summary>
    public async Task<SignInOutcome> RefuseAsync(HubUser? person)
    {
        await LogAsync("failed to sign in", person);
        return SignInOutcome.Refused;
    }

    private async Task<SignInOutcome> OutcomeAsync(HubUser person, SignInResult result)
    {
        if (result.RequiresTwoFactor)
            return SignInOutcome.NeedsSecondFactor;
        if (!result.Succeeded)
            return await RefuseAsync(person);
        await SignedInAsync(person);
        return SignInOutcome.SignedIn;
    }

    // Two tries at once: one of them loses the race over the counter, and a try that was not counted is refused.
    private async Task<SignInResult> CatchRaceAsync(Func<Task<SignInResult>> attempt)
    {
        try
        {
            return await attempt();
        }
        catch (RecordConflictException)
        {
            db.ChangeTracker.Clear();
            await signIn.SignOutAsync();
            return SignInResult.Failed;
        }
    }
}
