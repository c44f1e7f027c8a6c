using System.Runtime.CompilerServices;
using ComplianceHub.Domain.AuditLog;

namespace ComplianceHub.Data;

/// <summary>Reads one chain of the audit log, a long one in as many parts side by side as there are processors: reading a
/// row takes longer than judging it, and each part takes constant memory.</summary>
internal sealed class ChainReader(HubDb hub, ChainId chain, NotedHeads noted)
{
    // Each part reads on a connection of its own.
    private const int MostParts = 4;
    private const long ShortestPart = 20_000;

    /// <summary>Reads the chain.</summary>
    /// <param name="db">The reading of one moment that the head came from. What follows it must be of that moment; what is
    /// before it is never changed, so that other readings may look at it.</param>
    /// <param name="last">The number of the last entry according to the head. A wrong one makes unequal parts, no more.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>All of the chain, in the order of its entries.</returns>
    public Task<ChainPart[]> ReadAsync(HubDbContext db, long last, CancellationToken ct) =>
        ReadAsync(db, last, (int)Math.Clamp(last / ShortestPart, 1, Math.Min(MostParts, Environment.ProcessorCount)), ct);

    /// <summary>Reads the chain in that many parts.</summary>
    internal async Task<ChainPart[]> ReadAsync(HubDbContext db, long last, int parts, CancellationToken ct)
    {
        var length = last / parts;
        var earlier = Enumerable.Range(0, parts - 1)
            .Select(part => Task.Run(() => ReadAloneAsync(part == 0 ? long.MinValue : (part * length) + 1, (part + 1) * length, ct), ct)).ToList();
        var latest = Task.Run(() => ReadPartAsync(db, parts == 1 ? long.MinValue : ((parts - 1) * length) + 1, long.MaxValue, ct), ct);
        return await Task.WhenAll([.. earlier, latest]);
    }

    private async Task<ChainPart> ReadAloneAsync(long from, long upTo, CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(ct);
        return await ReadPartAsync(db, from, upTo, ct);
    }

    private Task<ChainPart> ReadPartAsync(HubDbContext db, long from, long upTo, CancellationToken ct) =>
        HashChain.ReadPartAsync(chain, RowsAsync(db, from, upTo, ct), ct);

    private async IAsyncEnumerable<(AuditLogEntry, AuditLogPayload?)> RowsAsync(HubDbContext db, long from, long upTo, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var rows = await ChainRows.OpenAsync(db, chain, from, upTo, ct);
        while (await rows.ReadAsync(ct))
        {
            var row = rows.Current();
            yield return row;
            noted.Pass(row.Entry);
        }
    }
}
