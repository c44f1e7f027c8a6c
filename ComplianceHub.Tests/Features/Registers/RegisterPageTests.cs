using Bunit;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Features.Registers;

namespace ComplianceHub.Tests.Features.Registers;

/// <summary>What people see and do on a register page.</summary>
public sealed class RegisterPageTests() : RegisterPageFixture(null)
{
    [Fact]
    public async Task An_empty_register_says_what_belongs_there_and_why()
    {
        var page = await ShowAsync<RetentionPage>(HubRole.PrivacyOfficer, Shop);
        Assert.Contains("No retention rules yet", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Art. 5(1)(e) GDPR", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Add a rule", Buttons(page));
    }

    [Fact]
    public async Task A_viewer_is_offered_nothing_that_writes()
    {
        var empty = await ShowAsync<RetentionPage>(HubRole.Viewer, Shop);
        Assert.Empty(Buttons(empty));
        Assert.Contains("Read only.", empty.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_viewer_reads_a_record_and_closes_it()
    {
        var vendor = await SaveAsync(new Vendor { ShopId = Shop.Id, LegalName = "Stripe" });
        var page = await ShowAsync<ThirdPartiesPage>(HubRole.Viewer, Shop, $"?record={vendor.Id}");
        Assert.Equal("Stripe", Field(page, "Legal name"));
        Assert.Equal(["Close"], Buttons(page));
        Assert.All(page.FindAll(".sheet .content input:not([type=hidden]):not([type=checkbox])"), input => Assert.True(input.HasAttribute("readonly"), input.OuterHtml));
    }

    [Theory, InlineData("?search=APFEL", "Äpfel AG"), InlineData("?show=retired", "Old Ltd"), InlineData("", "Äpfel AG,Zebra")]
    public async Task Search_and_filter_stand_in_the_address(string query, string names)
    {
        await SaveAsync(new Vendor { ShopId = Shop.Id, LegalName = "Zebra" });
        await SaveAsync(new Vendor { ShopId = Shop.Id, LegalName = "Äpfel AG" });
        await SaveAsync(new Vendor { ShopId = Shop.Id, LegalName = "Old Ltd", RetiredOn = new(2026, 1, 1) });
        var page = await ShowAsync<ThirdPartiesPage>(HubRole.PrivacyOfficer, Shop, query);
        Assert.Equal(names.Split(','), Names(page));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Fifty_rows_make_a_page_of_a_shop_and_of_the_group(bool isShop)
    {
        for (var number = 0; number < 60; number++)
            await SaveAsync(new DataSystem { ShopId = isShop ? Shop.Id : null, Name = $"System {number:00}" });
        var page = await ShowAsync<SystemsPage>(HubRole.PrivacyOfficer, isShop ? Shop : null);
        page.WaitForAssertion(() => Assert.Equal(50, Names(page).Count));
        Assert.Contains("1-50 of 60", page.Markup, StringComparison.Ordinal);
        page.Find("button[aria-label='Next page']").Click();
        page.WaitForAssertion(() => Assert.Equal("System 50", Names(page)[0]));
    }

    [Fact]
    public async Task A_search_in_the_group_begins_at_the_first_page()
    {
        for (var number = 0; number < 60; number++)
            await SaveAsync(new DataSystem { Name = $"System {number:00}" });
        var page = await ShowAsync<SystemsPage>(HubRole.PrivacyOfficer, null);
        page.WaitForAssertion(() => Assert.Equal(50, Names(page).Count));
        page.Find("button[aria-label='Next page']").Click();
        page.WaitForAssertion(() => Assert.Equal(10, Names(page).Count));
        Navigation.NavigateTo("/register?search=system%2007");
        page.WaitForAssertion(() => Assert.Equal(["System 07"], Names(page)));
    }

    [Fact]
    public async Task A_record_of_the_group_is_opened_also_from_another_page_of_the_list()
    {
        for (var number = 0; number < 55; number++)
            await SaveAsync(new DataSystem { Name = $"System {number:00}" });
        var last = await SaveAsync(new DataSystem { Name = "Warehouse" });
        var page = await ShowAsync<SystemsPage>(HubRole.PrivacyOfficer, null, $"?record={last.Id}");
        page.WaitForAssertion(() => Assert.Equal("Warehouse", Field(page, "Name")));
    }

    [Fact]
    public async Task What_cannot_be_saved_says_so_at_the_field_and_keeps_what_was_typed()
    {
        var page = await ShowAsync<ThirdPartiesPage>(HubRole.PrivacyOfficer, Shop, "?new=true");
        Fill(page, "Service", "Payments");
        Press(page, "Add third party");
        page.WaitForAssertion(() => Assert.Contains("Enter the legal name of the third party.", page.Find(".sheet").TextContent, StringComparison.Ordinal));
        Assert.Equal("Payments", Field(page, "Service"));
    }

    [Fact]
    public async Task A_legal_entity_is_added_on_its_page()
    {
        var page = await ShowAsync<LegalEntitiesPage>(HubRole.PrivacyOfficer, null, "?new=true");
        Fill(page, "Registered name", "Fjord Outlet AS");
        Press(page, "Add legal entity");
        page.WaitForAssertion(() => Assert.Contains("Fjord Outlet AS", Names(page)));
        Assert.Contains("Fjord Outlet AS saved.", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_race_shows_both_versions_and_keeps_what_each_changed()
    {
        var page = await ShowAsync<LegalEntitiesPage>(HubRole.PrivacyOfficer, null, $"?record={Company.Id}");
        page.WaitForAssertion(() => Assert.Equal(Company.Name, Field(page, "Registered name")));
        Fill(page, "Registered name", "Fjord Retail AS");
        var other = RecordCopy.Of(await StoredAsync<LegalEntity>(Company.Id));
        (other.Name, other.Employees) = ("Fjord Holding AS", 74);
        await Store(await PersonAsync(HubRole.PrivacyOfficer)).SaveAsync(other, Ct);

        Press(page, "Save");

        page.WaitForElement(".mud-dialog");
        var rows = page.FindAll(".mud-dialog tbody tr").ToDictionary(row => row.QuerySelector("th")!.TextContent);
        Assert.Contains("Fjord Holding AS", page.Find(".mud-dialog").TextContent, StringComparison.Ordinal);
        Assert.True(rows["Name"].QuerySelectorAll("input")[1].HasAttribute("checked"), "What I typed is proposed.");
        Assert.True(rows["Employees"].QuerySelectorAll("input")[0].HasAttribute("checked"), "What only the other one changed stays.");
        Press(page, "Save the choice");
        page.WaitForAssertion(() => Assert.Contains("Fjord Retail AS", Names(page)));
        var stored = await StoredAsync<LegalEntity>(Company.Id);
        Assert.Equal(("Fjord Retail AS", 74), (stored.Name, stored.Employees));
    }

    [Fact]
    public async Task What_was_retired_meanwhile_is_not_saved_and_nothing_typed_is_lost()
    {
        var vendor = await SaveAsync(new Vendor { ShopId = Shop.Id, LegalName = "Stripe" });
        var page = await ShowAsync<ThirdPartiesPage>(HubRole.PrivacyOfficer, Shop, $"?record={vendor.Id}");
        Fill(page, "Service", "Payments");
        await Store(await PersonAsync(HubRole.PrivacyOfficer, Shop.Id)).RetireAsync<Vendor>(vendor.Id, Ct);
        Press(page, "Save");
        page.WaitForAssertion(() => Assert.Contains("was retired by somebody else", page.Find(".sheet").TextContent, StringComparison.Ordinal));
        Assert.Equal("Payments", Field(page, "Service"));
        Assert.Null((await StoredAsync<Vendor>(vendor.Id)).Service);
    }

    [Fact]
    public async Task The_history_tells_who_changed_what()
    {
        var officer = await PersonAsync(HubRole.PrivacyOfficer);
        var copy = RecordCopy.Of(Company);
        copy.Name = "Fjord Holding AS";
        await Store(officer).SaveAsync(copy, Ct);
        var page = await ShowAsync<LegalEntitiesPage>(HubRole.PrivacyOfficer, null, $"?record={Company.Id}");
        page.WaitForElement("button[aria-label=History]").Click();
        page.WaitForAssertion(() => Assert.Contains("Fjord Group AS → Fjord Holding AS", page.Find("ol.history").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_third_party_shows_what_stands_against_its_disclosures()
    {
        var company = RecordCopy.Of(Company);
        company.SeatCountry = "DE";
        await Store(await PersonAsync(HubRole.PrivacyOfficer)).SaveAsync(company, Ct);
        var vendor = await SaveAsync(new Vendor { ShopId = Shop.Id, LegalName = "Helpdesk Ltd", Country = "IN", ProcessingCountries = ["IN"] });
        var activity = await SaveAsync(new ProcessingActivity { ShopId = Shop.Id, Name = "Support", Status = ActivityStatus.Active, SubjectJurisdictions = [Jurisdiction.Eea] });
        var disclosure = await SaveAsync(new Disclosure { ShopId = Shop.Id, ActivityId = activity.Id, VendorId = vendor.Id, GdprRole = RecipientRole.Processor });
        var list = await Query(await PersonAsync(HubRole.PrivacyOfficer, Shop.Id)).OfShopAsync<Vendor>(Shop.Slug, Ct);
        Assert.Contains(Assert.Single(list!.Rows).Findings, one => one.Finding.Record.Id == disclosure.Id);
        var page = await ShowAsync<ThirdPartiesPage>(HubRole.PrivacyOfficer, Shop, $"?record={vendor.Id}");
        Assert.Contains(page.FindAll(".sheet .banner a"), link => link.GetAttribute("href")!.Contains($"about={disclosure.Id}", StringComparison.Ordinal));
    }
}
