using ComplianceHub.Components;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.AuditLog;

/// <summary>What a verification found, and when.</summary>
/// <param name="Log">What it found.</param>
/// <param name="At">When.</param>
public sealed record DatedVerification(VerifiedLog Log, DateTimeOffset At);

/// <summary>A verification as the log of the system remembers it.</summary>
/// <param name="At">When.</param>
/// <param name="Who">Who asked for it.</param>
/// <param name="Result">What came of it.</param>
public sealed record NotedVerification(DateTimeOffset At, string Who, VerificationResult Result);

/// <summary>What came of a verification.</summary>
public enum VerificationResult
{
    /// <summary>Nothing was wrong.</summary>
    Intact,

    /// <summary>Nothing was wrong, and the signatures could not be judged.</summary>
    Unchecked,

    /// <summary>Something was wrong.</summary>
    Failed,
}

/// <summary>Where all chains were signed last.</summary>
/// <param name="Number">The number of the checkpoint.</param>
/// <param name="At">When.</param>
/// <param name="File">The file that has it outside the database, from the folder that the database lies in.</param>
public sealed record LastCheckpoint(long Number, DateTimeOffset At, string File);

/// <summary>What is known of a log without reading it anew.</summary>
/// <param name="Last">The last time that somebody had it verified; null when nobody did.</param>
/// <param name="Nightly">The last night's verification of everything; null before the first.</param>
/// <param name="Checkpoint">The last checkpoint; null before the first.</param>
public sealed record LogStanding(NotedVerification? Last, NotedVerification? Nightly, LastCheckpoint? Checkpoint);

/// <summary>
/// Verifies logs for people and at night, and remembers the result in the log of the system: there, because a shop's
/// head must not move by being looked at. What does not hold raises the alarm; verifying everything ends it.
/// </summary>
public sealed class VerificationWorkflow(HubDb hub, ChainVerifier verifier, LogAlarm alarm, TimeProvider time)
{
    // In the entry itself, not in its details: those can be erased.
    private const string Verified = "verified";
    private const string Failed = "failed to verify";
    private const string Unchecked = "could not verify";
    private const string Entity = "AuditLog";
    private const string Everything = "all";

    /// <summary>Verifies a log, and everything when it is the system's; null when there is no such shop or the actor may
    /// not read it.</summary>
    public async Task<DatedVerification?> VerifyAsync(LogScope scope, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        string about;
        await using (var db = await hub.OpenAsync(ct))
        {
            if (await scope.FindAsync(db, ct) is not ({ } chain, _))
                return null;
            about = scope.IsSystem ? Everything : chain.ToString();
        }
        var found = scope.Slug is { } slug ? await verifier.OfShopAsync(slug, ct: ct)
            : scope.IsSystem ? await verifier.AllAsync(ct: ct) : await verifier.OfGroupAsync(ct);
        if (found is null)
            return null;
        var at = time.GetUtcNow();
        Tell(found, at, isEverything: scope.IsSystem);
        await NoteAsync(about, found, ct);
        return new(found, at);
    }

    /// <summary>What is known of a log; null when the actor may not read it.</summary>
    public async Task<LogStanding?> StandingAsync(LogScope scope, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ChainId found;
        await using (var own = await hub.OpenAsync(ct))
        {
            if (await scope.FindAsync(own, ct) is not ({ } chain, _))
                return null;
            found = chain;
        }
        // Access is decided; the log of the system is not the reader's, and what it says of this one log is.
        await using var db = await hub.OpenAsync(Actor.System("standing of the log"), ct);
        var checkpoint = await db.AuditLogCheckpoints.AsNoTracking().OrderByDescending(row => row.Number).Select(row => new { row.Number, row.At }).FirstOrDefaultAsync(ct);
        var installation = await db.Set<Installation>().Select(row => row.Id).SingleAsync(ct);
        return new(
            await LastAsync(db, scope.IsSystem ? Everything : found.ToString(), null, ct),
            await LastAsync(db, Everything, NightlyVerification.Actor, ct),
            checkpoint is null ? null : new(checkpoint.Number, checkpoint.At, $"{installation:D}/{Checkpoints.FileName}"));
    }

    /// <summary>Raises the alarm again when the last verification of everything did not find the log whole.</summary>
    public async Task RememberAsync(CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(Actor.System("standing of the log"), ct);
        if (await LastAsync(db, Everything, null, ct) is { Result: not VerificationResult.Intact } last)
            Raise(last.At, last.Result == VerificationResult.Unchecked);
    }

    // Which chain it is stays in the program's own log: the banner is read by people who may not see every shop.
    private void Tell(VerifiedLog found, DateTimeOffset at, bool isEverything)
    {
        if (!found.IsIntact)
            Raise(at, found.Worst == LogFault.Unchecked);
        else if (isEverything)
            alarm.Clear();
    }

    private void Raise(DateTimeOffset at, bool isUnchecked)
    {
        if (isUnchecked)
            alarm.RaiseDoubt($"The verification of {WhenText.Of(at)} did not find the keys beside the database.");
        else
            alarm.Raise($"The verification of {WhenText.Of(at)} failed.");
    }

    private async Task NoteAsync(string about, VerifiedLog found, CancellationToken ct)
    {
        try
        {
            await using var db = await hub.OpenAsync(ct);
            db.Log(new AuditLogEvent(ChainId.System, found.IsIntact ? Verified : found.Worst == LogFault.Unchecked ? Unchecked : Failed, Entity, about)
            {
                Details = new Dictionary<string, string> { ["Found"] = found.InWords },
            });
            await db.SaveChangesAsync(ct);
        }
        catch (StorageUnavailableException)
        {
            // On a full or read-only disk a verification is still worth its result.
        }
    }

    private static async Task<NotedVerification?> LastAsync(HubDbContext db, string about, string? actor, CancellationToken ct)
    {
        var entry = await db.AuditLogEntries.AsNoTracking()
            .Where(row => row.Chain == ChainId.System && row.EntityId == about && row.Entity == Entity && (row.Action == Verified || row.Action == Failed || row.Action == Unchecked) && (actor == null || row.Actor == actor))
            .OrderByDescending(row => row.At).ThenByDescending(row => row.Sequence).FirstOrDefaultAsync(ct);
        if (entry is null)
            return null;
        var who = await AuditLogReader.ActorNamesAsync(db, [(entry.ActorKind, entry.Actor)], ct);
        return new(entry.At, who[(entry.ActorKind, entry.Actor)], entry.Action switch { Verified => VerificationResult.Intact, Unchecked => VerificationResult.Unchecked, _ => VerificationResult.Failed });
    }
}
