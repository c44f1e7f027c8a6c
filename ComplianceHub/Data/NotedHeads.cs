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
    private long _count;
    private bool _isRead;

    /// <summary>The heads that the checkpoints up to one noted.</summary>
    public static async Task<NotedHeads> OfAsync(HubDbContext db, ChainId chain, long upTo, CancellationToken ct)
    {
        var noted = new NotedHeads();
        foreach (var head in await db.AuditLogCheckpointHeads.AsNoTracking().Where(head => head.Chain == chain && head.Number <= upTo).OrderBy(head => head.Number).ToListAsync(ct))
            noted._heads[head.Sequence] = noted._last = head;
        return noted;
    }

    /// <summary>How many entries were read.</summary>
    public long Count => _count;

    /// <summary>The next entry was read.</summary>
    public void Pass(AuditLogEntry entry)
    {
        _count++;
        if (_contradicted is null && _heads.TryGetValue(entry.Sequence, out var head) && !head.Hash.AsSpan().SequenceEqual(entry.Hash))
            _contradicted = head;
    }

    /// <summary>The last entry was read.</summary>
    public void End() => _isRead = true;

    /// <summary>What reading the chain found, together with what the checkpoints say.</summary>
    public ChainVerification Judge(ChainVerification found)
    {
        // Behind an entry that does not hold, nothing can be compared.
        if (!_isRead)
            return found;
        if (_last is not null && _last.Sequence > _count)
        {
            return new ChainVerification.Broken(_count + 1, $"Checkpoint {_last.Number} names entry {_last.Sequence}, and the chain ends at {_count}: the end was cut off, or an old copy was put back.")
            {
                Fault = LogFault.RolledBack,
            };
        }
        return found is ChainVerification.Intact && _contradicted is { } head
            ? new ChainVerification.Broken(head.Sequence, $"Checkpoint {head.Number} names another entry here: the chain was written anew.") { Fault = LogFault.Signature }
            : found;
    }
}
