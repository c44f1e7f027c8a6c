using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>
/// Writes checkpoints of the audit log: where every chain stands, signed, in the database and in a file beside it. A
/// checkpoint that contradicts one that was signed before is never written.
/// </summary>
public sealed partial class Checkpoints(HubDb hub, SigningKeys keys, CheckpointFrontier frontiers, LogAlarm alarm, ILogger<Checkpoints> log)
{
    /// <summary>What the file outside the database is called, in the folder of the installation.</summary>
    public const string FileName = CheckpointFile.Name;

    /// <summary>Writes a checkpoint when anything was logged since the last one, and returns the one that covers it all.</summary>
    /// <exception cref="DomainException">The database is older than what was signed, or the key is missing.</exception>
    public async Task<LogCheckpoint> WriteAsync(CancellationToken ct = default)
    {
        await using var db = await hub.OpenAsync(Actor.System("checkpoint"), ct);
        await using var turn = await BeginAsync(db, ct);
        var (installation, last) = (await InstallationAsync(db, ct), await LastAsync(db, ct));
        var noted = await DemandGrownAsync(db, installation, ct);
        var checkpoint = await AppendAsync(db, installation, last, noted, ct);
        await turn.CommitAsync(ct);
        await turn.DisposeAsync();
        await CopyAsync(db, installation, ct);
        return checkpoint;
    }

    /// <summary>Compares the database with what was signed before, and raises the alarm when it is older. Reading goes on.</summary>
    public async Task LookBackAsync(CancellationToken ct = default)
    {
        await using var db = await hub.OpenAsync(Actor.System("checkpoint"), ct);
        try
        {
            var installation = await InstallationAsync(db, ct);
            await DemandGrownAsync(db, installation, ct);
            // What a crash left out of the file, as long as somebody knows that it was a crash.
            if (Directory.Exists(keys.FolderOf(installation)))
                await CopyAsync(db, installation, ct);
        }
        catch (DomainException rolledBack) when (rolledBack is not StorageUnavailableException)
        {
            LogRolledBack(log, rolledBack.Message);
        }
    }

    /// <summary>Lets the next key sign from now on; the log of the system keeps the note that both keys signed.</summary>
    /// <exception cref="DomainException">Today's key is missing.</exception>
    public async Task<LogKeys> RotateKeyAsync(CancellationToken ct = default)
    {
        // What the old key vouches for ends with its own last checkpoint.
        await WriteAsync(ct);
        await using var db = await hub.OpenAsync(ct);
        if (!db.Access.SeesPeople)
            throw new AccessDeniedException("The key that signs checkpoints is changed by an administrator of the group.");
        await using var turn = await BeginAsync(db, ct);
        var before = keys.Ensure(await InstallationAsync(db, ct)).Current.Key;
        var rotated = keys.Rotate(await InstallationAsync(db, ct));
        db.Log(new(ChainId.System, "rotated", "SigningKey", rotated.Current.Key.IdText)
        {
            Details = new Dictionary<string, string> { ["Before"] = before.IdText, ["Note"] = rotated.Current.Rotation! },
        });
        await db.SaveChangesAsync(ct);
        await turn.CommitAsync(ct);
        return rotated;
    }

    /// <summary>Lets a new key sign under a new name, because the one before is lost; the log of the system says where it
    /// goes on. What was signed before stays as it is, and is believed as far as its public keys are there.</summary>
    /// <exception cref="DomainException">Nothing was signed yet, or the key is there, or the database was rolled back.</exception>
    public async Task<LogKeys> ContinueWithoutKeyAsync(CancellationToken ct = default)
    {
        LogKeys continued;
        await using (var db = await hub.OpenAsync(ct))
        {
            if (!db.Access.SeesPeople)
                throw new AccessDeniedException("The key that signs checkpoints is changed by an administrator of the group.");
            await using var turn = await BeginAsync(db, ct);
            var (installation, last) = (await InstallationAsync(db, ct), await LastAsync(db, ct));
            if (last is null)
                throw new DomainException("No checkpoint was signed yet: the first one makes a key by itself.");
            await DemandGrownAsync(db, installation, ct);
            if (keys.Public(installation) is { } published && keys.MaySign(installation, published))
                throw new DomainException("The key that signs checkpoints is here, so it is not lost: change it without --lost.");
            var from = new LogContinuation(TreeHead.Parse(SignedNote.Parse(last.Note).Text).Origin, last.Number, last.LogRoot);
            (var key, continued) = keys.Continuing(installation, from);
            using var next = key;
            db.Because("The key that signed checkpoints before is lost");
            db.Log(new(ChainId.System, Continued, "SigningKey", continued.Current.Key.IdText)
            {
                Details = new Dictionary<string, string>
                {
                    ["From"] = from.Origin, ["To"] = continued.Origin, ["Checkpoint"] = $"{from.Checkpoint}", ["Root"] = Convert.ToHexStringLower(from.Root), ["Note"] = continued.Current.ContinuedFrom!,
                },
            });
            await db.SaveChangesAsync(ct);
            await turn.CommitAsync(ct);
            // After the commit: a key that nobody logged would never be believed.
            keys.Begin(installation, key, continued);
        }
        await WriteAsync(ct);
        return continued;
    }

