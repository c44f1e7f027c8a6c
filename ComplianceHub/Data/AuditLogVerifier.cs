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
/// <param name="UnknownChains">Names under which rows of the log stand and that are no chain's: somebody has overwritten them.</param>
public sealed record LogVerification(
    IReadOnlyList<(ChainId Chain, ChainVerification Result)> Chains, IReadOnlyList<string> MissingTriggers, IReadOnlyList<string> UnknownChains)
{
    /// <summary>Whether every chain holds and every trigger is there.</summary>
    public bool IsIntact => MissingTriggers.Count == 0 && UnknownChains.Count == 0 && Chains.All(chain => chain.Result is ChainVerification.Intact);

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
        var (chains, unknown) = await ChainsAsync(db, ct);
        var results = new List<(ChainId, ChainVerification)>();
        foreach (var chain in chains.Where(chain => MayVerify(db.Access, chain)).OrderBy(chain => chain.ToString(), StringComparer.Ordinal))
            results.Add((chain, await VerifyAsync(db, chain, ct)));
        return new LogVerification(results, await AppendOnlyTriggers.MissingAsync(db, ct), db.Access.SeesPeople ? unknown : []);
    }

    /// <summary>Verifies one chain.</summary>
    /// <exception cref="AccessDeniedException">The actor may not read this chain.</exception>
    public async Task<LogVerification> VerifyAsync(ChainId chain, CancellationToken ct = default)
    {
        await using var db = await hub.OpenAsync(ct);
        if (!MayVerify(db.Access, chain))
            throw new AccessDeniedException("Verifying this part of the audit log takes a grant for it.");
        await using var reading = await BeginReadingAsync(db, ct);
        return new LogVerification([(chain, await VerifyAsync(db, chain, ct))], await AppendOnlyTriggers.MissingAsync(db, ct), []);
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

    // Read as text: a name that somebody has overwritten is a result and must not end the reading. Chains that should be
    // there belong to it too, or one that was removed with its head would be missed by nobody.
    private static async Task<(List<ChainId> Chains, List<string> Unknown)> ChainsAsync(HubDbContext db, CancellationToken ct)
    {
        var names = await db.Database.SqlQuery<string>($"""
            SELECT "Chain" AS "Value" FROM "AuditLogHeads" UNION SELECT "Chain" FROM "AuditLogEntries"
            """).ToListAsync(ct);
        var unknown = names.Where(name => !IsChain(name)).ToList();
        var shops = await db.Shops.IgnoreQueryFilters().Select(shop => shop.Id).ToListAsync(ct);
        var chains = names.Except(unknown).Select(ChainId.Parse).Concat(shops.Select(ChainId.OfShop)).Append(ChainId.System).Append(ChainId.Group);
        return ([.. chains.Distinct()], unknown);
    }

    private static bool IsChain(string name)
    {
        try
        {
            return ChainId.Parse(name).ToString() == name;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static async Task<ChainVerification> VerifyAsync(HubDbContext db, ChainId chain, CancellationToken ct)
    {
        var reached = new Reached();
        try
        {
            var head = await db.AuditLogHeads.AsNoTracking().SingleOrDefaultAsync(row => row.Chain == chain, ct) ?? ChainHead.Empty(chain);
            var result = await HashChain.VerifyAsync(chain, ReadAsync(db, chain, reached, ct), head, ct);
            return result is ChainVerification.Intact { Count: 0 } && await HasBegunAsync(db, chain, ct)
                ? new ChainVerification.Broken(1, "The whole chain is missing: what it tells about is there.")
                : result;
        }
        catch (Exception unreadable) when (unreadable is FormatException or InvalidCastException or InvalidOperationException or OverflowException)
        {
            return new ChainVerification.Broken(reached.Count + 1, "The entry cannot be read: a field was overwritten.");
        }
    }

    // Adding the installation, the first company and each shop wrote the first entry of their chain.
    private static Task<bool> HasBegunAsync(HubDbContext db, ChainId chain, CancellationToken ct) =>
        chain.ShopId is { } id ? db.Shops.IgnoreQueryFilters().AnyAsync(shop => shop.Id == id, ct)
        : chain == ChainId.System ? db.Set<Installation>().AnyAsync(ct)
        : db.LegalEntities.IgnoreQueryFilters().AnyAsync(ct);

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
