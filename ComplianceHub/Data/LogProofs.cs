using ComplianceHub.Domain.AuditLog;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>Proves where chains of the audit log stand, and compares an earlier proof with the log as it is.</summary>
public sealed partial class LogProofs(HubDb hub, Checkpoints checkpoints, CheckpointFrontier frontier, ILogger<LogProofs> log)
{
    /// <summary>Writes a checkpoint when anything was logged since the last one, and proves where the chains stand in it.
    /// A chain without an entry is left out.</summary>
    /// <exception cref="Domain.DomainException">The database is older than what was signed, or the key is missing.</exception>
    public async Task<LogProof> ProveAsync(IReadOnlyCollection<ChainId> chains, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(chains);
        return await ProveAtAsync(await checkpoints.WriteAsync(ct), chains, ct);
    }

    /// <summary>The same for a report that is handed out in any case: null where the log cannot be vouched for, and the
    /// program's own log says why.</summary>
    public async Task<LogProof?> TryProveAsync(IReadOnlyCollection<ChainId> chains, CancellationToken ct = default)
    {
        try
        {
            return await ProveAsync(chains, ct);
        }
        catch (Exception refused) when (refused is Domain.DomainException or IOException or UnauthorizedAccessException or FormatException)
        {
            LogUnproven(log, refused.Message);
            return null;
        }
    }

    /// <summary>Proves where chains stood in the first checkpoint that covers an entry of each: the same proof whenever it is
    /// asked for. When no checkpoint covers them yet, one is written.</summary>
    /// <param name="entries">The number of an entry in each chain.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="Domain.DomainException">The database is older than what was signed, or the key is missing.</exception>
    public async Task<LogProof> ProveFirstAsync(IReadOnlyDictionary<ChainId, long> entries, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var checkpoint = await FirstCoveringAsync(entries, ct) ?? await checkpoints.WriteAsync(ct);
        return await ProveAtAsync(checkpoint, [.. entries.Keys], ct);
    }

    private async Task<LogCheckpoint?> FirstCoveringAsync(IReadOnlyDictionary<ChainId, long> entries, CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(Domain.Actor.System("checkpoint"), ct);
        long first = 0;
        foreach (var (chain, sequence) in entries)
        {
            if (await db.AuditLogCheckpointHeads.Where(head => head.Chain == chain && head.Sequence >= sequence).MinAsync(head => (long?)head.Number, ct) is not { } number)
                return null;
            first = Math.Max(first, number);
        }
        return await db.AuditLogCheckpoints.AsNoTracking().SingleOrDefaultAsync(row => row.Number == first, ct);
    }

    private async Task<LogProof> ProveAtAsync(LogCheckpoint checkpoint, IReadOnlyCollection<ChainId> chains, CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(Domain.Actor.System("checkpoint"), ct);
        var tree = new HeadTree();
        foreach (var noted in await CheckpointHeads.At(db, checkpoint.Number).AsNoTracking().ToListAsync(ct))
            tree.Set(noted.Head);
        var names = tree.Heads.Select((head, index) => (head.Chain, index)).ToDictionary(one => one.Chain, one => one.index);
        return new(
            checkpoint,
            (await frontier.AfterAsync(db, checkpoint.Number - 1, ct)).PathOfNext(),
            [.. chains.Distinct().Where(names.ContainsKey).Select(chain => new ProvenHead(tree.Of(chain)!, names[chain], tree.InclusionProof(chain)))]);
    }

    /// <summary>Whether the log still holds the entries and the checkpoint that a proof names.</summary>
    public async Task<bool> StillHoldsAsync(LogProof proof, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(proof);
        await using var db = await hub.OpenAsync(Domain.Actor.System("checkpoint"), ct);
        var stored = await db.AuditLogCheckpoints.AsNoTracking().Where(row => row.Number == proof.Checkpoint.Number).Select(row => row.Note).SingleOrDefaultAsync(ct);
        return stored == proof.Checkpoint.Note && await CheckpointHeads.WhyNotAsync(db, proof.Heads.Select(one => one.Head), ct) is null;
    }

    [LoggerMessage(LogLevel.Warning, "A report is handed out without a proof of where the audit log stands: {Reason}")]
    private static partial void LogUnproven(ILogger log, string reason);
}
