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
    public async Task Others_read_it_and_find_nothing_to_press()
    {
        var audit = (await GivenAudits.OfAsync(Hub)).Awaiting;
        await SignInAsync("officer", HubUrls.AuditSignOff(audit));
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "The result to sign" })).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Button, new() { NameRegex = new("Sign audit|Return to fieldwork") })).ToHaveCountAsync(0);
        await Expect(Page.GetByRole(AriaRole.Checkbox)).ToHaveCountAsync(0);
    }

    private static async Task FillAsync(IPage page)
    {
        foreach (var blocker in await page.GetByRole(AriaRole.Checkbox).AllAsync())
            await blocker.CheckAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Your statement" }).FillAsync(Statement);
    }

    private static async Task SignAsync(IPage page)
    {
        await page.Locator("[data-prove-presence][data-ready]").WaitForAsync();
        await page.GetByLabel("Your password").FillAsync(DemoPeople.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign audit", Exact = true }).ClickAsync();
    }
}
