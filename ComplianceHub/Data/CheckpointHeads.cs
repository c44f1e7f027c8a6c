using ComplianceHub.Domain.AuditLog;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>Where each chain of the audit log stood when a checkpoint was signed, and whether the log still has it so.</summary>
internal static class CheckpointHeads
{
    /// <summary>The last head of each chain that the checkpoints up to one noted.</summary>
    /// <param name="db">Open for the program itself.</param>
    /// <param name="upTo">The number of the checkpoint.</param>
    public static IQueryable<CheckpointHead> At(HubDbContext db, long upTo) =>
        // Grouped, and not the greatest number looked up for each row: a shop's chain is noted thousands of times.
        from last in db.AuditLogCheckpointHeads.Where(head => head.Number <= upTo).GroupBy(head => head.Chain).Select(heads => new { Chain = heads.Key, Number = heads.Max(head => head.Number) })
        join head in db.AuditLogCheckpointHeads on last equals new { head.Chain, head.Number }
        select head;

    /// <summary>The last head of each chain that any checkpoint noted.</summary>
    public static IQueryable<CheckpointHead> Latest(HubDbContext db) => At(db, long.MaxValue);

    /// <summary>What the log has otherwise than heads that were proved once; null when it still has them all.</summary>
    public static async Task<LogFinding?> WhyNotAsync(HubDbContext db, IEnumerable<ChainHead> proved, CancellationToken ct)
    {
        foreach (var head in proved)
        {
            var hash = await db.AuditLogEntries.IgnoreQueryFilters().Where(entry => entry.Chain == head.Chain && entry.Sequence == head.Sequence).Select(entry => entry.Hash).SingleOrDefaultAsync(ct);
            if (hash is null)
                return new(LogFault.RolledBack, $"entry {head.Sequence} of {head.Chain} was in the log, and the database does not have it");
            if (!hash.AsSpan().SequenceEqual(head.Hash))
                return new(LogFault.Broken, $"entry {head.Sequence} of {head.Chain} is another than the one that was in the log");
        }
        return null;
    }
}
