using System.Security.Claims;
using ComplianceHub.Data;
using ComplianceHub.Domain;

namespace ComplianceHub.Account;

/// <summary>Ends other sessions of the signed-in person, once they have given their password: somebody with a stolen
/// cookie could otherwise throw its owner out.</summary>
internal sealed class OwnSessions(UserSessions sessions, Reauthentication again)
{
    /// <summary>Ends one session, or all but the one that asks.</summary>
    /// <param name="context">The request of the person.</param>
    /// <param name="which">The session; all others when it names none.</param>
    /// <param name="password">Their password, again.</param>
    /// <returns>What is wrong, or null when all is well.</returns>
    public async Task<string?> EndAsync(HttpContext context, string? which, string password)
    {
        if (await again.ByPasswordAsync(context, password) is { } refused)
            return refused;
        var person = Guid.Parse(context.User.FindFirstValue(ClaimTypes.NameIdentifier)!);
        if (Guid.TryParse(which, out var one))
            await sessions.EndAsync(one, person, "session ended", Actor.User(person), context.RequestAborted);
        else
            await sessions.EndOthersAsync(person, CurrentActor.SessionOf(context.User) ?? Guid.Empty, context.RequestAborted);
        return null;
    }
}

/// <summary>Which session somebody ends.</summary>
public sealed class SessionToEnd
{
    /// <summary>Its id; nothing for all others.</summary>
    public string Which { get; set; } = "";

    /// <summary>Their password, again.</summary>
    public string Password { get; set; } = "";
}
