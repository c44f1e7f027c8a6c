using System.Text.RegularExpressions;
using ComplianceHub.Components;
using ComplianceHub.Demo;
using ComplianceHub.Tests.Given;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ComplianceHub.Tests.Journeys;

/// <summary>An audit that awaits sign-off, in the hands of whoever is named as its signer and of others.</summary>
public sealed class SignOffJourneyTests(HubApplication hub, Chromium chromium) : Journey(hub, chromium)
{
    private const string Statement = "We know of the blockers. The access in India ends on 15 December.";

    [Fact]
    public async Task The_signer_acknowledges_states_and_signs_once()
    {
        var audit = (await GivenAudits.OfAsync(Hub)).Awaiting;
        await SignInAsync("manager", HubUrls.AuditSignOff(audit));
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Sign audit" })).ToBeDisabledAsync();
        await Expect(Page.GetByText("Before you can sign: acknowledge GDPR-28-3")).ToBeVisibleAsync();
        var second = await AnotherTabAsync(HubUrls.AuditSignOff(audit));

        await FillAsync(Page);
        await AccessibleAsync();
        await FillAsync(second);
        await SignAsync(Page);
        await Expect(Page).ToHaveURLAsync(new Regex($"{audit}$"));
        await Expect(Page.GetByText("Signed, current")).ToBeVisibleAsync();
        await Expect(Page.GetByText(Statement)).ToBeVisibleAsync();

        await SignAsync(second);
        await Expect(second.GetByText("Not signed. This audit is signed already.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_came_in_since_it_was_opened_is_shown_before_it_is_signed()
    {
        var audit = await AwaitingAsync("Signed with a late comment");
        await SignInAsync("manager", HubUrls.AuditSignOff(audit));
        await Expect(Page.GetByText("Nobody has commented.")).ToBeVisibleAsync();
        await FillAsync(Page);
        await GivenAudits.In(Hub).CommentAsync(audit, "The access in India goes on until spring.");
        await SignAsync(Page);
        await Expect(Page.GetByText("Not signed. Something was added to this audit since it was shown to you.")).ToBeVisibleAsync();
        await Expect(Page.GetByText("The access in India goes on until spring.")).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Textbox, new() { Name = "Your statement" })).ToHaveValueAsync(Statement);
        await AccessibleAsync();
        await SignAsync(Page);
        await Expect(Page.GetByText("Signed, current")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Its_preparer_takes_it_back_and_gives_a_part_to_somebody_else()
    {
        var audit = await AwaitingAsync("Whose manager leaves");
        await SignInAsync("officer", HubUrls.Audit(audit));
        await Page.GetByRole(AriaRole.Button, new() { Name = "Take back to fieldwork" }).ClickAsync();
        var dialog = Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Reason").FillAsync("Jonas Adler leaves on Friday.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Take back to fieldwork", Exact = true }).ClickAsync();
        await Expect(Page.GetByText("Jonas Adler leaves on Friday.").First).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Change people" }).ClickAsync();
        var signer = Page.GetByLabel("Signer", new() { Exact = true });
        await signer.SelectOptionAsync("Nobody yet");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Save people" }).ClickAsync();
        await Expect(Page.GetByText("Choose the manager who will sign.")).ToBeVisibleAsync();
        await Expect(signer).ToBeFocusedAsync();
        await Expect(Page.GetByLabel("Title", new() { Exact = true })).ToHaveCountAsync(0);
        await AccessibleAsync();
        await signer.SelectOptionAsync("Jonas Adler");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Save people" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Hand in for sign-off" })).ToBeEnabledAsync();
    }

    private async Task<Guid> AwaitingAsync(string title)
    {
        var audits = GivenAudits.In(Hub);
        return await audits.HandInAsync(await audits.FreezeAsync(await audits.PrepareAsync(title, ["fjord-and-fable"])));
    }

    [Fact]
    public async Task Others_read_it_and_find_nothing_to_press()
    {
        var audit = await AwaitingAsync("Read by others");
        await SignInAsync("officer", HubUrls.AuditSignOff(audit));
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "The result to sign" })).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Button, new() { NameRegex = new("Sign audit|Return to fieldwork") })).ToHaveCountAsync(0);
        await Expect(Page.GetByRole(AriaRole.Checkbox)).ToHaveCountAsync(0);
    }

    private static async Task FillAsync(IPage page)
    {
        foreach (var blocker in await page.GetByRole(AriaRole.Checkbox).AllAsync())
            await blocker.CheckAsync();
        // Faster than the server answers: no letter may be lost of what is signed.
        var statement = page.GetByRole(AriaRole.Textbox, new() { Name = "Your statement" });
        await statement.PressSequentiallyAsync(Statement);
        await Expect(statement).ToHaveValueAsync(Statement);
    }

    private static async Task SignAsync(IPage page)
    {
        await page.Locator("[data-prove-presence][data-ready]").WaitForAsync();
        await page.GetByLabel("Your password").FillAsync(DemoPeople.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign audit", Exact = true }).ClickAsync();
    }
}