    /// <summary>The public keys of this installation; null while none has been made.</summary>
    /// <exception cref="FormatException">The file of public keys is damaged.</exception>
    public async Task<LogKeys?> KeysAsync(CancellationToken ct = default)
    {
        await using var db = await hub.OpenAsync(Actor.System("checkpoint"), ct);
        return keys.Public(await InstallationAsync(db, ct));
    }

    /// <summary>What the log calls it when a new key goes on without the one before.</summary>
    internal const string Continued = "continued";

    internal static async Task<Guid> InstallationAsync(HubDbContext db, CancellationToken ct) =>
        await db.Set<Installation>().Select(row => row.Id).SingleAsync(ct);

    private static Task<LogCheckpoint?> LastAsync(HubDbContext db, CancellationToken ct) =>
        db.AuditLogCheckpoints.AsNoTracking().OrderByDescending(row => row.Number).FirstOrDefaultAsync(ct);

    // One writer at a time: SQLite's transaction holds the write lock already.
    private static async Task<Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction> BeginAsync(HubDbContext db, CancellationToken ct)
    {
        var turn = await db.Database.BeginTransactionAsync(ct);
        if (db is PostgresHubDbContext)
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('ComplianceHub checkpoint'))", ct);
        return turn;
    }

    private async Task<LogCheckpoint> AppendAsync(HubDbContext db, Guid installation, LogCheckpoint? last, IReadOnlyDictionary<ChainId, long> noted, CancellationToken ct)
    {
        var tree = new HeadTree();
        foreach (var head in await db.AuditLogHeads.AsNoTracking().Where(head => head.Sequence > 0).ToListAsync(ct))
            tree.Set(head);
        var moved = tree.Heads.Where(head => noted.GetValueOrDefault(head.Chain) != head.Sequence).ToList();
        if (moved.Count == 0 && last is not null)
            return last;
        if (last is not null && keys.Public(installation) is null)
            throw new DomainException($"The keys that signed the checkpoints are missing. Restore the folder {installation:D} beside the database from a backup, or, when it is lost, go on with log rotate-key --lost.");

        var (number, at) = ((last?.Number ?? 0) + 1, db.Clock.GetUtcNow());
        at = at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMillisecond));
        var frontier = await frontiers.AfterAsync(db, number - 1, ct);
        frontier.Append(LogCheckpoint.LeafOf(number, at, tree.Count, tree.Root()));
        var published = keys.Ensure(installation);
        var checkpoint = new LogCheckpoint
        {
            Number = number,
            At = at,
            Chains = tree.Count,
            TreeRoot = tree.Root(),
            LogRoot = frontier.Root(),
            Note = keys.Sign(installation, published, new(published.Origin, number, frontier.Root())),
        };
        db.Add(checkpoint);
        db.AddRange(moved.Select(head => new CheckpointHead { Chain = head.Chain, Number = number, Sequence = head.Sequence, Hash = head.Hash }));
        await db.SaveChangesAsync(ct);
        return checkpoint;
    }

    private string FileOf(Guid installation) => Path.Combine(keys.FolderOf(installation), CheckpointFile.Name);

    // After the commit, so that the file never knows more than the database kept; what a crash left out is added here too.
    private async Task CopyAsync(HubDbContext db, Guid installation, CancellationToken ct)
    {
        try
        {
            // One at a time here too, or two would add the same checkpoint.
            await using var turn = await BeginAsync(db, ct);
            var file = FileOf(installation);
            var (last, torn) = CheckpointFile.End(file);
            var copied = NumberOf(last);
            var missing = CheckpointFile.BytesOf(await db.AuditLogCheckpoints.AsNoTracking().Where(row => row.Number > copied).OrderBy(row => row.Number).Select(row => row.Note).ToListAsync(ct));
            if (!missing.AsSpan().StartsWith(torn))
                throw new FormatException("The checkpoint file goes on after its last checkpoint with something that this database did not sign.");
            // What is there already stays: the file is only ever added to.
            if (missing.Length > torn.Length)
                CheckpointFile.Append(file, missing.AsSpan(torn.Length));
        }
        catch (Exception notCopied) when (notCopied is IOException or UnauthorizedAccessException or FormatException || StorageErrors.Explain(notCopied) is not null)
        {
            LogNotCopied(log, notCopied.Message);
        }
    }

    [LoggerMessage(LogLevel.Critical, "The audit log does not hold: {Reason}")]
    private static partial void LogRolledBack(ILogger log, string reason);

    [LoggerMessage(LogLevel.Error, "A checkpoint could not be copied to the checkpoint file: {Reason}")]
    private static partial void LogNotCopied(ILogger log, string reason);
}
