using System.Text;
using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>What verifying the checkpoints found.</summary>
/// <param name="Count">How many there are that fit, from the first.</param>
/// <param name="Last">The last of them; null while none has been written.</param>
/// <param name="Faults">What is wrong, in sentences without a full stop.</param>
public sealed record CheckpointVerification(long Count, LogCheckpoint? Last, IReadOnlyList<LogFinding> Faults)
{
    /// <summary>What whoever reads the result should know, and is no fault: a sentence without a full stop; null for nothing.</summary>
    public string? Remark { get; init; }
}

/// <summary>Something that verifying the log found beside the chains.</summary>
/// <param name="Fault">What kind of harm it is.</param>
/// <param name="Reason">What is wrong, in a sentence without a full stop.</param>
public sealed record LogFinding(LogFault Fault, string Reason);

/// <summary>
/// Reads all checkpoints once: each fits the heads that it was made of, the ones before it, its signature, and its copy
/// outside the database.
/// </summary>
internal sealed class CheckpointVerifier(HubDbContext db, SigningKeys keys)
{
    private readonly HeadTree _tree = new();
    private readonly MerkleFrontier _frontier = new();
    private LogCheckpoint? _last;
    private long _copied;
    private bool _hasFile;

    // Up to this checkpoint the keys that signed are lost, which the log says.
    private long _lostUpTo;
    private IReadOnlyList<LogContinuation> _continuations = [];

    private long Next => (_last?.Number ?? 0) + 1;

    public async Task<CheckpointVerification> VerifyAsync(LogChecks checks, CancellationToken ct)
    {
        var installation = await Checkpoints.InstallationAsync(db, ct);
        List<LogFinding> faults = [];
        var published = PublicKeys(installation, faults);
        var file = Path.Combine(keys.FolderOf(installation), CheckpointFile.Name);
        _hasFile = File.Exists(file);
        Note(published);
        using var copies = (_hasFile ? CheckpointFile.Read(file) : []).GetEnumerator();
        if (faults.Count == 0 && await FirstFaultAsync(published, copies, ct) is { } fault)
            faults.Add(fault);
        if (faults.Count == 0 && copies.MoveNext())
            faults.Add(Surplus(published, copies.Current));
        // What reading by lines forgives, such as a last line break that was cut off.
        if (faults.Count == 0 && _hasFile && new FileInfo(file).Length != _copied)
            faults.Add(new(LogFault.Signature, "the checkpoint file is not byte for byte what was written"));
        if (faults.Count == 0 && await db.AuditLogCheckpointHeads.AnyAsync(head => !db.AuditLogCheckpoints.Any(row => row.Number == head.Number), ct))
            faults.Add(new(LogFault.Signature, "a checkpoint is missing whose heads are there"));
        if (faults.Count == 0 && published is not null && await UnloggedAsync(published, ct) is { } unlogged)
            faults.Add(unlogged);
        if (faults.Count == 0 && published is null && _last is not null)
            faults.Add(new(LogFault.Unchecked, $"{_last.Number} checkpoints fit the log, and whether they were signed cannot be judged: {installation:D}/{SigningKeys.PublicFile} is not beside the database"));
        if (checks.Anchors is { } folder)
            faults.AddRange(await new CheckpointAnchors(db, published, installation, published is null ? long.MaxValue : _lostUpTo).CompareAsync(folder, checks.Reports, ct));
        return new(_last?.Number ?? 0, _last, faults) { Remark = _lostUpTo > 0 ? $"the key that signed checkpoints 1 to {_lostUpTo} is lost with its public half: they are vouched for by the one that goes on" : null };
    }

    private void Note(LogKeys? published)
    {
        _continuations = [.. published?.Keys.Select(key => key.Continuation).OfType<LogContinuation>() ?? []];
        _lostUpTo = published?.Keys[0].Continuation?.Checkpoint ?? 0;
    }

    // Whoever may write to the folder could make a key; only one that the log names goes on for another.
    private async Task<LogFinding?> UnloggedAsync(LogKeys published, CancellationToken ct)
    {
        foreach (var key in published.Keys.Where(key => key.ContinuedFrom is not null))
        {
            var id = key.Key.IdText;
            if (!await db.AuditLogEntries.IgnoreQueryFilters().AnyAsync(entry => entry.Chain == ChainId.System && entry.EntityId == id && entry.Action == Checkpoints.Continued, ct))
                return new(LogFault.Signature, $"the key {id} goes on for one that is lost, and the log does not say so");
        }
        return null;
    }

