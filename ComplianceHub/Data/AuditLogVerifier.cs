using System.Data;
using System.Runtime.CompilerServices;
using ComplianceHub.Domain.AuditLog;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ComplianceHub.Data;

/// <summary>What verifying the audit log found.</summary>
/// <param name="Chains">Each chain that the actor may read, with the result.</param>
/// <param name="MissingTriggers">The names of the database's triggers that should refuse changes and are not there.</param>
public sealed record LogVerification(IReadOnlyList<(ChainId Chain, ChainVerification Result)> Chains, IReadOnlyList<string> MissingTriggers)
{
    /// <summary>Whether every chain holds and every trigger is there.</summary>
    public bool IsIntact => MissingTriggers.Count == 0 && Chains.All(chain => chain.Result is ChainVerification.Intact);

    /// <summary>How many entries the intact chains have.</summary>
    public long Count => Chains.Sum(chain => chain.Result is ChainVerification.Intact intact ? intact.Count : 0);
}

/// <summary>
/// Reads chains of the audit log from their first entry, in constant memory: the same on the page, at night and on the
/// command line.
/// </summary>
public sealed class AuditLogVerifier(HubDb hub)
{
    /// <summary>Verifies every chain that the actor may read.</summary>
    public async Task<LogVerification> VerifyAllAsync(CancellationToken ct = default)
    {
        await using var db = await hub.OpenAsync(ct);
        await using var reading = await BeginReadingAsync(db, ct);
        var chains = await db.AuditLogHeads.IgnoreQueryFilters().Select(head => head.Chain)
            .Union(db.AuditLogEntries.IgnoreQueryFilters().Select(entry => entry.Chain)).ToListAsync(ct);
        var results = new List<(ChainId, ChainVerification)>();
        foreach (var chain in chains.Where(chain => MayVerify(db.Access, chain)).OrderBy(chain => chain.ToString(), StringComparer.Ordinal))
            results.Add((chain, await VerifyAsync(db, chain, ct)));
        return new LogVerification(results, await AppendOnlyTriggers.MissingAsync(db, ct));
    }

    /// <summary>Verifies one chain.</summary>
    /// <exception cref="AccessDeniedException">The actor may not read this chain.</exception>
    public async Task<LogVerification> VerifyAsync(ChainId chain, CancellationToken ct = default)
    {
        await using var db = await hub.OpenAsync(ct);
        if (!MayVerify(db.Access, chain))
            throw new AccessDeniedException("Verifying this part of the audit log takes a grant for it.");
        await using var reading = await BeginReadingAsync(db, ct);
        return new LogVerification([(chain, await VerifyAsync(db, chain, ct))], await AppendOnlyTriggers.MissingAsync(db, ct));
    }

    private static bool MayVerify(Access access, ChainId chain) =>
        chain == ChainId.System ? access.SeesPeople
        : chain.ShopId is { } shop ? access.MayReadRegisters(shop)
        : access.SeesAllRegisters;

    // Head and entries are of one moment, or an entry that is appended meanwhile would look like a forged one.
    private static async Task<IDbContextTransaction?> BeginReadingAsync(HubDbContext db, CancellationToken ct)
    {
        if (db is PostgresHubDbContext)
            return await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await db.Database.OpenConnectionAsync(ct);
        // Deferred: it takes no write lock, so others go on writing.
        return await db.Database.UseTransactionAsync(((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true), ct);
    }

    private static async Task<ChainVerification> VerifyAsync(HubDbContext db, ChainId chain, CancellationToken ct)
    {
        var head = await db.AuditLogHeads.AsNoTracking().SingleOrDefaultAsync(row => row.Chain == chain, ct) ?? ChainHead.Empty(chain);
        var reached = new Reached();
        try
        {
            return await HashChain.VerifyAsync(chain, ReadAsync(db, chain, reached, ct), head, ct);
        }
        catch (Exception unreadable) when (unreadable is FormatException or InvalidCastException or InvalidOperationException or OverflowException)
        {
            return new ChainVerification.Broken(reached.Count + 1, "The entry cannot be read: a field was overwritten.");
        }
    }

    private static async IAsyncEnumerable<(AuditLogEntry, AuditLogPayload?)> ReadAsync(
        HubDbContext db, ChainId chain, Reached reached, [EnumeratorCancellation] CancellationToken ct)
    {
        var rows = from entry in db.AuditLogEntries.IgnoreQueryFilters().AsNoTracking()
                   where entry.Chain == chain
                   join payload in db.AuditLogPayloads.IgnoreQueryFilters().AsNoTracking() on entry.Id equals payload.EntryId into payloads
                   from payload in payloads.DefaultIfEmpty()
                   orderby entry.Sequence
                   select new { Entry = entry, Payload = payload };
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return (row.Entry, row.Payload);
            reached.Count++;
        }
    }

    /// <summary>How far the reading came.</summary>
    private sealed class Reached
    {
        public long Count { get; set; }
    }
}
