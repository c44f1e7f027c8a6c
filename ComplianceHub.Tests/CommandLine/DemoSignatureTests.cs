using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Text;
using System.Text.RegularExpressions;
using Bunit;
using ComplianceHub.CommandLine;
using ComplianceHub.Features.Audits;
using ComplianceHub.Tests.Given;
using ComplianceHub.Tests.Reports.Layout;
using MudBlazor.Services;

namespace ComplianceHub.Tests.CommandLine;

/// <summary>Nobody signed the audits of the demo. The page and the paper say so, and the file tells when it was really made.</summary>
public sealed partial class DemoSignatureTests(AuditedDemo demo) : IClassFixture<AuditedDemo>
{
    private const string SigningTime = "1.2.840.113549.1.9.5";

    [Theory]
    [InlineData("fjord-and-fable", "24 Mar 2026"), InlineData("olive-row", "12 Jun 2026")]
    public async Task Is_called_one_on_the_page_of_the_audit(string shop, string storyDay)
    {
        await using var browser = new BunitContext();
        browser.Services.AddMudServices();
        browser.JSInterop.Mode = JSRuntimeMode.Loose;
        var view = await ViewOfAsync(shop);
        var card = browser.Render<AuditSignatureCard>(parameters => parameters.Add(one => one.View, view).Add(one => one.Standing, null));
        var said = card.Find(".stated").TextContent;
        Assert.Contains(storyDay, said, StringComparison.Ordinal);
        Assert.Matches(Demo(), said);
    }

    [Theory]
    [InlineData("fjord-and-fable"), InlineData("olive-row")]
    public async Task Is_called_one_on_the_first_page_of_the_report(string shop) =>
        Assert.Matches(Demo(), Regex.Replace(OutsideTool.Run("pdftotext", "poppler-utils", await ReportAsync(shop), "-raw", "-l", "1", "FILE", "-"), "\\s+", " "));

    [Theory]
    [InlineData("fjord-and-fable"), InlineData("olive-row")]
    public async Task Tells_the_day_on_which_the_file_was_made_and_not_that_of_the_story(string shop)
    {
        var pdf = await ReportAsync(shop);
        var now = TimeProvider.System.GetUtcNow();
        var told = SigningTimeOfPdf().Match(Encoding.Latin1.GetString(pdf)).Groups[1].Value;
        var signedAt = DateTimeOffset.ParseExact(told, "yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        Assert.InRange(signedAt, now.AddHours(-1), now);
        // PAdES: the time is in the PDF; another one in the signature could only contradict it.
        Assert.DoesNotContain(Cms(pdf).SignerInfos[0].SignedAttributes.Cast<CryptographicAttributeObject>(), attribute => attribute.Oid.Value == SigningTime);
    }

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    private static SignedCms Cms(byte[] pdf)
    {
        // The room for the signature is filled up with zeros.
        var room = Convert.FromHexString(Contents().Match(Encoding.Latin1.GetString(pdf)).Groups[1].Value);
        AsnDecoder.ReadEncodedValue(room, AsnEncodingRules.BER, out _, out _, out var length);
        var cms = new SignedCms();
        cms.Decode(room[..length]);
        return cms;
    }

    private async Task<AuditView> ViewOfAsync(string shop)
    {
        await using var session = await CommandSession.OpenAsync(demo.Database, Ct);
        var audit = await session.Get<AuditReportWorkflow>().LatestSignedAsync(shop, Ct);
        return (await session.Get<AuditQuery>().FindAsync(audit!.Value, Ct))!;
    }

    private async Task<byte[]> ReportAsync(string shop)
    {
        var file = demo.File($"{Guid.NewGuid():N}.pdf");
        (await Verb.RunAsync("report", "audit", "--shop", shop, "--output", file, "--database", demo.Database)).ShouldSucceed();
        return await File.ReadAllBytesAsync(file, Ct);
    }

    [GeneratedRegex("Demo signature, made on \\d{1,2} \\w{3} \\d{4}: nobody proved presence")]
    private static partial Regex Demo();

    [GeneratedRegex("/M \\(D:(\\d{14}Z)\\)")]
    private static partial Regex SigningTimeOfPdf();

    [GeneratedRegex("/Contents ?<([0-9A-Fa-f]+)>")]
    private static partial Regex Contents();
}
