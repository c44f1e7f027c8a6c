using System.Text.RegularExpressions;
using ComplianceHub.Components;
using ComplianceHub.Tests.Given;
using ComplianceHub.Tests.Reports.Layout;
using Microsoft.Playwright;

namespace ComplianceHub.Tests.Journeys;

/// <summary>The page, the file and the command line say the same score.</summary>
public sealed partial class ReadinessPdfJourneyTests(HubApplication hub, Chromium chromium) : Journey(hub, chromium)
{
    [Theory]
    [InlineData("fjord-and-fable", "GDPR"), InlineData("fjord-and-fable", "CCPA"), InlineData("olive-row", "GDPR")]
    public async Task The_score_of_the_page_stands_in_the_report(string shop, string regulation)
    {
        await SignInAsync("officer", HubUrls.Checklist(shop, regulation));
        var tab = await Page.GetByRole(AriaRole.Navigation, new() { Name = "Regulation" }).GetByRole(AriaRole.Link, new() { Name = regulation }).InnerTextAsync();
        var score = Number().Match(tab).Value;

        var download = await Page.RunAndWaitForDownloadAsync(() => Page.GetByRole(AriaRole.Link, new() { Name = "Readiness report" }).ClickAsync());
        Assert.Equal($"{shop}-readiness-2026-11-23.pdf", download.SuggestedFilename);
        Assert.Equal(score, ScoreIn(OutsideTool.Run("pdftotext", "poppler-utils", await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken), "-l", "1", "FILE", "-"), regulation));
        Assert.Equal(score, await ScoreOfVerbAsync(shop, regulation));
    }

    private static string ScoreIn(string text, string regulation) =>
        Regex.Match(text, $@"\b{regulation}\s+(\d+)\s+of 100") is { Success: true } match ? match.Groups[1].Value : $"no score of the {regulation} in: {text[..Math.Min(text.Length, 2_000)]}";

    private async Task<string> ScoreOfVerbAsync(string shop, string regulation)
    {
        var verb = await Verb.RunAsync("readiness", "--shop", shop, "--as-of", "2026-11-23", "--json", "--database", Hub.Database);
        var one = verb.ShouldSucceed().Json[0].GetProperty("regulations").EnumerateArray().Single(each => each.GetProperty("id").GetString() == regulation);
        return one.GetProperty("score").GetRawText();
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
