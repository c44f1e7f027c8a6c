using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Account;

/// <summary>Something that changed how a person can sign in.</summary>
/// <param name="What">In words: "Authenticator app switched on".</param>
/// <param name="At">When.</param>
/// <param name="IsByOther">Whether somebody else did it, an administrator.</param>
internal sealed record SignInChange(string What, DateTimeOffset At, bool IsByOther);

/// <summary>What changed how a person can sign in, from the log: so that they see what they did not do themselves.</summary>
internal sealed class SignInChanges(HubDb hub)
{
    private const int Shown = 10;

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["accepted invitation"] = "Invitation accepted, password set",
        ["set up"] = "Account set up",
        ["changed password"] = "Password changed",
        ["reset password"] = "Password set by a link",
        ["made link"] = "Link for another password made",
        ["switched on second factor"] = "Authenticator app switched on",
        ["switched off second factor"] = "Authenticator app removed",
        ["replaced authenticator"] = "Authenticator app replaced by another",
        ["made new recovery codes"] = "New recovery codes made",
        ["removed second factor"] = "Second factor removed",
        ["added passkey"] = "Passkey added",
        ["removed passkey"] = "Passkey removed",
        ["disabled"] = "Account disabled",
        ["enabled"] = "Account enabled",
    };

    /// <summary>The last changes, newest first.</summary>
    public async Task<IReadOnlyList<SignInChange>> OfAsync(Guid person, CancellationToken ct = default)
    {
        // The system's chain is the administrators'; of it, everybody may read what was done to their own account.
        await using var db = await hub.OpenAsync(Actor.System("own account"), ct);
        var (id, actions) = (person.ToString(), Words.Keys.ToList());
        var entries = await db.AuditLogEntries.AsNoTracking()
            .Where(entry => entry.Chain == ChainId.System && entry.Entity == "Person" && entry.EntityId == id && actions.Contains(entry.Action))
            .OrderByDescending(entry => entry.Sequence).Take(Shown)
            .Select(entry => new { entry.Action, entry.At, entry.ActorKind, entry.Actor }).ToListAsync(ct);
        var own = Actor.User(person).Reference;
        return [.. entries.Select(entry => new SignInChange(Words[entry.Action], entry.At, entry.ActorKind == Actor.User(person).Kind && entry.Actor != own))];
    }
}
