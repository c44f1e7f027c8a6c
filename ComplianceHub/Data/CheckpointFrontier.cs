using ComplianceHub.Domain.AuditLog;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>The right edge of the tree over the checkpoints. It is kept while the program runs: the next checkpoint, and the
/// proof of one, cost what was written since and not the whole history.</summary>
public sealed class CheckpointFrontier
{
    private readonly Lock _turn = new();
    private MerkleFrontier _kept = new();

    /// <summary>The edge after the first <paramref name="number"/> checkpoints; the caller may go on with it.</summary>
    /// <param name="db">Open for the program itself.</param>
    /// <param name="number">How many checkpoints, from the first.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<MerkleFrontier> AfterAsync(HubDbContext db, long number, CancellationToken ct)
    {
        var frontier = Kept();
        // Another database may be in this one's place, or an older copy of it: then what was kept is of another history.
        var isOurs = await IsOfAsync(db, frontier, ct);
        // An old checkpoint is asked for now and then, the latest again and again.
        var keeps = !isOurs || frontier.Size <= number;
        if (!isOurs || frontier.Size > number)
            frontier = new();
        var since = frontier.Size;
        var rows = db.AuditLogCheckpoints.AsNoTracking().Where(row => row.Number > since && row.Number <= number).OrderBy(row => row.Number)
            .Select(row => new { row.Number, row.At, row.Chains, row.TreeRoot });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
            frontier.Append(LogCheckpoint.LeafOf(row.Number, row.At, row.Chains, row.TreeRoot));
        if (keeps)
            Keep(frontier.Copy());
        return frontier;
    }

    private void Keep(MerkleFrontier frontier)
    {
        lock (_turn)
            _kept = frontier;
    }

    private MerkleFrontier Kept()
    {
        lock (_turn)
            return _kept.Copy();
    }

    private static async Task<bool> IsOfAsync(HubDbContext db, MerkleFrontier frontier, CancellationToken ct)
    {
        var size = frontier.Size;
        return size == 0 || (await db.AuditLogCheckpoints.Where(row => row.Number == size).Select(row => row.LogRoot).SingleOrDefaultAsync(ct))?.AsSpan().SequenceEqual(frontier.Root()) == true;
    }
}
