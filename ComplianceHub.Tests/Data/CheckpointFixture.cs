using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Data;

/// <summary>Checkpoints of a log, and what an administrator of the database could do to them.</summary>
public abstract class CheckpointFixture(PostgresServer? server) : HubDatabaseFixture(server)
{
    private protected ChainId Chain => ChainId.OfShop(Shop.Id);

    private protected Checkpoints Checkpoints() => ScopeOf(Actor.System("test")).GetRequiredService<Checkpoints>();

    private protected Task<LogCheckpoint> WriteAsync() => Checkpoints().WriteAsync(Ct);

    private protected Task<LogVerification> VerifyAsync() => ScopeOf(Actor.System("test")).GetRequiredService<AuditLogVerifier>().VerifyAllAsync(Ct);

    private protected Task AddVendorAsync() => SaveAsync(new Vendor { ShopId = Shop.Id, LegalName = "Stripe" });

    private protected async Task<string> FileAsync()
    {
        await using var db = await OpenAsync();
        return Path.Combine(Services.GetRequiredService<SigningKeys>().FolderOf((await db.Set<Installation>().SingleAsync(Ct)).Id), "checkpoints.txt");
    }

    // As an administrator of the database could who knows how the chain is made.
    private protected async Task RewriteAsync()
    {
        await using var db = await OpenAsync();
        var (first, second) = (await EntryAsync(db, 1), await EntryAsync(db, 2));
        var forged = System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(second.Canonical).Replace("\"added\"", "\"moved\"", StringComparison.Ordinal));
        var hash = Convert.ToHexString(HashChain.HashOf(first.Hash, forged));
        var (bytes, literal) = (Convert.ToHexString(forged), IsPostgres ? "'\\x{0}'" : "x'{0}'");
        string Bytes(string hex) => string.Format(System.Globalization.CultureInfo.InvariantCulture, literal, hex);
        await BehindAsync(
            $"""UPDATE "AuditLogEntries" SET "Action" = 'moved', "Canonical" = {Bytes(bytes)}, "Hash" = {Bytes(hash)} WHERE "Chain" = '{Chain}' AND "Sequence" = 2""",
            $"""UPDATE "AuditLogHeads" SET "Hash" = {Bytes(hash)} WHERE "Chain" = '{Chain}'""");
    }

    private Task<AuditLogEntry> EntryAsync(HubDbContext db, long sequence) => db.AuditLogEntries.AsNoTracking().SingleAsync(row => row.Chain == Chain && row.Sequence == sequence, Ct);

    private protected Task BehindAsync(params string[] statements) => BehindAsync(["AuditLogEntries", "AuditLogCheckpoints", "AuditLogCheckpointHeads"], async db =>
    {
        foreach (var sql in statements)
            await db.Database.ExecuteSqlRawAsync(sql, Ct);
    });
}
