using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Data;

public sealed class AuditLogVerifierTests_on_Sqlite() : AuditLogVerifierTests(null);

public sealed class AuditLogVerifierTests_on_Postgres(PostgresServer server) : AuditLogVerifierTests(server);

public abstract class AuditLogVerifierTests(PostgresServer? server) : HubDatabaseFixture(server)
{
    private ChainId Chain => ChainId.OfShop(Shop.Id);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        for (var i = 1; i <= 5; i++)
            await SaveAsync(new Vendor { ShopId = Shop.Id, LegalName = $"Vendor {i}" });
    }

    [Fact]
    public async Task A_log_that_nobody_touched_is_intact()
    {
        await PersonAsync(HubRole.Viewer, Shop.Id);
        var log = await VerifyAllAsync();
        Assert.True(log.IsIntact);
        Assert.Equal(
            ["group", "shop:", "shop:", "shop:", "system"], log.Chains.Select(chain => chain.Chain.ToString()[..Math.Min(6, chain.Chain.ToString().Length)].TrimEnd('-')).Select(name => name.StartsWith("shop:", StringComparison.Ordinal) ? "shop:" : name));
        await using var db = await OpenAsync();
        Assert.Equal(await db.AuditLogEntries.LongCountAsync(Ct), log.Count);
    }

    [Theory]
    [InlineData("""UPDATE "AuditLogEntries" SET "Action" = 'added' WHERE "Sequence" = 3""")]
    [InlineData("""DELETE FROM "AuditLogEntries" WHERE "Sequence" = 3""")]
    [InlineData("""INSERT OR REPLACE INTO "AuditLogEntries" SELECT * FROM "AuditLogEntries" WHERE "Sequence" = 3""")]
    [InlineData("""INSERT INTO "AuditLogEntries" SELECT * FROM "AuditLogEntries" WHERE "Sequence" = 3 ON CONFLICT ("Chain", "Sequence") DO UPDATE SET "Action" = 'x'""")]
    [InlineData("""TRUNCATE "AuditLogEntries" """)]
    public async Task The_database_refuses_to_change_the_log(string sql)
    {
        var isOtherDialect = sql.StartsWith(IsPostgres ? "INSERT OR" : "TRUNCATE", StringComparison.Ordinal);
        // SQLite cannot parse ON CONFLICT after SELECT without WHERE true in between; it has INSERT OR REPLACE.
        if (isOtherDialect || (!IsPostgres && sql.Contains("ON CONFLICT", StringComparison.Ordinal)))
            return;
        await using var db = await OpenAsync();
        var refusal = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync(sql, Ct));
        Assert.Contains("append-only", refusal.Message, StringComparison.Ordinal);
        Assert.True((await VerifyAllAsync()).IsIntact);
    }

    [Fact]
    public async Task A_missing_trigger_is_named_and_comes_back_at_the_next_start()
    {
        await ExecuteAsync(IsPostgres
            ? """DROP TRIGGER "AuditLogEntries_no_update" ON "AuditLogEntries" """
            : """DROP TRIGGER "AuditLogEntries_no_update" """);
        Assert.Equal(["AuditLogEntries_no_update"], (await VerifyAllAsync()).MissingTriggers);
        await Database.MigrateAsync(Ct);
        Assert.True((await VerifyAllAsync()).IsIntact);
    }

    [Fact]
    public async Task A_trigger_that_refuses_nothing_is_missing_and_mended_at_the_next_start()
    {
        await ExecuteAsync(IsPostgres
            ? """CREATE OR REPLACE FUNCTION "AuditLogEntries_refuse"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$"""
            : """DROP TRIGGER "AuditLogEntries_no_update"; CREATE TRIGGER "AuditLogEntries_no_update" BEFORE UPDATE ON "AuditLogEntries" BEGIN SELECT 1; END""");
        Assert.Contains("AuditLogEntries_no_update", (await VerifyAllAsync()).MissingTriggers);
        await Database.MigrateAsync(Ct);
        Assert.True((await VerifyAllAsync()).IsIntact);
    }

    [Fact]
    public async Task A_trigger_that_is_switched_off_is_missing()
    {
        if (!IsPostgres)
            return;
        await ExecuteAsync("""ALTER TABLE "AuditLogEntries" DISABLE TRIGGER "AuditLogEntries_no_delete" """);
        Assert.Equal(["AuditLogEntries_no_delete"], (await VerifyAllAsync()).MissingTriggers);
    }

    [Theory]
    [InlineData("""UPDATE "AuditLogEntries" SET "Action" = 'removed' WHERE "Sequence" = 3 AND "Chain" = '{0}'""", 3, "fields differ")]
    [InlineData("""UPDATE "AuditLogEntries" SET "Id" = '019a0000-0000-7000-8000-000000000000' WHERE "Sequence" = 3 AND "Chain" = '{0}'""", 3, "fields differ")]
    [InlineData("""UPDATE "AuditLogEntries" SET "ActorKind" = 'Nobody' WHERE "Sequence" = 3 AND "Chain" = '{0}'""", 3, "cannot be read")]
    [InlineData("""DELETE FROM "AuditLogEntries" WHERE "Sequence" = 3 AND "Chain" = '{0}'""", 3, "Entry 3 is missing")]
    [InlineData("""DELETE FROM "AuditLogEntries" WHERE "Sequence" = 6 AND "Chain" = '{0}'""", 6, "had 6 entries and has 5")]
    [InlineData("""DELETE FROM "AuditLogEntries" WHERE "Chain" = '{0}'""", 1, "had 6 entries and has 0")]
    [InlineData("""UPDATE "AuditLogEntries" SET "Sequence" = CASE "Sequence" WHEN 3 THEN 103 ELSE 3 END WHERE "Sequence" IN (3, 4) AND "Chain" = '{0}'""", 3, "fields differ|does not follow")]
    [InlineData("""UPDATE "AuditLogPayloads" SET "Json" = '[]' WHERE "EntryId" IN (SELECT "Id" FROM "AuditLogEntries" WHERE "Sequence" = 3 AND "Chain" = '{0}')""", 3, "details were changed")]
    [InlineData("""UPDATE "AuditLogHeads" SET "Sequence" = 4 WHERE "Chain" = '{0}'""", 7, "recorded head")]
    public async Task What_a_database_administrator_changes_is_found(string sql, long sequence, string reason)
    {
        await BehindAsync(["AuditLogEntries"], _ => ExecuteAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, Chain)));
        var log = await VerifyAllAsync();
        var (chain, result) = Assert.Single(log.Chains, one => one.Result is ChainVerification.Broken);
        Assert.Equal(Chain, chain);
        var broken = (ChainVerification.Broken)result;
        Assert.Equal(sequence, broken.AtSequence);
        Assert.Matches(reason, broken.Reason);
        for (var parts = 1; parts <= 4; parts++)
            Assert.Equal(broken, await InPartsAsync(parts));
    }

    [Fact]
    public async Task A_long_chain_is_read_in_parts_to_its_end()
    {
        for (var parts = 1; parts <= 4; parts++)
            Assert.Equal(6, Assert.IsType<ChainVerification.Intact>(await InPartsAsync(parts)).Count);
    }

    [Fact]
    public async Task An_entry_before_the_first_is_found_however_the_chain_is_read()
    {
        await ExecuteAsync($"""INSERT INTO "AuditLogEntries" SELECT "Chain", {long.MinValue}, '019a0000-0000-7000-8000-000000000000', "At", "Actor", "ActorKind", "Action", "Entity", "EntityId", "PayloadCommitment", "RequestId", "AppVersion", "Canonical", "PreviousHash", "Hash" FROM "AuditLogEntries" WHERE "Sequence" = 1 AND "Chain" = '{Chain}'""");
        for (var parts = 1; parts <= 4; parts++)
            Assert.Equal(1, Assert.IsType<ChainVerification.Broken>(await InPartsAsync(parts)).AtSequence);
    }

    [Fact]
    public async Task An_erased_payload_leaves_the_log_intact()
    {
        await using (var db = await OpenAsync())
        {
            db.RemoveRange(await db.AuditLogPayloads.ToListAsync(Ct));
            await db.SaveChangesAsync(Ct);
        }
        Assert.True((await VerifyAllAsync()).IsIntact);
    }

    [Fact]
    public async Task A_person_verifies_what_they_may_read()
    {
        var viewer = await PersonAsync(HubRole.Viewer, Shop.Id);
        var log = await ScopeOf(Actor.User(viewer)).GetRequiredService<AuditLogVerifier>().VerifyAllAsync(Ct);
        Assert.Equal([Chain], log.Chains.Select(chain => chain.Chain));
        await Assert.ThrowsAsync<AccessDeniedException>(() =>
            ScopeOf(Actor.User(viewer)).GetRequiredService<AuditLogVerifier>().VerifyAsync(ChainId.System, ct: Ct));
    }

    private async Task<ChainVerification> InPartsAsync(int parts)
    {
        await using var db = await ScopeOf(Actor.System("test")).GetRequiredService<HubDb>().OpenAsync(Ct);
        var noted = await NotedHeads.OfAsync(db, Chain, 0, Ct);
        var head = await db.AuditLogHeads.AsNoTracking().SingleAsync(row => row.Chain == Chain, Ct);
        var reader = new ChainReader(ScopeOf(Actor.System("test")).GetRequiredService<HubDb>(), Chain, noted);
        return noted.Judge(HashChain.Join(Chain, await reader.ReadAsync(db, head.Sequence, parts, Ct)), head);
    }

    private Task<LogVerification> VerifyAllAsync() => ScopeOf(Actor.System("test")).GetRequiredService<AuditLogVerifier>().VerifyAllAsync(Ct);

    private async Task ExecuteAsync(string sql)
    {
        await using var db = await OpenAsync();
        await db.Database.ExecuteSqlRawAsync(sql, Ct);
    }
}
