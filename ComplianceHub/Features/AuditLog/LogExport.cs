using System.Runtime.CompilerServices;
using ComplianceHub.Data;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Exchange.LogExtract;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.AuditLog;

/// <summary>A log as a file: what it says of the chain, and its entries as they are read.</summary>
/// <param name="Chain">The chain, as it stood when the file was asked for.</param>
/// <param name="Entries">The entries, oldest first, read piece by piece.</param>
public sealed record ExportedLog(ExtractedChain Chain, IAsyncEnumerable<ExtractedEntry> Entries);

/// <summary>Hands out a log as a file. Each export is itself an entry of the same log, written first: what cannot be
/// logged is not handed out.</summary>
public sealed class LogExport(HubDb hub, AuditLogReader log)
{
    /// <summary>What the log calls it.</summary>
    public const string Exported = "exported";

    private const int Piece = 500;

    /// <summary>The entries that pass the filter, up to the last one of now; null when there is no such shop or the person
    /// may not read this log.</summary>
    /// <exception cref="StorageUnavailableException">The log takes no entry: the disk is full or read-only.</exception>
    public async Task<ExportedLog?> BeginAsync(LogScope scope, LogAsked asked, string format, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(asked);
        await using var db = await hub.OpenAsync(ct);
        if (await scope.FindAsync(db, ct) is not ({ } chain, _))
            return null;
        var head = await db.AuditLogHeads.AsNoTracking().SingleOrDefaultAsync(row => row.Chain == chain, ct) ?? ChainHead.Empty(chain);
        db.Log(new AuditLogEvent(chain, Exported, "AuditLog", chain.ToString()) { Details = DetailsOf(asked, format, head.Sequence) });
        await db.SaveLogFirstAsync("The log is handed out only with an entry about it, so no file is made now.", ct);
        return new(new(chain, head, asked.InWords), EntriesAsync(chain, asked.Filter, head.Sequence, ct));
    }

    private static Dictionary<string, string> DetailsOf(LogAsked asked, string format, long last)
    {
        var details = new Dictionary<string, string> { ["Format"] = format, ["UpTo"] = $"{last}" };
        if (asked.InWords is { } filter)
            details["Filter"] = filter;
        return details;
    }

    private async IAsyncEnumerable<ExtractedEntry> EntriesAsync(ChainId chain, AuditLogFilter filter, long last, [EnumeratorCancellation] CancellationToken ct)
    {
        for (long after = 0; after < last;)
        {
            var piece = await log.AfterAsync(chain, filter, after, last, Piece, ct);
            foreach (var (line, entry, payload) in piece)
                yield return new(entry, payload, line.Who, line.Record?.Name ?? (Guid.TryParse(line.EntityId, out var id) ? line.Names.GetValueOrDefault(id) : null));
            if (piece.Count < Piece)
                yield break;
            after = piece[^1].Entry.Sequence;
        }
    }
}
