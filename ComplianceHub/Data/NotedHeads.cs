using ComplianceHub.Domain.AuditLog;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>
/// Where a chain stood at each checkpoint, to be compared while its entries are read: without it a chain that was
/// written anew to its end, or cut off, is intact by itself.
/// </summary>
internal sealed class NotedHeads
{
    private readonly Dictionary<long, CheckpointHead> _heads = [];
    private CheckpointHead? _last;
    private CheckpointHead? _contradicted;

    /// <summary>The heads that the checkpoints up to one noted.</summary>
    public static async Task<NotedHeads> OfAsync(HubDbContext db, ChainId chain, long upTo, CancellationToken ct)
    {
        var noted = new NotedHeads();
        foreach (var head in await db.AuditLogCheckpointHeads.AsNoTracking().Where(head => head.Chain == chain && head.Number <= upTo).OrderBy(head => head.Number).ToListAsync(ct))
            noted._heads[head.Sequence] = noted._last = head;
        return noted;
    }

    /// <summary>An entry was read and follows the one before it. Entries of several parts of the chain may be told at once.</summary>
    public void Pass(AuditLogEntry entry)
    {
        if (!_heads.TryGetValue(entry.Sequence, out var head) || head.Hash.AsSpan().SequenceEqual(entry.Hash))
            return;
        lock (_heads)
        {
            if (_contradicted is null || head.Sequence < _contradicted.Sequence)
                _contradicted = head;
        }
    }

    /// <summary>What reading the chain found, together with what the checkpoints and its own head say.</summary>
    public ChainVerification Judge(ChainVerification found, ChainHead recorded)
    {
        // Behind an entry that does not hold, nothing can be compared.
        if (found is not ChainVerification.Intact intact)
            return found;
        if (_last is not null && _last.Sequence > intact.Count)
        {
            return new ChainVerification.Broken(intact.Count + 1, $"Checkpoint {_last.Number} names entry {_last.Sequence}, and the chain ends at {intact.Count}: the end was cut off, or an old copy was put back.")
            {
                Fault = LogFault.RolledBack,
            };
        }
        var ending = HashChain.EndingAt(recorded, intact);
        return ending is ChainVerification.Intact && _contradicted is { } head
            ? new ChainVerification.Broken(head.Sequence, $"Checkpoint {head.Number} names another entry here: the chain was written anew.") { Fault = LogFault.Signature }
            : ending;
    }
}
