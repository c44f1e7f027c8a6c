using System.Text.RegularExpressions;
using ComplianceHub.Components;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ComplianceHub.Tests.Journeys;

/// <summary>An auditor from outside in their room.</summary>
public sealed class AuditorRoomJourneyTests(HubApplication hub, Chromium chromium) : Journey(hub, chromium)
{
    private static readonly DateOnly Until = new(2026, 12, 18);

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

    private async Task TakeAwayAsync(Guid audit)
    {
        await using var scope = Hub.Services.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<HubDb>().OpenAsync(Actor.System("test"), TestContext.Current.CancellationToken);
        db.RemoveRange(await db.Grants.Where(grant => grant.AuditId == audit).ToListAsync(TestContext.Current.CancellationToken));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
