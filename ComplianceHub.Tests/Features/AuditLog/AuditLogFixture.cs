using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Features.AuditLog;

/// <summary>A database whose shop has a log of four entries, which a test may forge.</summary>
public abstract class AuditLogFixture() : HubDatabaseFixture(null)
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        for (var i = 1; i <= 3; i++)
            await SaveAsync(new Vendor { ShopId = Shop.Id, LegalName = $"Vendor {i}" });
    }

    /// <summary>Rewrites the second entry of the shop's chain, as somebody could who holds the database file.</summary>
    protected async Task ForgeAsync()
    {
        await using var db = await OpenAsync();
        await db.Database.ExecuteSqlRawAsync("""DROP TRIGGER "AuditLogEntries_no_update" """, Ct);
        await db.Database.ExecuteSqlRawAsync("""UPDATE "AuditLogEntries" SET "Hash" = zeroblob(32) WHERE "Sequence" = 2 AND "Chain" = {0}""", [ChainId.OfShop(Shop.Id).ToString()], Ct);
        await Database.MigrateAsync(Ct);
    }
}
