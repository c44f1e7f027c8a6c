using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Features.AuditLog;
using ComplianceHub.Tests.Data;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Features.AuditLog;

public sealed class LogQueryTests_on_Sqlite() : LogQueryTests(null);

public sealed class LogQueryTests_on_Postgres(PostgresServer server) : LogQueryTests(server);

public abstract class LogQueryTests(PostgresServer? server) : HubDatabaseFixture(server)
{
    [Fact]
    public async Task An_entry_names_its_record_as_it_is_called_today_and_leads_to_it()
    {
        var vendor = await SaveAsync(new Vendor { ShopId = Shop.Id, LegalName = "Strype" });
        await using (var db = await OpenAsync())
        {
            db.Attach(vendor).Entity.LegalName = "Stripe";
            await db.SaveChangesAsync(Ct);
        }
        var lines = (await PageAsync())!.Lines;
        Assert.Equal([new RecordRef(Register.ThirdParties, vendor.Id, "Stripe")], lines.Where(line => line.Entry.Entity == nameof(Vendor)).Select(line => line.Record).Distinct());
    }

    [Fact]
    public async Task A_record_that_is_gone_stays_in_the_log_without_a_name()
    {
        var vendor = await SaveAsync(new Vendor { ShopId = Shop.Id, LegalName = "Stripe" });
        await using (var db = await OpenAsync())
        {
            db.Remove(vendor);
            await db.SaveChangesAsync(Ct);
        }
        var lines = (await PageAsync())!.Lines.Where(line => line.Entry.Entity == nameof(Vendor)).ToList();
        Assert.Equal(["removed", "added"], lines.Select(line => line.Entry.Action));
        Assert.All(lines, line => Assert.Null(line.Record));
    }

    [Fact]
    public async Task Nobody_reads_the_log_of_a_shop_whose_registers_they_may_not_read()
    {
        Assert.Null(await PageAsync(await PersonAsync(HubRole.Auditor, Shop.Id)));
        Assert.Null(await PageAsync(await PersonAsync(HubRole.Viewer, OtherShop.Id)));
        Assert.NotNull(await PageAsync(await PersonAsync(HubRole.Viewer, Shop.Id)));
    }

    private async Task<LogPageLines?> PageAsync(Guid? person = null)
    {
        var hub = ScopeOf(Actor.User(person ?? await PersonAsync(HubRole.PrivacyOfficer))).GetRequiredService<HubDb>();
        return await new LogQuery(hub, new AuditLogReader(hub)).PageAsync(Shop.Slug, 1, Ct);
    }
}
