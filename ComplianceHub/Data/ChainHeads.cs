using ComplianceHub.Data.Configurations;
using ComplianceHub.Domain.AuditLog;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>Reads the heads of chains so that nobody else can append to them until the transaction ends.</summary>
internal static class ChainHeads
{
    public static async Task<Dictionary<ChainId, ChainHead>> LockAsync(HubDbContext db, IEnumerable<ChainId> chains, CancellationToken ct)
    {
        // As SQLite's time-out: who waits longer is told so, and loses nothing.
        if (db is PostgresHubDbContext)
            await db.Database.ExecuteSqlAsync($"SET LOCAL lock_timeout = '5s'", ct);
        var heads = new Dictionary<ChainId, ChainHead>();
        // The same order everywhere, so that two writers cannot wait for each other.
        foreach (var chain in chains.Distinct().OrderBy(chain => chain.ToString(), StringComparer.Ordinal))
            heads[chain] = await LockAsync(db, chain, ct);
        return heads;
    }

    private static async Task<ChainHead> LockAsync(HubDbContext db, ChainId chain, CancellationToken ct)
    {
        var (name, empty) = (chain.ToString(), ChainHead.Empty(chain));
        // Two first writers of a chain meet at the primary key: one waits for the other and then finds its row.
        await db.Database.ExecuteSqlAsync(
            $"""INSERT INTO "AuditLogHeads" ("Chain", "Sequence", "Hash") VALUES ({name}, {empty.Sequence}, {empty.Hash}) ON CONFLICT DO NOTHING""", ct);
        // SQLite's transaction holds the write lock already.
        var rows = db is PostgresHubDbContext
            ? db.AuditLogHeads.FromSql($"""SELECT * FROM "AuditLogHeads" WHERE "Chain" = {name} FOR UPDATE""")
            : db.AuditLogHeads.Where(head => head.Chain == chain);
        return (await rows.AsNoTracking().ToListAsync(ct)).Single();
    }
}
