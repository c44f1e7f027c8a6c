using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Features.Registers;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Features.Registers;

public sealed class GroupRegisterQueryTests_on_Sqlite() : GroupRegisterQueryTests(null);

public sealed class GroupRegisterQueryTests_on_Postgres(PostgresServer server) : GroupRegisterQueryTests(server);

/// <summary>The group's registers are searched, filtered, ordered and paged by the database, the same on both.</summary>
public abstract class GroupRegisterQueryTests(PostgresServer? server) : RegisterFixture(server)
{
    [Fact]
    public async Task A_page_holds_its_rows_and_the_count_of_all()
    {
        await FillAsync();
        var officer = await PersonAsync(HubRole.PrivacyOfficer);
        var second = await GroupQuery(officer).PageAsync(Ask(from: 50), Ct);
        Assert.Equal(120, second.Total);
        Assert.Equal(Enumerable.Range(50, 50).Select(Name), second.Records.Select(vendor => vendor.LegalName));
        var last = await GroupQuery(officer).PageAsync(Ask(from: 100), Ct);
        Assert.Equal(20, last.Records.Count);
    }

    [Fact]
    public async Task Names_are_ordered_and_found_without_case_and_accents()
    {
        foreach (var name in (string[])["Zebra", "apple", "Äpfel AG"])
            await SaveAsync(new Vendor { LegalName = name });
        var query = GroupQuery(await PersonAsync(HubRole.PrivacyOfficer));
        Assert.Equal(["Äpfel AG", "apple", "Zebra"], (await query.PageAsync(Ask(), Ct)).Records.Select(vendor => vendor.LegalName));
        Assert.Equal("Äpfel AG", Assert.Single((await query.PageAsync(Ask("APFEL"), Ct)).Records).LegalName);
        Assert.Empty((await query.PageAsync(Ask("100%"), Ct)).Records);
    }

    [Fact]
    public async Task Retired_records_and_those_of_shops_are_not_among_the_groups()
    {
        await SaveAsync(new Vendor { LegalName = "In use" });
        await SaveAsync(new Vendor { LegalName = "Retired", RetiredOn = new(2026, 1, 1) });
        await SaveAsync(new Vendor { LegalName = "A shop's", ShopId = Shop.Id });
        var query = GroupQuery(await PersonAsync(HubRole.PrivacyOfficer));
        Assert.Equal("In use", Assert.Single((await query.PageAsync(Ask(), Ct)).Records).LegalName);
        Assert.Equal("Retired", Assert.Single((await query.PageAsync(Ask() with { OutOfUse = true }, Ct)).Records).LegalName);
        Assert.Equal(new RegisterCounts(1, 0, 0, 0, 1), (await query.OpenAsync<Vendor>(Ct))!.Counts);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task What_has_no_value_comes_last_in_either_direction(bool isDescending)
    {
        await SaveAsync(new Vendor { LegalName = "Never" });
        await SaveAsync(new Vendor { LegalName = "Early", ReviewedOn = new(2025, 1, 1) });
        await SaveAsync(new Vendor { LegalName = "Late", ReviewedOn = new(2026, 1, 1) });
        var order = RegisterOrder.ByProperty<Vendor>(nameof(Vendor.ReviewedOn), isDescending);
        var page = await GroupQuery(await PersonAsync(HubRole.PrivacyOfficer)).PageAsync(Ask() with { Order = order }, Ct);
        Assert.Equal(isDescending ? ["Late", "Early", "Never"] : ["Early", "Late", "Never"], page.Records.Select(vendor => vendor.LegalName));
    }

    [Fact]
    public async Task Equal_values_are_ordered_by_name()
    {
        foreach (var name in (string[])["b", "a", "c"])
            await SaveAsync(new Vendor { LegalName = name, Country = "NO" });
        var page = await GroupQuery(await PersonAsync(HubRole.PrivacyOfficer)).PageAsync(Ask() with { Order = new(vendor => vendor.Country, true) }, Ct);
        Assert.Equal(["a", "b", "c"], page.Records.Select(vendor => vendor.LegalName));
    }

    [Fact]
    public async Task Legal_entities_come_in_the_same_pages()
    {
        var query = GroupQuery(await PersonAsync(HubRole.PrivacyOfficer));
        var page = await query.PageAsync(new RegisterAsk<LegalEntity>("other", false, new(), 0, 50), Ct);
        Assert.Equal(OtherCompany.Id, Assert.Single(page.Records).Id);
        Assert.Equal(Company.Name, (await query.FindAsync<LegalEntity>(Company.Id, Ct))!.Name);
    }

    [Fact]
    public async Task Who_reads_one_shop_reads_nothing_of_the_groups_pages()
    {
        await SaveAsync(new Vendor { LegalName = "Stripe" });
        var query = GroupQuery(await PersonAsync(HubRole.PrivacyOfficer, Shop.Id));
        Assert.Equal(0, (await query.PageAsync(Ask(), Ct)).Total);
        Assert.Null(await query.FindAsync<LegalEntity>(OtherCompany.Id, Ct));
    }

    [Fact]
    public async Task Fields_offer_the_groups_records_by_name()
    {
        var vendor = await SaveAsync(new Vendor { LegalName = "Stripe", Service = "Payments" });
        var activity = await SaveAsync(new ProcessingActivity { Name = "Checkout" });
        var disclosure = await SaveAsync(new Disclosure { ActivityId = activity.Id, VendorId = vendor.Id, Description = "Payment" });
        var choices = (await GroupQuery(await PersonAsync(HubRole.PrivacyOfficer)).OpenAsync<Transfer>(Ct))!.Choices;
        Assert.Equal("Stripe (Payments)", choices.NameOf(vendor.Id));
        Assert.Equal("Checkout → Stripe (Payments): Payment", choices.NameOf(disclosure.Id));
        Assert.Equal(Shop.Name, choices.NameOf(Shop.Id));
    }

    private static string Name(int number) => $"Vendor {number:000}";

    private static RegisterAsk<Vendor> Ask(string? search = null, int from = 0) => new(search, false, new(), from, 50);

    private async Task FillAsync()
    {
        await using var db = await OpenAsync();
        db.AddRange(Enumerable.Range(0, 120).Select(number => new Vendor { LegalName = Name(number) }));
        await db.SaveChangesAsync(Ct);
    }
}
