using ComplianceHub.Components;
using ComplianceHub.Tests.Given;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ComplianceHub.Tests.Journeys;

/// <summary>What becomes of a finding: somebody takes it, shows what was done, and somebody else finds that it had effect.</summary>
public sealed class WorkListJourneyTests(HubApplication hub, Chromium chromium) : Journey(hub, chromium)
{
    private const string Shop = "fjord-and-fable";
    private const string Title = "Transfer impact is assessed";
    private static readonly FilePayload Proof = new() { Name = "assessments-rewritten.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7\n%%EOF\n"u8.ToArray() };

    private ILocator Drawer => Page.GetByRole(AriaRole.Dialog);

    [Fact]
    public async Task A_finding_is_closed_with_evidence_and_by_two_people()
    {
        await SignInAsync("manager", HubUrls.WorkList(Shop));
        await Page.GetByRole(AriaRole.Link, new() { Name = Title }).ClickAsync();
        await PressAsync("Take it on");
        await PressAsync("Start");
        await Drawer.GetByLabel("What was done").FillAsync("Each says now what the importer does with the data.");
        await PressAsync("Mark as done");
        await Expect(Drawer.Locator("#work-error")).ToContainTextAsync("Attach at least one file");
        await FilesAreHeardAsync();
        await Drawer.Locator("input[type=file]").SetInputFilesAsync(Proof);
        await Expect(Drawer.GetByRole(AriaRole.Link, new() { Name = "Download assessments-rewritten.pdf" })).ToBeVisibleAsync();
        await Expect(Drawer.GetByLabel("What was done")).ToHaveValueAsync("Each says now what the importer does with the data.");
        await AccessibleAsync();
        await PressAsync("Mark as done");
        await Expect(Drawer.GetByText("Its owner cannot check whether it had effect.")).ToBeVisibleAsync();
        await PressAsync("Close", last: true);
        await Expect(Drawer).ToHaveCountAsync(0);
        await Expect(Page.Locator("tr", new() { HasText = Title })).ToContainTextAsync("Done, not checked");

        await Page.Context.ClearCookiesAsync();
        await SignInAsync("officer", HubUrls.WorkList());
        await Page.GetByRole(AriaRole.Link, new() { Name = Title }).ClickAsync();
        await PressAsync("It had effect");
        await Expect(Drawer.Locator("#check-error")).ToContainTextAsync("Say how you saw that it had effect.");
        await Drawer.GetByLabel("What you found").FillAsync("Read all three.");
        await PressAsync("It had effect");
        await Expect(Drawer.GetByText("Effective", new() { Exact = true })).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("Escape");
        await Expect(Drawer).ToHaveCountAsync(0);
        await Expect(Page.GetByRole(AriaRole.Link, new() { Name = Title })).ToHaveCountAsync(0);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Effective 1" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Link, new() { Name = Title })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Who_only_reads_finds_nothing_to_press()
    {
        await SignInAsync("viewer", HubUrls.WorkList(Shop));
        await Page.GetByRole(AriaRole.Link, new() { Name = "Every third-country flow has a mechanism" }).ClickAsync();
        await Expect(Drawer.GetByText("Agree on standard clauses, or take the access away.")).ToBeVisibleAsync();
        await Expect(Drawer.GetByRole(AriaRole.Button)).ToHaveCountAsync(2);
        await Expect(Drawer.GetByRole(AriaRole.Textbox)).ToHaveCountAsync(0);
    }

    private Task PressAsync(string name, bool last = false)
    {
        var button = Drawer.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
        return (last ? button.Last : button).ClickAsync();
    }
}
