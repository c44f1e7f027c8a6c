using AngleSharp.Dom;
using Bunit;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Features.Exchange;
using ComplianceHub.Tests.Data;
using ComplianceHub.Tests.Exchange.Transcend;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using MudBlazor.Services;

namespace ComplianceHub.Tests.Features.Exchange;

public sealed class ImportPageTests() : HubDatabaseFixture(null)
{
    private readonly BunitContext _browser = new();

    [Fact]
    public async Task A_preview_names_what_will_be_recorded_with_its_warnings_and_writes_nothing()
    {
        var page = await ShowAsync(HubRole.Administrator);

        Choose(page, TranscendText.Entities, TranscendText.Activities);
        await PressAsync(page, "Preview");

        page.WaitForAssertion(() => Assert.Contains("What will be recorded", page.Markup, StringComparison.Ordinal));
        Assert.Equal(7, page.FindAll("tbody th[scope=row]").Count);
        Assert.Contains("has no unit; it is kept as text", page.Markup, StringComparison.Ordinal);
        await using var db = await OpenAsync();
        Assert.False(await db.Activities.AnyAsync(Ct));
    }

    [Fact]
    public async Task Importing_writes_what_was_shown_and_links_to_it()
    {
        var page = await ShowAsync(HubRole.Administrator);
        Choose(page, TranscendText.Entities, TranscendText.Activities);
        await PressAsync(page, "Preview");

        await PressAsync(page, "Import 7 records");

        page.WaitForAssertion(() => Assert.Contains("7 new, 0 changed, 0 unchanged, 0 in conflict.", page.Find(".banner").TextContent, StringComparison.Ordinal));
        await using var db = await OpenAsync();
        var activity = await db.Activities.SingleAsync(Ct);
        Assert.Contains(page.FindAll("tbody th[scope=row] a"), link => link.GetAttribute("href") == $"/registers/activities?record={activity.Id}");
        Assert.Contains(page.FindAll("tbody th[scope=row] a"), link => link.GetAttribute("href") == "/shops/harbour-books");
    }

    [Fact]
    public async Task The_same_files_again_leave_nothing_to_import()
    {
        var page = await ShowAsync(HubRole.Administrator);
        Choose(page, null, TranscendText.Activities);
        await PressAsync(page, "Preview");
        await PressAsync(page, "Import 4 records");
        Choose(page, null, TranscendText.Activities);

        await PressAsync(page, "Preview");

        page.WaitForAssertion(() => Assert.Contains("The registers hold all of it already.", page.Markup, StringComparison.Ordinal));
        Assert.Empty(Buttons(page, "Import"));
    }

    [Fact]
    public async Task An_error_is_shown_with_file_line_and_key_and_nothing_can_be_imported()
    {
        var page = await ShowAsync(HubRole.Administrator);
        Choose(page, null, "processing-activities:\n  - title: A\n    wrong: 1\n");

        await PressAsync(page, "Preview");

        page.WaitForAssertion(() => Assert.Contains("Nothing is imported until this is right", page.Markup, StringComparison.Ordinal));
        var row = page.Find("tbody tr").TextContent;
        Assert.Contains("activities.yml, line 3", row, StringComparison.Ordinal);
        Assert.Contains("processing-activities[0].wrong", row, StringComparison.Ordinal);
        Assert.Empty(Buttons(page, "Import"));
    }

    [Fact]
    public async Task What_changed_since_the_preview_is_shown_before_anything_is_written()
    {
        var page = await ShowAsync(HubRole.Administrator);
        Choose(page, null, TranscendText.Activities);
        await PressAsync(page, "Preview");
        await SaveAsync(new Vendor { LegalName = "Mailer" });

        await PressAsync(page, "Import 4 records");

        page.WaitForAssertion(() => Assert.Contains("The registers have changed since you looked", page.Find(".banner").TextContent, StringComparison.Ordinal));
        Assert.Contains("Mailer is recorded here already and was not imported.", page.Markup, StringComparison.Ordinal);
        Assert.Single(Buttons(page, "Import 3 records"));
    }

    [Fact]
    public async Task An_officer_is_told_who_adds_shops()
    {
        var page = await ShowAsync(HubRole.PrivacyOfficer);
        Choose(page, TranscendText.Entities, null);

        await PressAsync(page, "Preview");

        page.WaitForAssertion(() => Assert.Contains("Shops are added by an administrator of the group.", page.Find(".banner").TextContent, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(HubRole.Viewer), InlineData(HubRole.Auditor), InlineData(HubRole.Manager)]
    public async Task Who_keeps_no_registers_of_the_group_finds_no_page(HubRole role)
    {
        var page = await ShowAsync(role);

        page.WaitForAssertion(() => Assert.Equal("Not here", page.Find("h1").TextContent));
        Assert.Empty(page.FindAll("input[type=file]"));
    }

    public override async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        await base.DisposeAsync();
    }

    private async Task<IRenderedComponent<ImportPage>> ShowAsync(HubRole role)
    {
        var scope = Services.CreateScope().ServiceProvider;
        scope.GetRequiredService<CurrentActor>().Use(Actor.User(await PersonAsync(role)));
        _browser.Services.AddSingleton(new ImportWorkflow(scope.GetRequiredService<HubDb>()));
        _browser.Services.AddMudServices();
        _browser.JSInterop.Mode = JSRuntimeMode.Loose;
        var page = _browser.Render<ImportPage>();
        page.WaitForElement("h1");
        return page;
    }

    private static void Choose(IRenderedComponent<ImportPage> page, string? entities, string? activities)
    {
        var inputs = page.FindComponents<InputFile>();
        if (entities is not null)
            inputs[0].UploadFiles(InputFileContent.CreateFromText(entities, "entities.yml"));
        if (activities is not null)
            inputs[1].UploadFiles(InputFileContent.CreateFromText(activities, "activities.yml"));
    }

    private static async Task PressAsync(IRenderedComponent<ImportPage> page, string text)
    {
        page.WaitForAssertion(() => Assert.Single(Buttons(page, text)));
        await Buttons(page, text).Single().ClickAsync(new());
    }

    private static IEnumerable<IElement> Buttons(IRenderedComponent<ImportPage> page, string text) =>
        page.FindAll("button").Where(button => button.TextContent.Trim().StartsWith(text, StringComparison.Ordinal));
}