    private LogKeys? PublicKeys(Guid installation, List<LogFinding> faults)
    {
        try
        {
            return keys.Public(installation);
        }
        catch (Exception damaged) when (damaged is FormatException or IOException or UnauthorizedAccessException)
        {
            faults.Add(new(LogFault.Signature, $"the public keys in {installation:D}/{SigningKeys.PublicFile} cannot be read: {(damaged is FormatException ? damaged.Message.TrimEnd('.') : "the file is closed to the program")}"));
            return null;
        }
    }

    private async Task<LogFinding?> FirstFaultAsync(LogKeys? published, IEnumerator<string> copies, CancellationToken ct)
    {
        var rows = from checkpoint in db.AuditLogCheckpoints.AsNoTracking()
                   join head in db.AuditLogCheckpointHeads.AsNoTracking() on checkpoint.Number equals head.Number into heads
                   from head in heads.DefaultIfEmpty()
                   orderby checkpoint.Number
                   select new { Checkpoint = checkpoint, Head = (CheckpointHead?)head };
        try
        {
            LogCheckpoint? current = null;
            await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
            {
                if (current is not null && current.Number != row.Checkpoint.Number && WhyNotNext(current, published, copies) is { } fault)
                    return fault;
                current = row.Checkpoint;
                if (row.Head is not null)
                    _tree.Set(row.Head.Head);
            }
            return current is null ? null : WhyNotNext(current, published, copies);
        }
        catch (Exception unreadable) when (unreadable is FormatException or InvalidCastException or InvalidOperationException or OverflowException)
        {
            return new(LogFault.Signature, $"checkpoint {Next} cannot be read: a field was overwritten");
        }
    }

    private LogFinding? WhyNotNext(LogCheckpoint checkpoint, LogKeys? published, IEnumerator<string> copies)
    {
        var number = Next;
        if (checkpoint.Number != number)
            return new(LogFault.Gap, $"checkpoint {number} is missing");
        _frontier.Append(checkpoint.Leaf);
        if (WhyNotTrue(checkpoint, published) is { } reason)
            return new(LogFault.Signature, reason);
        // The whole folder is elsewhere: a database that was copied without it.
        if (published is null && !_hasFile)
        {
            _last = checkpoint;
            return null;
        }
        if (!copies.MoveNext())
            return new(LogFault.Signature, $"the checkpoint file ends before checkpoint {number}");
        if (copies.Current != checkpoint.Note)
            return new(LogFault.Signature, $"the checkpoint file and the database differ at checkpoint {number}");
        _last = checkpoint;
        _copied += Encoding.UTF8.GetByteCount(checkpoint.Note) + 1;
        return null;
    }

    private string? WhyNotTrue(LogCheckpoint checkpoint, LogKeys? published)
    {
        if (checkpoint.Chains != _tree.Count || !checkpoint.TreeRoot.AsSpan().SequenceEqual(_tree.Root()))
            return $"checkpoint {checkpoint.Number} does not fit the heads that it was made of";
        if (!checkpoint.LogRoot.AsSpan().SequenceEqual(_frontier.Root()))
            return $"checkpoint {checkpoint.Number} does not fit the ones before it";
        if (_continuations.Any(from => from.Checkpoint == checkpoint.Number && !from.Root.AsSpan().SequenceEqual(checkpoint.LogRoot)))
            return $"checkpoint {checkpoint.Number} is not the one after which the log went on with another key";
        if (Signed(checkpoint.Note, checkpoint.Number, published) is not { } signed)
            return $"checkpoint {checkpoint.Number} is not signed by a key of this installation";
        return signed.Size != checkpoint.Number || !signed.Root.AsSpan().SequenceEqual(checkpoint.LogRoot)
            ? $"what was signed at checkpoint {checkpoint.Number} is not what the database holds"
            : null;
    }

    private TreeHead? Signed(string note, long number, LogKeys? published) =>
        published is null || number <= _lostUpTo ? TreeHead.Unsigned(note) : published.Verified(note);

    private LogFinding Surplus(LogKeys? published, string note) =>
        Signed(note, Next, published) is { } signed && signed.Size > (_last?.Number ?? 0)
            ? new(LogFault.RolledBack, $"the database is older than its checkpoint file: it has {_last?.Number ?? 0} checkpoints, and the file goes on with {signed.Size}")
            : new(LogFault.Signature, $"the checkpoint file holds something after checkpoint {_last?.Number ?? 0} that is no checkpoint of this installation");
}
