using System.Globalization;
using System.Text.RegularExpressions;
using ComplianceHub.Components;
using ComplianceHub.Tests.Given;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ComplianceHub.Tests.Journeys;

/// <summary>The product's main job: from the portfolio to what fails, repair the record, see the requirement turn and the score rise.</summary>
public sealed partial class RepairJourneyTests(HubApplication hub, Chromium chromium) : Journey(hub, chromium)
{
    private const string Requirement = "GDPR-28-3";
    private static readonly FilePayload SignedAgreement = new() { Name = "hotjar-dpa.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7\n%%EOF\n"u8.ToArray() };

    private ILocator Editor => Page.GetByRole(AriaRole.Dialog);

    [Fact]
    public async Task A_processor_without_an_agreement_gets_one_and_the_score_rises()
    {
        await SignInAsync("officer");
        var onlooker = await AnotherTabAsync(HubUrls.Checklist("fjord-and-fable", requirement: Requirement));
        await OutcomeIsAsync(onlooker, "Fail");

        await Page.GetByRole(AriaRole.Link, new() { NameRegex = ProcessorsCell() }).ClickAsync();
        var before = (Area: await AreaScoreAsync(), WithoutCap: await ScoreWithoutCapAsync());
        await Page.Locator($"#{Requirement}").GetByRole(AriaRole.Button, new() { Name = "Every processor is bound" }).ClickAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Add agreement: Hotjar Ltd" }).ClickAsync();
        await FillInAgreementAsync();
        await AccessibleAsync();
        await SaveAsync("Add agreement");
        await SaidAsync($"{Requirement} is Partial.", "GDPR Processors");

        await OutcomeIsAsync(onlooker, "Partial", withinMilliseconds: 1_000);
        await Expect(onlooker.Locator($"#{Requirement}")).Not.ToContainTextAsync("Hotjar Ltd:");

        // The two agreements that are left, each by the link that opens exactly its editor.
        await Page.GetByRole(AriaRole.Button, new() { Name = $"Show {Requirement}" }).ClickAsync();
        await RepairAsync("Nosto Solutions Oy", () => MarkAsync("Deletion or return at the end", "Present"));
        await Page.GoBackAsync();
        await RepairAsync("PickPack 3PL GmbH", async () =>
        {
            await MarkAsync("Information, audits and inspections", "Present");
            await Field("Until").FillAsync("31 Dec 2028");
            await Field("Until").PressAsync("Tab");
        });
        await SaidAsync($"{Requirement} is Pass.");
        await OutcomeIsAsync(onlooker, "Pass", withinMilliseconds: 1_000);

        await Page.GetByRole(AriaRole.Button, new() { Name = $"Show {Requirement}" }).ClickAsync();
        await OutcomeIsAsync(Page, "Pass");
        Assert.True(await AreaScoreAsync() > before.Area, "The area's score did not rise.");
        Assert.True(await ScoreWithoutCapAsync() > before.WithoutCap, "The regulation's score did not rise.");
        await OpenAsync(HubUrls.Portfolio);
        Assert.DoesNotContain("49", await Page.GetByRole(AriaRole.Link, new() { NameRegex = ProcessorsCell() }).InnerTextAsync());
    }

    private async Task FillInAgreementAsync()
    {
        await Expect(Field("Title")).ToHaveValueAsync("Data processing agreement, Hotjar Ltd");
        await FilesAreHeardAsync();
        await Editor.GetByLabel("Signed, or accepted electronically, by both sides").CheckAsync();
        await Field("In force from").FillAsync("23 Nov 2026");
        await Editor.Locator("input[type=file]").SetInputFilesAsync(SignedAgreement);
        await Expect(Editor.GetByRole(AriaRole.Link, new() { Name = "Download hotjar-dpa.pdf" })).ToBeVisibleAsync();
        await MarkAsync("Deletion or return at the end", "Present");
        await Editor.GetByRole(AriaRole.Button, new() { Name = "Mark the other 7 as present" }).ClickAsync();
        await Editor.GetByText("Also required").First.ClickAsync();
        await Editor.GetByRole(AriaRole.Button, new() { Name = "as present" }).ClickAsync();
        await Field("Reviewed on").FillAsync("23 Nov 2026");
        await Field("Owner").FillAsync("Mara Lindqvist");
    }

    private async Task RepairAsync(string processor, Func<Task> repair)
    {
        await Page.GetByRole(AriaRole.Link, new() { Name = $"Open record: {processor}" }).First.ClickAsync();
        await Expect(Editor.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToHaveTextAsync($"Data processing agreement, {processor}");
        await repair();
        await SaveAsync("Save");
    }

    private async Task SaveAsync(string verb)
    {
        await Editor.GetByRole(AriaRole.Button, new() { Name = verb, Exact = true }).ClickAsync();
        await Expect(Editor).ToHaveCountAsync(0);
    }

    private async Task SaidAsync(params string[] words)
    {
        foreach (var each in words)
            await Expect(Page.Locator(".mud-snackbar").Last).ToContainTextAsync(each);
    }

    private Task MarkAsync(string duty, string finding) =>
        Editor.GetByRole(AriaRole.Radiogroup, new() { Name = duty }).GetByLabel(finding).CheckAsync();

    private ILocator Field(string label) => Editor.GetByRole(AriaRole.Textbox, new() { Name = label, Exact = true });

    private static Task OutcomeIsAsync(IPage page, string outcome, int withinMilliseconds = 15_000) =>
        Expect(page.Locator($"#{Requirement}").GetByRole(AriaRole.Img, new() { Name = outcome, Exact = true }).First).ToBeVisibleAsync(new() { Timeout = withinMilliseconds });

    private Task<int> AreaScoreAsync() => NumberAsync(Page.Locator("section:has(> header > #area-Processors) header"), AreaScore());

    private Task<int> ScoreWithoutCapAsync() => NumberAsync(Page.GetByText("without the cap").First, WithoutCap());

    private static async Task<int> NumberAsync(ILocator place, Regex number) =>
        int.Parse(number.Match(await place.InnerTextAsync()).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("^Fjord & Fable, GDPR, Processors")]
    private static partial Regex ProcessorsCell();

    [GeneratedRegex(@"pass\s+(\d+)")]
    private static partial Regex AreaScore();

    [GeneratedRegex(@"would be (\d+) without")]
    private static partial Regex WithoutCap();
}
