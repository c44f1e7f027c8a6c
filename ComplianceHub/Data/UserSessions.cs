using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>The open sessions of people: begins, finds and ends them. Each end is one event of the system's log.</summary>
public sealed class UserSessions(HubDb hub, IDbContextFactory<HubDbContext> contexts, TimeProvider time)
{
    private const string Person = "Person";
    private static readonly Actor SignIn = Actor.System("sign-in");

    /// <summary>Begins a session, and takes away the one that it goes on from.</summary>
    /// <param name="person">Who signed in.</param>
    /// <param name="began">When they did.</param>
    /// <param name="device">The browser, in words.</param>
    /// <param name="goesOnFrom">The session of the same person in the same browser, which ends without an event.</param>
    /// <param name="ct">Cancels it.</param>
    public async Task<UserSession> BeginAsync(Guid person, DateTimeOffset began, string device, Guid? goesOnFrom = null, CancellationToken ct = default)
    {
        var session = new UserSession { UserId = person, BeganAt = began, LastUsedAt = time.GetUtcNow(), Device = device };
        await using var db = await hub.OpenAsync(SignIn, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.UserSessions.Where(old => old.Id == goesOnFrom && old.UserId == person).ExecuteDeleteAsync(ct);
        db.Add(session);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return session;
    }

    /// <summary>An open session; null when it has ended.</summary>
    public async Task<UserSession?> FindAsync(Guid id, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.UserSessions.AsNoTracking().SingleOrDefaultAsync(session => session.Id == id, ct);
    }

    /// <summary>The open sessions of a person, the one used last first.</summary>
    public async Task<IReadOnlyList<UserSession>> OfAsync(Guid person, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.UserSessions.AsNoTracking().Where(session => session.UserId == person)
            .OrderByDescending(session => session.LastUsedAt).ThenBy(session => session.Id).ToListAsync(ct);
    }

    /// <summary>Notes that a session is used now. While the database takes nothing, this does nothing: who reads may go on reading.</summary>
    public async Task NoteUseAsync(Guid id, CancellationToken ct = default)
    {
        var now = time.GetUtcNow();
        try
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            await db.UserSessions.Where(session => session.Id == id).ExecuteUpdateAsync(row => row.SetProperty(session => session.LastUsedAt, now), ct);
        }
        catch (Exception exception) when (StorageErrors.Explain(exception) is StorageUnavailableException)
        {
        }
    }

    /// <summary>Ends a session of a person; one that is over already is left alone.</summary>
    /// <param name="id">The session.</param>
    /// <param name="person">Whose it must be.</param>
    /// <param name="action">What the log calls it: "signed out", "session ended", "session expired".</param>
    /// <param name="by">Who ends it.</param>
    /// <param name="ct">Cancels it.</param>
    public async Task EndAsync(Guid id, Guid person, string action, Actor by, CancellationToken ct = default)
    {
        await using var db = await hub.OpenAsync(by, ct);
        await EndAsync(db, await db.UserSessions.AsNoTracking().Where(session => session.Id == id && session.UserId == person).ToListAsync(ct), action, ct);
    }

    /// <summary>Ends every session of a person but one, at their own wish.</summary>
    public async Task EndOthersAsync(Guid person, Guid but, CancellationToken ct = default)
    {
        await using var db = await hub.OpenAsync(Actor.User(person), ct);
        await EndAsync(db, await db.UserSessions.AsNoTracking().Where(session => session.UserId == person && session.Id != but).ToListAsync(ct), "session ended", ct);
    }

    /// <summary>Ends the sessions that lasted, or were not used, as long as any may; of those nobody came back to.</summary>
    public async Task EndExpiredAsync(DateTimeOffset beganBefore, DateTimeOffset lastUsedBefore, CancellationToken ct = default)
    {
        await using var db = await hub.OpenAsync(Actor.System("sessions"), ct);
        await EndAsync(db, await db.UserSessions.AsNoTracking().Where(session => session.BeganAt < beganBefore || session.LastUsedAt < lastUsedBefore)
            .ToListAsync(ct), "session expired", ct);
    }

    /// <summary>Takes away the sessions of people whose password, factors or account change in this save; called within its transaction.</summary>
    /// <returns>The events for the log. The session that makes the change goes on under another id, so it has none.</returns>
    internal static async Task<IReadOnlyList<AuditLogEvent>> EndOfChangedPeopleAsync(HubDbContext db, CancellationToken ct)
    {
        var people = db.ChangeTracker.Entries<HubUser>()
            // Identity marks every field as modified, so the values are compared: a wrong password is no change.
            .Where(person => person.State == EntityState.Deleted
                || (person.State == EntityState.Modified && person.Property(row => row.SecurityStamp) is var stamp && stamp.OriginalValue != stamp.CurrentValue))
            .Select(person => person.Entity.Id).ToList();
        if (people.Count == 0)
            return [];
        var sessions = await db.UserSessions.AsNoTracking().Where(session => people.Contains(session.UserId)).OrderBy(session => session.Id).ToListAsync(ct);
        await db.UserSessions.Where(session => people.Contains(session.UserId)).ExecuteDeleteAsync(ct);
        var own = db.ActorOfScope is { } scope ? await scope.FindSessionAsync() : null;
        return [.. sessions.Where(session => session.Id != own).Select(session => Ended(session, "session ended"))];
    }

    private static async Task EndAsync(HubDbContext db, IReadOnlyList<UserSession> sessions, string action, CancellationToken ct)
    {
        if (sessions.Count == 0)
            return;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        foreach (var session in sessions)
        {
            // Of two who end it at once, one finds it gone.
            if (await db.UserSessions.Where(row => row.Id == session.Id).ExecuteDeleteAsync(ct) == 1)
                db.Log(Ended(session, action));
        }
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private static AuditLogEvent Ended(UserSession session, string action) =>
        new(ChainId.System, action, Person, session.UserId.ToString()) { Details = new Dictionary<string, string> { ["Device"] = session.Device } };
}
