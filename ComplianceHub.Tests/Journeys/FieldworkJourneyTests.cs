using System.Text.RegularExpressions;
using ComplianceHub.Components;
using ComplianceHub.Tests.Given;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ComplianceHub.Tests.Journeys;

/// <summary>An auditor goes through an audit: reads the evidence beside a requirement, decides, asks, hands in.</summary>
public sealed class FieldworkJourneyTests(HubApplication hub, Chromium chromium) : Journey(hub, chromium)
{
    private static readonly DateOnly Until = new(2026, 12, 18);

    [Fact]
    public async Task The_evidence_is_read_beside_the_requirement_and_a_finding_is_recorded()
    {
        await BeginAsync();
        await ShowAsync("pickpack-avv-2023-12-14.pdf");
        await Expect(Page.GetByText(new Regex("^1 of \\d+$"))).ToBeVisibleAsync();
        await Expect(Page.Locator("[data-pdf-text]")).ToContainTextAsync("Readiness report");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Next page" }).ClickAsync();
        await Expect(Page.Locator("[data-pdf='2']")).ToBeVisibleAsync();
        Assert.True(await Page.EvaluateAsync<bool>("() => { const c = document.querySelector('[data-pdf] canvas'); const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data; return d.some((value, i) => i % 4 === 0 && value < 128); }"), "The page is blank.");
        await AccessibleAsync();

        await ShowAsync("pickpack-annex.png");
        await Expect(Page.GetByRole(AriaRole.Img, new() { Name = "pickpack-annex.png" })).ToBeVisibleAsync();
        Assert.Equal(1, await Page.EvaluateAsync<int>("document.querySelector('.preview img').naturalWidth"));
        await ShowAsync("pickpack-mail.txt");
        await Expect(Page.GetByRole(AriaRole.Region, new() { Name = "pickpack-mail.txt" })).ToContainTextAsync("We accept the terms.");

        await ChooseAsync("Major");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Record finding" }).ClickAsync();
        await Expect(Page.GetByText("Say why it came to this.")).ToBeVisibleAsync();
        await Page.GetByLabel("Root cause").FillAsync("Nobody compared the terms.");
        await Page.GetByLabel("Recommendation").FillAsync("Sign before data flows again.");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Record finding" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Link, new() { Name = "Major finding" })).ToBeVisibleAsync();
        await Expect(Page.GetByText("1 of 36 reviewed")).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Findings") }).ClickAsync();
        await Expect(Page.GetByText("Nobody compared the terms.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_slow_press_counts_though_a_sentence_goes_and_the_button_moves()
    {
        await BeginAsync();
        await ChooseAsync("Observation");
        var record = Page.GetByRole(AriaRole.Button, new() { Name = "Record finding" });
        await record.ClickAsync();
        await Expect(Page.Locator(".validation-message")).ToHaveCountAsync(1);
        await Page.GetByLabel("Recommendation").FillAsync("Read it again.");
        await record.ScrollIntoViewIfNeededAsync();
        var before = (await record.BoundingBoxAsync())!;
        // Near the lower edge, where the button is not any more once the sentence above it has gone.
        await Page.Mouse.MoveAsync(before.X + (before.Width / 2), before.Y + before.Height - 3);
        await Page.Mouse.DownAsync();
        await Expect(Page.Locator(".validation-message")).ToHaveCountAsync(0);
        Assert.True((await record.BoundingBoxAsync())!.Y < before.Y - 3, "The button has not moved.");
        await Page.Mouse.UpAsync();
        await Expect(Page.GetByRole(AriaRole.Link, new() { Name = "Observation" })).ToBeVisibleAsync();
        await Expect(Page.GetByText("1 of 36 reviewed")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_was_typed_stays_while_others_are_looked_at()
    {
        await BeginAsync();
        await ChooseAsync("Question");
        await Page.Locator("#note").FillAsync("Who compared the terms?");
        await Page.Keyboard.PressAsync("Alt+ArrowDown");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 2 }).Filter(new() { HasText = "Every third-country flow" })).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Link, new() { Name = "not saved" })).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("Alt+ArrowUp");
        await Expect(Page.Locator("#note")).ToHaveValueAsync("Who compared the terms?");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Record question" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Link, new() { Name = "Question open" })).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Questions 1" }).ClickAsync();
        await Expect(Page).ToHaveURLAsync(new Regex("show=questions"));
        await Expect(Page.GetByRole(AriaRole.Region, new() { Name = "Requirements" }).GetByRole(AriaRole.Link)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Two_windows_decide_and_the_second_is_told_and_loses_nothing()
    {
        var address = await BeginAsync();
        var other = await AnotherTabAsync(address);
        await ChooseAsync("Accept");
        var decide = Page.GetByRole(AriaRole.Button, new() { Name = "Record decision" });
        await decide.ClickAsync();
        await Expect(Page.Locator(".validation-message")).ToHaveTextAsync("This requirement fails. Say why it gets no finding, or record one.");
        await Expect(Page.Locator("#note")).ToBeFocusedAsync();
        await ChooseAsync("Major");
        await Expect(Page.Locator(".validation-message")).ToHaveCountAsync(0);
        await ChooseAsync("Accept");
        await Page.Locator("#note").FillAsync("It is off until the agreement is signed.");
        await decide.ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Link, new() { Name = "Accepted" })).ToBeVisibleAsync();
        await other.Locator("label").Filter(new() { HasText = "Observation" }).ClickAsync();
        await other.GetByLabel("Recommendation").FillAsync("Read it again.");
        var record = other.GetByRole(AriaRole.Button, new() { Name = "Record finding" });
        await record.ClickAsync();
        await Expect(other.GetByRole(AriaRole.Alert)).ToContainTextAsync("decided elsewhere in the meantime: accepted");
        await Expect(other.GetByLabel("Recommendation")).ToHaveValueAsync("Read it again.");
        await record.ClickAsync();
        await Expect(other.GetByRole(AriaRole.Link, new() { Name = "Observation" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_manager_reads_and_says_something_and_decides_nothing()
    {
        var audit = await new AuditWithEvidence(Hub).InFieldworkAsync("Annual privacy audit 2026", "auditor", Until, "fjord-and-fable");
        await SignInAsync("manager", HubUrls.AuditFieldwork(audit));
        await Expect(Page.GetByRole(AriaRole.Radio)).ToHaveCountAsync(0);
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Hand in" })).ToHaveCountAsync(0);
        await Page.GetByLabel("Your comment").FillAsync("Hotjar has been off since 17 November. <script>alert(1)</script>");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Add comment" }).ClickAsync();
        await Expect(Page.GetByText("Hotjar has been off since 17 November. <script>alert(1)</script>")).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Comments") }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Main).GetByText("Jonas Adler")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Handing_in_early_says_what_is_left()
    {
        await BeginAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Hand in for sign-off" }).ClickAsync();
        await Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Hand in" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("36 of 36 requirements are not decided.");
    }

    private async Task<string> BeginAsync()
    {
        var address = HubUrls.AuditFieldwork(await new AuditWithEvidence(Hub).InFieldworkAsync("Annual privacy audit 2026", "auditor", Until, "fjord-and-fable"));
        await SignInAsync("auditor", address);
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 2 }).Filter(new() { HasText = "Every processor is bound" })).ToBeVisibleAsync();
        return address;
    }

    private Task ShowAsync(string file) => Page.GetByLabel(new Regex("^Evidence")).SelectOptionAsync(new SelectOptionValue { Label = file });

    private Task ChooseAsync(string decision) => Page.Locator("fieldset label").Filter(new() { HasTextRegex = new($"^\\s*{decision}\\s*$") }).ClickAsync();
}
