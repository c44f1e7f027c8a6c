using System.Text.RegularExpressions;
using ComplianceHub.Components;
using ComplianceHub.Data;
using ComplianceHub.Demo;
using ComplianceHub.Domain;
using ComplianceHub.Tests.Given;
using ComplianceHub.Tests.Reports.Layout;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ComplianceHub.Tests.Journeys;

/// <summary>An auditor from outside in their room.</summary>
public sealed class AuditorRoomJourneyTests(HubApplication hub, Chromium chromium) : Journey(hub, chromium)
{
    private const string Newcomer = "eva@audit.example";
    private const string Password = "harbour lights in winter";
    private static readonly DateOnly Until = new(2026, 12, 18);
    private readonly Chromium _chromium = chromium;

    [Fact]
    public async Task The_room_is_good_to_use_at_a_desk_and_on_a_phone()
    {
        await SignInAsync("auditor", HubUrls.AuditorRoom);
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 2 }).First).ToBeVisibleAsync();
        await Expect(Page.GetByText(new Regex("^Your access ends on \\d+ \\w+ \\d{4}$")).First).ToBeVisibleAsync();
        foreach (var width in new[] { 1280, 390 })
        {
            await Page.SetViewportSizeAsync(width, 900);
            await AccessibleAsync();
            Assert.InRange(await Page.EvaluateAsync<int>("document.scrollingElement.scrollWidth"), 1, width);
            await Expect(Page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = "ComplianceHub" })).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task Access_that_was_taken_away_ends_an_open_page_at_the_next_action()
    {
        var audit = await new AuditWithEvidence(Hub).InFieldworkAsync("Annual privacy audit 2026", "auditor", Until, "fjord-and-fable");
        await SignInAsync("auditor", HubUrls.AuditFieldwork(audit));
        await Expect(Page.GetByText("Your access ends on 18 Dec 2026")).ToBeVisibleAsync();
        await Page.GetByLabel("Your comment").FillAsync("Who compared the terms?");
        await TakeAwayAsync(audit);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Add comment" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("does not exist or you may not see it");
        await Page.Keyboard.PressAsync("Alt+ArrowDown");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Not here");
    }

    [Fact]
    public async Task The_officer_invites_the_auditor_works_and_the_officer_ends_the_access()
    {
        var audit = await new AuditWithEvidence(Hub).InFieldworkAsync("Audit from outside", "auditor", until: null, "fjord-and-fable");
        var link = await InviteAsync(audit);
        await AcceptAsync(link);

        await Expect(Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Heading, new() { Level = 2 })).ToHaveTextAsync(["Audit from outside"]);
        await Page.GetByRole(AriaRole.Link, new() { Name = "Audit from outside", Exact = true }).ClickAsync();
        await Expect(Page.GetByText("Your access ends on 18 Dec 2026")).ToBeVisibleAsync();
        await FindAsync();
        await DownloadDraftAsync();
        var fieldwork = Page.Url;
        var open = Page;

        await AsOfficerAsync(audit, async page =>
        {
            var visits = page.GetByRole(AriaRole.Region, new() { Name = "What the auditor opened" });
            await Expect(visits).ToContainTextAsync("Opened the audit");
            await Expect(visits).ToContainTextAsync("Opened GDPR-28-3");
            await Expect(visits).ToContainTextAsync("Downloaded the draft report");
            await Expect(visits.GetByRole(AriaRole.Link, new() { Name = "Eva Example in the log of Fjord & Fable" })).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "End access: Eva Example" }).ClickAsync();
            await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "End access" }).ClickAsync();
            await Expect(page.GetByText("The access of Eva Example has ended.")).ToBeVisibleAsync();
        });

        await open.GetByLabel("Your comment").FillAsync("One more thing.");
        await open.GetByRole(AriaRole.Button, new() { Name = "Add comment" }).ClickAsync();
        await Expect(open.GetByRole(AriaRole.Main).GetByRole(AriaRole.Alert)).ToContainTextAsync("does not exist or you may not see it");
        Tolerate("404");
        await open.GotoAsync(fieldwork);
        await Expect(open.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Not here");
        await OpenAsync(HubUrls.AuditorRoom);
        await Expect(open.GetByText("No audit is open to you today")).ToBeVisibleAsync();
    }

    // In a window of the officer's own.
    private async Task AsOfficerAsync(Guid audit, Func<IPage, Task> work)
    {
        await using var window = await (await _chromium.BrowserAsync()).NewContextAsync(new() { BaseURL = Hub.Address.ToString(), Locale = "en-GB" });
        var page = await window.NewPageAsync();
        await page.GotoAsync($"{HubUrls.Login}?returnUrl={Uri.EscapeDataString(HubUrls.Audit(audit))}");
        await page.GetByLabel("E-mail address").FillAsync($"officer{DemoPeople.AddressEnd}");
        await page.GetByLabel("Password").FillAsync(DemoPeople.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.Locator("[data-interactive]").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await work(page);
    }

    private async Task<string> InviteAsync(Guid audit)
    {
        var link = "";
        await AsOfficerAsync(audit, async page =>
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Invite an auditor" }).ClickAsync();
            await Expect(page.GetByLabel("Name", new() { Exact = true })).ToBeFocusedAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Invite", Exact = true }).ClickAsync();
            await Expect(page.GetByText("Enter the person’s e-mail address.")).ToBeVisibleAsync();
            Assert.Empty(await Axe.ViolationsAsync(page, ColorScheme.Light));
            await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Eva Example");
            await page.GetByLabel("E-mail address").FillAsync(Newcomer);
            await page.GetByLabel("Last day", new() { Exact = true }).FillAsync("2026-12-18");
            await page.GetByLabel("Decides on the requirements").CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Invite", Exact = true }).ClickAsync();
            link = await page.Locator("[data-person-link]").InputValueAsync();
            // It is one deed, though it names an auditor and gives access.
            await Expect(page.GetByRole(AriaRole.Region, new() { Name = "History" }).GetByText("Invited an auditor")).ToHaveCountAsync(1);
        });
        return link;
    }

    private async Task AcceptAsync(string link)
    {
        await Page.GotoAsync(link);
        await Page.GetByLabel("New password", new() { Exact = true }).FillAsync(Password);
        await Page.GetByLabel("New password again").FillAsync(Password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Accept invitation" }).ClickAsync();
        await GivePasswordAsync(Newcomer, Password);
        await Expect(Page).ToHaveURLAsync(new Regex($"{HubUrls.AuditorRoom}$"));
        await InteractiveAsync();
    }

    private async Task FindAsync()
    {
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 2 }).Filter(new() { HasText = "Every processor is bound" })).ToBeVisibleAsync();
        await Page.Locator("fieldset label").Filter(new() { HasTextRegex = new("^\\s*Major\\s*$") }).ClickAsync();
        await Page.GetByLabel("Root cause").FillAsync("Nobody compared the terms.");
        await Page.GetByLabel("Recommendation").FillAsync("Sign before data flows again.");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Record finding" }).ClickAsync();
        await Expect(Page.GetByText("1 of 36 reviewed")).ToBeVisibleAsync();
        await Page.GetByLabel("Your comment").FillAsync("Who compared the terms?");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Add comment" }).ClickAsync();
        await Expect(Page.GetByText("Who compared the terms?")).ToBeVisibleAsync();
        await AccessibleAsync();
    }

    private async Task DownloadDraftAsync()
    {
        var download = await Page.RunAndWaitForDownloadAsync(() => Page.GetByRole(AriaRole.Link, new() { Name = "Draft report (PDF)" }).ClickAsync());
        var text = OutsideTool.Run("pdftotext", "poppler-utils", await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken), "-layout", "FILE", "-");
        Assert.Matches("Draft for Eva Example, 23 Nov 2026", text);
        Assert.Contains("Nobody compared the terms.", text, StringComparison.Ordinal);
    }

    private async Task TakeAwayAsync(Guid audit)
    {
        await using var scope = Hub.Services.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<HubDb>().OpenAsync(Actor.System("test"), TestContext.Current.CancellationToken);
        db.RemoveRange(await db.Grants.Where(grant => grant.AuditId == audit).ToListAsync(TestContext.Current.CancellationToken));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
