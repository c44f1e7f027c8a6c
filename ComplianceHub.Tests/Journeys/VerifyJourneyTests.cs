using ComplianceHub.Components;
using ComplianceHub.Tests.Given;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ComplianceHub.Tests.Journeys;

/// <summary>Somebody who holds a report and is nobody here checks it.</summary>
public sealed class VerifyJourneyTests(HubApplication hub, Chromium chromium) : Journey(hub, chromium)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_report_is_authentic_and_current_or_stale()
    {
        await CheckAsync(await ReportAsync("olive-row"));
        await Expect(Page.Locator("[data-verdict=authentic]")).ToBeVisibleAsync();
        await Expect(Page.Locator("[data-standing=current]")).ToBeVisibleAsync();
        await Expect(Page.Locator("dl.facts")).ToContainTextAsync("Privacy audit 2026");
        await AccessibleAsync();
        await CheckAsync(await ReportAsync("fjord-and-fable"));
        await Expect(Page.Locator("[data-standing=stale]")).ToContainTextAsync("it no longer describes the shop");
    }

    [Fact]
    public async Task One_changed_byte_is_told()
    {
        var pdf = await ReportAsync("olive-row");
        pdf[5000] ^= 1;
        await CheckAsync(pdf);
        await Expect(Page.Locator("[data-verdict=not-authentic]")).ToContainTextAsync("at least one byte was changed");
        await Expect(Page.Locator("[data-verdict=not-authentic]")).ToContainTextAsync($"byte 5,001 of {pdf.Length:N0} differs");
        await AccessibleAsync();
    }

    [Fact]
    public async Task Another_file_and_a_wrong_code_get_a_sentence()
    {
        await CheckAsync("Not a PDF"u8.ToArray());
        await Expect(Page.Locator("[data-verdict=not-authentic]")).ToContainTextAsync("This is not a PDF.");
        await Page.GetByLabel("Or its code").FillAsync("ABCD");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Look up the code" }).ClickAsync();
        await Expect(Page.Locator("[data-problem]")).ToContainTextAsync("A code has twelve letters and digits");
        await Page.GotoAsync(HubUrls.Verify("0000-0000-0000"));
        await Expect(Page.Locator("[data-problem]")).ToContainTextAsync("No report with this code was signed here.");
    }

    private async Task CheckAsync(byte[] file)
    {
        await Page.GotoAsync(HubUrls.Verify());
        await Page.GetByLabel("The report (PDF)").SetInputFilesAsync(new FilePayload { Name = "report.pdf", MimeType = "application/pdf", Buffer = file });
        await Page.GetByRole(AriaRole.Button, new() { Name = "Check the file" }).ClickAsync();
    }

    private async Task<byte[]> ReportAsync(string shop)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("compliancehub-verify-").FullName, "report.pdf");
        (await Verb.RunAsync("report", "audit", "--shop", shop, "--output", file, "--database", Hub.Database)).ShouldSucceed();
        var bytes = await File.ReadAllBytesAsync(file, Ct);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        return bytes;
    }
}
