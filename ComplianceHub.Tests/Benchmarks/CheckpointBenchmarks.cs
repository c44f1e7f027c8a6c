using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Data;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Benchmarks;

public sealed class CheckpointBenchmarks_on_Sqlite() : CheckpointBenchmarks(null);

public sealed class CheckpointBenchmarks_on_Postgres(PostgresServer server) : CheckpointBenchmarks(server);

/// <summary>How long a checkpoint takes, and the proof that each report carries, when 10,000 shops were noted a hundred times each.</summary>
public abstract class CheckpointBenchmarks(PostgresServer? server) : HubDatabaseFixture(server)
{
    private const int Shops = 10_000;
    private const int Times = 100;

    private string Where => IsPostgres ? "PostgreSQL" : "SQLite";

    [Fact(Explicit = true)]
    public async Task Prove_one_shop_among_ten_thousand()
    {
        await AddShopsAsync();
        ChainId[] chain = [ChainId.OfShop(Shop.Id)];
        // What the first of each compiles is not what is measured.
        await Proofs().ProveAsync(chain, Ct);
        await NoteAsync();
        await Proofs().ProveAsync(chain, Ct);
        var floor = await Measured.Async($"{Where}: floor: read 1,000,000 noted heads by SQL", ReadAsync);
        await SaveAsync(new Vendor { ShopId = Shop.Id, LegalName = "Hotjar Ltd" });
        LogProof? proof = null;
        await Measured.Async($"{Where}: write a checkpoint and prove one shop in it", async () => proof = await Proofs().ProveAsync(chain, Ct), floor);
        Assert.True(proof!.Holds());
        Assert.Equal(Times + 1, proof.Checkpoint.Number);
        await Measured.Async($"{Where}: prove one shop in the checkpoint that is there", async () => await Proofs().ProveAsync(chain, Ct), floor);
    }

    private LogProofs Proofs() => ScopeOf(Actor.System("benchmark")).GetRequiredService<LogProofs>();

    private async Task AddShopsAsync()
    {
        for (var batch = 0; batch < Shops; batch += 500)
        {
            await using var db = await OpenAsync();
            db.AddRange(Enumerable.Range(batch, 500).Select(i => new Shop { Name = $"Shop {i}", Slug = $"shop-{i}", LegalEntityId = Company.Id }));
            await db.SaveChangesAsync(Ct);
        }
    }

    // As if each shop had changed between any two checkpoints: past the program, which would take hours.
    private async Task NoteAsync()
    {
        await using var db = await OpenAsync();
        await db.Database.ExecuteSqlAsync($"""
            WITH RECURSIVE n(x) AS (SELECT 2 UNION ALL SELECT x + 1 FROM n WHERE x < {Times})
            INSERT INTO "AuditLogCheckpoints" ("Number", "At", "Chains", "TreeRoot", "LogRoot", "Note") SELECT n.x, c."At", c."Chains", c."TreeRoot", c."LogRoot", c."Note" FROM "AuditLogCheckpoints" c, n WHERE c."Number" = 1
            """, Ct);
        await db.Database.ExecuteSqlAsync($"""
            WITH RECURSIVE n(x) AS (SELECT 2 UNION ALL SELECT x + 1 FROM n WHERE x < {Times})
            INSERT INTO "AuditLogCheckpointHeads" ("Chain", "Number", "Sequence", "Hash") SELECT h."Chain", n.x, h."Sequence", h."Hash" FROM "AuditLogCheckpointHeads" h, n WHERE h."Number" = 1
            """, Ct);
        if (IsPostgres)
            await db.Database.ExecuteSqlRawAsync("ANALYZE", Ct);
    }

    private async Task ReadAsync()
    {
        await using var db = await OpenAsync();
        await db.Database.OpenConnectionAsync(Ct);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = """SELECT "Chain", "Number", "Sequence", "Hash" FROM "AuditLogCheckpointHeads" """;
        await using var reader = await command.ExecuteReaderAsync(Ct);
        while (await reader.ReadAsync(Ct))
            _ = (reader.GetString(0), reader.GetInt64(2), reader.GetValue(3));
    }
}
