using ComplianceHub.Components;
using ComplianceHub.Tests.Given;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ComplianceHub.Tests.Journeys;

/// <summary>Somebody brings the lists of a holding in, looks, and imports them.</summary>
public sealed class ImportJourneyTests(HubApplication hub, Chromium chromium) : Journey(hub, chromium)
{
    [Fact]
    public async Task The_two_files_are_looked_at_imported_and_then_known()
    {
        await SignInAsync(path: HubUrls.Import);
        await FilesAreHeardAsync();
        await ChooseTheHoldingAsync();
        await PreviewAsync();
        await Expect(Page.GetByText("The retention period \"90\" has no unit")).ToBeVisibleAsync();
        await Expect(Page.GetByText("The address names Zurich in Switzerland")).ToBeVisibleAsync();
        await AccessibleAsync();

        await Page.GetByRole(AriaRole.Button, new() { Name = "Import 29 records" }).ClickAsync();
        await Expect(Page.GetByText("Imported. 29 new")).ToBeVisibleAsync();
        await AccessibleAsync();

        await PreviewAsync();
        await Expect(Page.GetByText("The registers hold all of it already.")).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Import" })).ToHaveCountAsync(0);

        await Page.GetByRole(AriaRole.Link, new() { Name = "Aircall" }).First.ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Aircall");

        await OpenAsync(HubUrls.Portfolio);
        foreach (var shop in new[] { "eBrands", "eShopIt", "Sneaker Supply" })
            await Expect(Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = shop, Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_wrong_file_is_told_with_line_and_key_on_a_phone_too()
    {
        await Page.SetViewportSizeAsync(390, 844);
        await SignInAsync(path: HubUrls.Import);
        await FilesAreHeardAsync();
        await Page.GetByLabel("Processing activities").SetInputFilesAsync(new FilePayload
        {
            Name = "activities.yml",
            MimeType = "application/yaml",
            Buffer = "processing-activities:\n  - title: A\n    retentionType: FOREVER\n"u8.ToArray(),
        });
        await PreviewAsync();
        await Expect(Page.GetByText("activities.yml, line 3")).ToBeVisibleAsync();
        await Expect(Page.GetByText("processing-activities[0].retentionType")).ToBeVisibleAsync();
        Assert.Equal(390, await Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await AccessibleAsync();
    }

    [Theory]
    [InlineData("viewer"), InlineData("auditor")]
    public async Task Who_keeps_no_registers_of_the_group_finds_no_page(string account)
    {
        Tolerate("404");
        await SignInAsync(account, HubUrls.Import);
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Not here");
        await Expect(Page.GetByLabel("Business entities")).ToHaveCountAsync(0);
    }

    private async Task ChooseTheHoldingAsync()
    {
        await Page.GetByLabel("Business entities").SetInputFilesAsync(SharedData.PathOf("transcend", "business-entities.yml"));
        await Page.GetByLabel("Processing activities").SetInputFilesAsync(SharedData.PathOf("transcend", "processing-activities.yml"));
    }

    private Task PreviewAsync() => Page.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
}
