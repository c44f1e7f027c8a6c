using System.Security.Claims;
using ComplianceHub.Data;
using ComplianceHub.Domain.AuditLog;
using Microsoft.AspNetCore.Identity;

namespace ComplianceHub.Account;

/// <summary>With what somebody shows that it is they who sit there.</summary>
/// <param name="Purpose">What it is for.</param>
/// <param name="Password">Their password, again.</param>
/// <param name="Code">The code of their app, when they have one.</param>
/// <param name="Ticket">The challenge that a passkey answers.</param>
/// <param name="Credential">Its answer, as JSON.</param>
internal sealed record PresenceAnswer(string Purpose, string? Password = null, string? Code = null, Guid? Ticket = null, string? Credential = null);

/// <summary>
/// Has the signed-in person show again that it is they: password and code, or a passkey. Wrong tries count towards the
/// same lock as signing in, and are logged.
/// </summary>
internal sealed class PresenceWorkflow(
    UserManager<HubUser> people, PasskeyCeremonies ceremonies, Reauthentication again, ProofsOfPresence proofs,
    SignInLimiter limiter, HubDbContext db)
{
    private const string Challenge = "presence-challenge:";
    private const string NotTaken = "The passkey was not accepted. Try again, or use your password.";

    /// <summary>Whether the person must give a code beside the password, and a challenge for their passkeys, if they have any.</summary>
    public async Task<(bool NeedsCode, PasskeyChallenge? Passkey)> WaysAsync(HttpContext context, string purpose)
    {
        var person = await PersonAsync(context);
        var passkey = ceremonies.AreOffered && limiter.Permits(context, person.Id.ToString()) && (await people.GetPasskeysAsync(person)).Count > 0
            ? await ceremonies.AskToUseAsync(context, person, Challenge + purpose, Holder(context, person))
            : null;
        return (person.TwoFactorEnabled, passkey);
    }

    /// <summary>Checks an answer.</summary>
    /// <returns>The ticket of the proof; or what is wrong.</returns>
    public async Task<(Guid? Ticket, string? Problem)> ProveAsync(HttpContext context, PresenceAnswer answer)
    {
        var person = await PersonAsync(context);
        var (how, problem) = answer.Credential is not null
            ? await ByPasskeyAsync(context, person, answer)
            : await ByPasswordAsync(context, person, answer);
        await LogAsync(person, how is null ? "failed to prove presence" : "proved presence", answer.Purpose, how);
        return how is null ? (null, problem) : (await proofs.IssueAsync(Holder(context, person), answer.Purpose, how), null);
    }

    private async Task<(string? How, string? Problem)> ByPasskeyAsync(HttpContext context, HubUser person, PresenceAnswer answer)
    {
        if (!limiter.Permits(context, person.Id.ToString()))
            return (null, SignInSentences.Of(SignInOutcome.TooManyTries, ""));
        if (await people.IsLockedOutAsync(person)
            || await ceremonies.UsedAsync(context, answer.Ticket ?? Guid.Empty, answer.Credential!, Challenge + answer.Purpose, Holder(context, person)) is not var (holder, passkey)
            || holder.Id != person.Id)
            return (null, NotTaken);
        await people.AddOrUpdatePasskeyAsync(person, passkey);
        return ("Passkey, verified on the device", null);
    }

    private async Task<(string? How, string? Problem)> ByPasswordAsync(HttpContext context, HubUser person, PresenceAnswer answer)
    {
        if (answer.Password is not { Length: > 0 and <= NewPassword.Longest } password)
            return (null, "Enter your password.");
        return await again.ByPasswordAndAppAsync(context, password, answer.Code ?? "") is { } refused
            ? (null, refused)
            : (person.TwoFactorEnabled ? "Password and authenticator code" : "Password", null);
    }

    private async Task LogAsync(HubUser person, string action, string purpose, string? how)
    {
        var details = new Dictionary<string, string> { ["Purpose"] = purpose };
        if (how is not null)
            details["How"] = how;
        db.Log(new AuditLogEvent(ChainId.System, action, "Person", person.Id.ToString()) { Details = details });
        await db.SaveChangesAsync();
    }

    private static TicketHolder Holder(HttpContext context, HubUser person) => new(person.Id, CurrentActor.SessionOf(context.User));

    private async Task<HubUser> PersonAsync(HttpContext context) =>
        await people.GetUserAsync(context.User) ?? throw new AccessDeniedException("You are signed out. Sign in again.");
}
