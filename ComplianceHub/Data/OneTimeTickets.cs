using ComplianceHub.Domain;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>Who may use a ticket: the person in one of their sessions, or anybody who knows it before signing in.</summary>
/// <param name="UserId">The person.</param>
/// <param name="SessionId">Their session.</param>
public sealed record TicketHolder(Guid? UserId, Guid? SessionId)
{
    /// <summary>Who has not signed in.</summary>
    public static TicketHolder Nobody { get; } = new(null, null);
}

/// <summary>Makes tickets and takes each once. They lie in the database, so that every instance of the program knows which were used.</summary>
public sealed class OneTimeTickets(HubDb hub, TimeProvider time)
{
    private static readonly Actor SignIn = Actor.System("sign-in");

    /// <summary>Makes a ticket.</summary>
    /// <returns>Its id, which is all that its holder gets.</returns>
    public async Task<Guid> IssueAsync(string purpose, TicketHolder holder, string content, TimeSpan life, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(holder);
        var now = time.GetUtcNow();
        var ticket = new OneTimeTicket
        {
            Purpose = purpose,
            UserId = holder.UserId,
            SessionId = holder.SessionId,
            Content = content,
            MadeAt = now,
            ExpiresAt = now + life,
        };
        await using var db = await hub.OpenAsync(SignIn, ct);
        await db.OneTimeTickets.Where(old => old.ExpiresAt < now).ExecuteDeleteAsync(ct);
        db.Add(ticket);
        await db.SaveChangesAsync(ct);
        return ticket.Id;
    }

    /// <summary>Takes a ticket; null when it was used, is over, or is for another purpose, person or session.</summary>
    public async Task<OneTimeTicket?> TakeAsync(Guid id, string purpose, TicketHolder holder, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(holder);
        var now = time.GetUtcNow();
        await using var db = await hub.OpenAsync(SignIn, ct);
        var ticket = await db.OneTimeTickets.AsNoTracking().SingleOrDefaultAsync(
            row => row.Id == id && row.Purpose == purpose && row.UserId == holder.UserId && row.SessionId == holder.SessionId && row.ExpiresAt > now, ct);
        // Of two who take it at once, one finds it gone.
        return ticket is not null && await db.OneTimeTickets.Where(row => row.Id == id).ExecuteDeleteAsync(ct) == 1 ? ticket : null;
    }
}
