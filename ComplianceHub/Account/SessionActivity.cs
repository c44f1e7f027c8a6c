using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.Extensions.Options;

namespace ComplianceHub.Account;

/// <summary>
/// When each open session was last used, in this process. A page works over its socket and makes no requests, so it
/// would live as long as its window: the page tells when somebody uses it, and its circuit asks here whether somebody
/// still does. Requests of the socket itself do not count, because a browser makes them without anybody there.
/// </summary>
internal sealed class SessionActivity(IOptions<AccountOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Tidying = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<(string Person, string Began), DateTimeOffset> _lastUse = new();
    private DateTimeOffset _tidied = time.GetUtcNow();

    /// <summary>Notes that a session is used now.</summary>
    public void Note(ClaimsPrincipal person)
    {
        if (SessionRules.KeyOf(person) is not { } session)
            return;
        var now = time.GetUtcNow();
        _lastUse[session] = now;
        if (now - _tidied > Tidying)
            Tidy(now);
    }

    /// <summary>Whether nobody has used a session for as long as <see cref="AccountOptions.IdleMinutes"/>. One that this
    /// process hears of for the first time, because another served it before, is used now.</summary>
    public bool IsIdle(ClaimsPrincipal person) =>
        SessionRules.KeyOf(person) is not { } session
        || time.GetUtcNow() - _lastUse.GetOrAdd(session, _ => time.GetUtcNow()) > TimeSpan.FromMinutes(options.Value.IdleMinutes);

    // Only what is over in any case: a session that is forgotten too early would look like one that is new here.
    private void Tidy(DateTimeOffset now)
    {
        _tidied = now;
        foreach (var (session, lastUse) in _lastUse)
        {
            if (now - lastUse > TimeSpan.FromHours(options.Value.LongestHours))
                _lastUse.TryRemove(session, out _);
        }
    }
}
