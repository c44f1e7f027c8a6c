using System.Security.Claims;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using Microsoft.Extensions.Options;

namespace ComplianceHub.Account;

/// <summary>Opens a session at each sign-in and says whether it is open still: there on the server, used lately, not
/// older than any may be.</summary>
internal sealed class SessionDoor(UserSessions sessions, SessionActivity activity, IOptions<AccountOptions> options, TimeProvider time)
{
    private static readonly Actor Limits = Actor.System("sessions");

    // The row learns of use once a minute.
    private static readonly TimeSpan RowIsBehind = TimeSpan.FromMinutes(2);

    private DateTimeOffset OldestBeginning => time.GetUtcNow() - TimeSpan.FromHours(options.Value.LongestHours);

    /// <summary>The open session of a person; null when it is over, which the log then says once.</summary>
    public async Task<UserSession?> FindAsync(ClaimsPrincipal person, CancellationToken ct = default)
    {
        if (CurrentActor.SessionOf(person) is not { } id || await sessions.FindAsync(id, ct) is not { } session)
            return null;
        if (IsOpen(session))
            return session;
        await sessions.EndAsync(session.Id, session.UserId, "session expired", Limits, ct);
        return null;
    }

    /// <summary>The open sessions of a person, the one used last first.</summary>
    public async Task<IReadOnlyList<UserSession>> OfAsync(Guid person, CancellationToken ct = default) =>
        [.. (await sessions.OfAsync(person, ct)).Where(IsOpen)];

    /// <summary>Opens a session for somebody who signs in, and names it in their cookie.</summary>
    /// <param name="context">The request, with who was signed in before.</param>
    /// <param name="person">Who signs in.</param>
    public async Task OpenAsync(HttpContext context, ClaimsIdentity person)
    {
        var id = Guid.Parse(person.FindFirst(ClaimTypes.NameIdentifier)!.Value);
        var isSame = context.User.FindFirstValue(ClaimTypes.NameIdentifier) == id.ToString();
        var old = CurrentActor.SessionOf(context.User);
        if (!isSame && old is { } other && Guid.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var before))
            await sessions.EndAsync(other, before, "signed out", Actor.User(before));
        await sessions.EndExpiredAsync(OldestBeginning, time.GetUtcNow() - TimeSpan.FromMinutes(options.Value.IdleMinutes) - RowIsBehind);
        // A new cookie for the same person, after a change of password, goes on with the old session's time.
        var began = isSame ? SessionRules.BeginningOf(context.User) ?? time.GetUtcNow() : time.GetUtcNow();
        var session = await sessions.BeginAsync(id, began, DeviceWords.Of(context.Request.Headers.UserAgent), isSame ? old : null);
        person.AddClaim(new Claim(UserSession.Claim, session.Id.ToString()));
        person.AddClaim(SessionRules.BeganAt(began));
    }

    /// <summary>Notes that somebody uses a session.</summary>
    public async Task NoteUseAsync(ClaimsPrincipal person)
    {
        if (CurrentActor.SessionOf(person) is { } session && activity.Note(session))
            await sessions.NoteUseAsync(session);
    }

    private bool IsOpen(UserSession session) => session.BeganAt >= OldestBeginning && !activity.IsIdle(session);
}
