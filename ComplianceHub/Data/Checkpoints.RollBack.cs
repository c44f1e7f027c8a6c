using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <content>What shows, before the next checkpoint is signed, that the database contradicts those of before.</content>
public sealed partial class Checkpoints
{
    // Gives the number of the last entry that was noted of each chain.
    private async Task<IReadOnlyDictionary<ChainId, long>> DemandGrownAsync(HubDbContext db, Guid installation, CancellationToken ct)
    {
        var noted = await NotedAsync(db, ct);
        // Or the next checkpoint, and each report, would vouch for entries that replaced those of before.
        var reason = noted is null ? "What the checkpoints say of the audit log cannot be read: it was overwritten."
            : noted.Exists(one => one.IsShorter) ? "The audit log is shorter than its last checkpoint says: entries were removed."
            : noted.Exists(one => one.IsOther) ? "The audit log has other entries than its checkpoints say: it was written anew."
            : await WhyRolledBackAsync(db, installation, ct);
        if (reason is null)
            return noted!.ToDictionary(one => one.Chain, one => one.Sequence);
        alarm.Raise(reason);
        throw new DomainException(reason);
    }

    // Null where a field was overwritten so that it cannot be read.
    private static async Task<List<NotedStanding>?> NotedAsync(HubDbContext db, CancellationToken ct)
    {
        var standings =
            from noted in CheckpointHeads.Latest(db)
            join head in db.AuditLogHeads on noted.Chain equals head.Chain into heads
            from head in heads.DefaultIfEmpty()
            join entry in db.AuditLogEntries.IgnoreQueryFilters() on new { noted.Chain, noted.Sequence } equals new { entry.Chain, entry.Sequence } into entries
            from entry in entries.DefaultIfEmpty()
            select new NotedStanding(noted.Chain, noted.Sequence, head == null || head.Sequence < noted.Sequence, entry == null || entry.Hash != noted.Hash);
        try
        {
            return await standings.ToListAsync(ct);
        }
        catch (Exception unreadable) when (unreadable is FormatException or InvalidCastException or OverflowException)
        {
            return null;
        }
    }

    private async Task<string?> WhyRolledBackAsync(HubDbContext db, Guid installation, CancellationToken ct)
    {
        try
        {
            var (note, torn) = CheckpointFile.End(FileOf(installation));
            // After the file, which another instance may be adding to: the database always knows what the file knows.
            var last = await LastAsync(db, ct);
            if (torn.Length > 0 && !await IsBeginningOfNextAsync(db, note, torn, ct))
                return "The checkpoint file goes on after its last checkpoint with something that this database did not sign.";
            return note is not null && keys.Public(installation)?.Verified(note) is { } signed
                && (signed.Size > (last?.Number ?? 0) || (signed.Size == last?.Number && note != last.Note))
                ? $"The database is older than its checkpoint file, or another one: the file has {signed.Size} checkpoints, the database {last?.Number ?? 0}."
                : null;
        }
        catch (FormatException damaged)
        {
            return damaged.Message;
        }
    }

    private static long NumberOf(string? note) => note is null ? 0 : TreeHead.Parse(SignedNote.Parse(note).Text).Size;

    // A crash in the middle of writing leaves the beginning of a checkpoint that the database has.
    private static async Task<bool> IsBeginningOfNextAsync(HubDbContext db, string? last, byte[] torn, CancellationToken ct)
    {
        var number = NumberOf(last) + 1;
        var next = await db.AuditLogCheckpoints.AsNoTracking().Where(row => row.Number == number).Select(row => row.Note).SingleOrDefaultAsync(ct);
        return next is not null && CheckpointFile.BytesOf([next]).AsSpan().StartsWith(torn);
    }

    // A chain, the last entry of it that a checkpoint noted, and what the log has today.
    private sealed record NotedStanding(ChainId Chain, long Sequence, bool IsShorter, bool IsOther);
}
