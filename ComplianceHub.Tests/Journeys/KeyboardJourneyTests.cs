using System.Text.RegularExpressions;
using ComplianceHub.Components;
using ComplianceHub.Tests.Given;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ComplianceHub.Tests.Journeys;

/// <summary>Somebody who has no mouse finds a record, changes it, and goes on from where they were.</summary>
public sealed partial class KeyboardJourneyTests(HubApplication hub, Chromium chromium) : Journey(hub, chromium)
{
    private const int PatienceInTabs = 80;

    private ILocator Focused => Page.Locator("*:focus");

    [Fact]
    public async Task A_record_is_found_changed_and_saved_without_a_mouse()
    {
        await SignInAsync("officer", HubUrls.Shop("fjord-and-fable"));
        await TabToAsync("Skip to the content", "Shift+Tab");
        await PressAsync("Enter");
        await Expect(Page).ToHaveURLAsync(ShopPage());
        await Expect(Page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();

        await PressAsync("Control+k");
        await Expect(Page.GetByRole(AriaRole.Searchbox, new() { Name = "Search shops, records" })).ToBeFocusedAsync();
        await Page.Keyboard.TypeAsync("Hotjar");
        await Expect(Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Link, new() { Name = "Hotjar Ltd", Exact = true })).ToBeVisibleAsync();
        await PressAsync("Enter");

        var editor = Page.GetByRole(AriaRole.Dialog);
        await Expect(editor.GetByRole(AriaRole.Heading, new() { Name = "Hotjar Ltd" })).ToBeFocusedAsync();
        // The search gives the focus back when it goes, which would part what is typed.
        await Expect(Page.Locator(".mud-dialog")).ToHaveCountAsync(0);
        await TabToAsync("Owner");
        await PressAsync("Control+a");
        await Page.Keyboard.TypeAsync("Jonas Adler");
        await TabToAsync("Save");
        await PressAsync("Enter");
        await Expect(Page.Locator(".mud-snackbar")).ToContainTextAsync("Hotjar Ltd saved.");
        await Expect(editor).ToHaveCountAsync(0);
        await Expect(Focused).ToHaveTextAsync("Hotjar Ltd");

        await PressAsync("Enter");
        await Expect(editor.GetByRole(AriaRole.Heading, new() { Name = "Hotjar Ltd" })).ToBeFocusedAsync();
        await Expect(editor.GetByLabel("Owner")).ToHaveValueAsync("Jonas Adler");
        await PressAsync("Escape");
        await Expect(editor).ToHaveCountAsync(0);
        await Expect(Focused).ToHaveTextAsync("Hotjar Ltd");
    }

    private Task PressAsync(string key) => Page.Keyboard.PressAsync(key);

    private async Task TabToAsync(string name, string key = "Tab")
    {
        for (var i = 0; i < PatienceInTabs; i++)
        {
            await PressAsync(key);
            if (await Page.EvaluateAsync<string>("() => { const at = document.activeElement; return (at.labels?.[0]?.textContent || at.getAttribute('aria-label') || at.textContent).trim(); }") == name)
                return;
        }

        Assert.Fail($"{PatienceInTabs} times {key} did not reach {name}.");
    }

    [GeneratedRegex("/shops/fjord-and-fable#content$")]
    private static partial Regex ShopPage();
}
