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
        await ChangeAsync(vendor, () => vendor.LegalName = "Stripe");
        var lines = (await PageAsync()).Where(line => line.Entity == nameof(Vendor)).ToList();
        Assert.Equal([new RecordRef(Register.ThirdParties, vendor.Id, "Stripe")], lines.Select(line => line.Record).Distinct());
        Assert.Equal(["changed", "added"], lines.Select(line => line.Action));
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
        var lines = (await PageAsync()).Where(line => line.Entity == nameof(Vendor)).ToList();
        Assert.Equal(["removed", "added"], lines.Select(line => line.Action));
        Assert.All(lines, line => Assert.Null(line.Record));
    }

    [Fact]
    public async Task What_a_value_points_at_is_named()
    {
        var vendor = await SaveAsync(new Vendor { ShopId = Shop.Id, LegalName = "Stripe" });
        await SaveAsync(new Agreement { ShopId = Shop.Id, VendorId = vendor.Id, Title = "DPA" });
        var line = (await PageAsync())[0];
        Assert.Equal("Stripe", line.Names[vendor.Id]);
    }

    [Fact]
    public async Task Filters_find_who_what_when_and_which_word()
    {
        var vendor = await SaveAsync(new Vendor { ShopId = Shop.Id, LegalName = "Hotjar Ltd", Country = "MT" });
        await SaveAsync(new Vendor { ShopId = Shop.Id, LegalName = "Stripe" });
        Clock.Advance(TimeSpan.FromDays(1));
        var officer = await PersonAsync(HubRole.PrivacyOfficer, Shop.Id);
        await using (var db = await OpenAsync(officer))
        {
            db.Attach(vendor).Entity.Country = "IE";
            db.Because("They moved to \"Dublin\" 100%");
            await db.SaveChangesAsync(Ct);
        }

        Assert.Equal(["changed"], await ActionsAsync(new() { Actor = officer.ToString() }));
        Assert.Equal(["changed", "added", "added"], await ActionsAsync(new() { Entity = "Vendor" }));
        Assert.Equal(["changed"], await ActionsAsync(new() { Action = "changed" }));
        Assert.Equal(["changed", "added"], await ActionsAsync(new() { Record = vendor.Id }));
        Assert.Equal(["changed"], await ActionsAsync(new() { From = new(2026, 11, 24) }));
        Assert.Equal(["added", "added"], await ActionsAsync(new() { Until = new(2026, 11, 23), Entity = "Vendor" }));
        // By the name of the record, which the second entry does not hold, by a reason, and by a field.
        Assert.Equal(["changed", "added"], await ActionsAsync(new() { Text = "hotjar" }));
        Assert.Equal(["changed"], await ActionsAsync(new() { Text = "to \"dublin\" 100%" }));
        Assert.Equal(["added", "added"], await ActionsAsync(new() { Text = "legal name", Entity = "Vendor" }));
    }

    [Theory]
    [InlineData("because"), InlineData("field"), InlineData("%"), InlineData("_"), InlineData("\\")]
    public async Task The_form_of_the_details_is_no_content(string text)
    {
        await SaveAsync(new Vendor { ShopId = Shop.Id, LegalName = "Stripe" });
        Assert.Empty(await ActionsAsync(new() { Text = text, Entity = "Vendor" }));
    }

    [Fact]
    public async Task Pages_lead_to_the_first_entry_and_back()
    {
        for (var i = 0; i < LogQuery.PageSize + 20; i++)
            await SaveAsync(new Vendor { ShopId = Shop.Id, LegalName = $"Vendor {i}" });
        var newest = await EntriesAsync(new(), null);
        Assert.Equal((71L, 22L, false, true), (newest.Lines[0].Sequence, newest.Lines[^1].Sequence, newest.HasNewer, newest.HasOlder));
        var oldest = await EntriesAsync(new(), new(22, AuditLogDirection.Older));
        Assert.Equal((21L, 1L, true, false), (oldest.Lines[0].Sequence, oldest.Lines[^1].Sequence, oldest.HasNewer, oldest.HasOlder));
        var back = await EntriesAsync(new(), new(21, AuditLogDirection.Newer));
        Assert.Equal((71L, 22L, false, true), (back.Lines[0].Sequence, back.Lines[^1].Sequence, back.HasNewer, back.HasOlder));
    }

    [Fact]
    public async Task Nobody_reads_the_log_of_a_shop_whose_registers_they_may_not_read()
    {
        var shop = LogScope.OfShop(Shop.Slug);
        Assert.Null(await QueryOf(await PersonAsync(HubRole.Auditor, Shop.Id)).PageAsync(shop, new(), null, Ct));
        Assert.Null(await QueryOf(await PersonAsync(HubRole.Viewer, OtherShop.Id)).PageAsync(shop, new(), null, Ct));
        Assert.NotNull(await QueryOf(await PersonAsync(HubRole.Viewer, Shop.Id)).PageAsync(shop, new(), null, Ct));
    }

    [Theory]
    [InlineData(HubRole.Administrator, true, true), InlineData(HubRole.PrivacyOfficer, true, false), InlineData(HubRole.Viewer, true, false), InlineData(HubRole.Auditor, false, false)]
    public async Task The_groups_log_takes_its_registers_and_the_systems_an_administrator(HubRole role, bool group, bool system)
    {
        var query = QueryOf(await PersonAsync(role));
        Assert.Equal(group, await query.PageAsync(LogScope.Group, new(), null, Ct) is not null);
        Assert.Equal(system, await query.PageAsync(LogScope.System, new(), null, Ct) is not null);
        var ofShop = QueryOf(await PersonAsync(role, Shop.Id));
        Assert.Null(await ofShop.PageAsync(LogScope.Group, new(), null, Ct));
        Assert.Null(await ofShop.PageAsync(LogScope.System, new(), null, Ct));
    }

    [Fact]
    public async Task The_choices_are_what_occurs_in_the_log()
    {
        await SaveAsync(new Vendor { ShopId = Shop.Id, LegalName = "Stripe" });
        var choices = (await QueryOf(await PersonAsync(HubRole.Viewer, Shop.Id)).PageAsync(LogScope.OfShop(Shop.Slug), new() { Action = "none such" }, null, Ct))!.Choices;
        Assert.Equal([("test", "ComplianceHub (test)")], choices.People);
        Assert.Equal(["added"], choices.Actions);
        Assert.Equal(["Shop", "Vendor"], choices.Entities);
    }

    private async Task ChangeAsync(Vendor vendor, Action change)
    {
        await using var db = await OpenAsync();
        db.Attach(vendor);
        change();
        await db.SaveChangesAsync(Ct);
    }

    private async Task<IEnumerable<string>> ActionsAsync(AuditLogFilter filter) => (await EntriesAsync(filter, null)).Lines.Select(line => line.Action);

    private async Task<IReadOnlyList<AuditLogLine>> PageAsync() => (await EntriesAsync(new(), null)).Lines;

    private async Task<AuditLogPage> EntriesAsync(AuditLogFilter filter, AuditLogPlace? place) =>
        (await QueryOf(await PersonAsync(HubRole.PrivacyOfficer)).PageAsync(LogScope.OfShop(Shop.Slug), filter, place, Ct))!.Entries;

    private LogQuery QueryOf(Guid person)
    {
        var hub = ScopeOf(Actor.User(person)).GetRequiredService<HubDb>();
        return new(hub, new AuditLogReader(hub));
    }
}
