using System.Collections.Concurrent;
using ComplianceHub.Data;
using Microsoft.Extensions.Options;

namespace ComplianceHub.Account;

/// <summary>
/// When each open session was last used, in this process. A page works over its socket and makes no requests, so it
/// would live as long as its window: the page tells when somebody uses it, and its circuit asks here whether somebody
/// still does. Requests of the socket itself do not count, because a browser makes them without anybody there. The
/// session's row learns of it once a minute, for the other instances and for the next start of this one.
/// </summary>
internal sealed class SessionActivity(IOptions<AccountOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Tidying = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan WriteEvery = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Guid, (DateTimeOffset LastUse, DateTimeOffset Written)> _sessions = new();
    private DateTimeOffset _tidied = time.GetUtcNow();

    /// <summary>Notes that a session is used now.</summary>
    /// <returns>Whether its row should learn of it.</returns>
    public bool Note(Guid session)
    {
        var now = time.GetUtcNow();
        if (now - _tidied > Tidying)
            Tidy(now);
        var known = _sessions.TryGetValue(session, out var before);
        var isDue = !known || now - before.Written >= WriteEvery;
        _sessions[session] = (now, isDue ? now : before.Written);
        return isDue;
    }

    /// <summary>Whether nobody has used a session for as long as <see cref="AccountOptions.IdleMinutes"/>.</summary>
    public bool IsIdle(UserSession session) =>
        time.GetUtcNow() - LastUseOf(session) > TimeSpan.FromMinutes(options.Value.IdleMinutes);

    // While the database takes nothing, this process alone knows.
    private DateTimeOffset LastUseOf(UserSession session) =>
        _sessions.TryGetValue(session.Id, out var here) && here.LastUse > session.LastUsedAt ? here.LastUse : session.LastUsedAt;

    private void Tidy(DateTimeOffset now)
    {
        _tidied = now;
        foreach (var (session, known) in _sessions)
        {
            if (now - known.LastUse > TimeSpan.FromHours(options.Value.LongestHours))
                _sessions.TryRemove(session, out _);
        }
    }
}
