using System.Net;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Features.Reports;
using ComplianceHub.Reports;
using ComplianceHub.Reports.Layout;
using ComplianceHub.Reports.Signing;
using ComplianceHub.Tests.Data;
using ComplianceHub.Tests.Given;
using ComplianceHub.Tests.Reports.Layout;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Features.Reports;

public sealed class ReportEndpointsTests(HubApplication hub) : IClassFixture<HubApplication>
{
    [Fact]
    public async Task The_viewer_of_a_shop_downloads_a_file_that_nobody_keeps()
    {
        using var browser = new FormBrowser(hub);
        await browser.SignInAsync("viewer");
        using var answer = await browser.GetAsync("/shops/fjord-and-fable/reports/readiness.pdf?asOf=2026-11-23&paper=letter");
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal(("attachment", "fjord-and-fable-readiness-2026-11-23.pdf"), (answer.Content.Headers.ContentDisposition?.DispositionType, answer.Content.Headers.ContentDisposition?.FileName));
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Theory]
    [InlineData("viewer", "/shops/no-such-shop/reports/readiness.pdf")]
    [InlineData("viewer", "/shops/olive-row/reports/readiness.pdf")]
    [InlineData("viewer", "/shops/fjord-and-fable/reports/no-such-report.pdf")]
    [InlineData("viewer", "/shops/fjord-and-fable/reports/readiness.pdf?paper=napkin")]
    [InlineData("auditor", "/shops/fjord-and-fable/reports/readiness.pdf")]
    public async Task What_is_missing_and_what_is_forbidden_is_not_found(string account, string path)
    {
        using var browser = new FormBrowser(hub);
        await browser.SignInAsync(account);
        using var answer = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Nobody_downloads_without_signing_in()
    {
        using var browser = new FormBrowser(hub);
        using var answer = await browser.GetAsync("/shops/fjord-and-fable/reports/readiness.pdf");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }
}

public sealed class ReportFontFolderTests
{
    [Fact]
    public void A_missing_folder_is_named_with_its_key() =>
        Assert.StartsWith("Reports:FontFolder: ", Assert.Throws<DomainException>(() => FontsOf("/no/such/folder")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_no_font_is_named_with_its_key()
    {
        var folder = Directory.CreateTempSubdirectory("compliancehub-fonts-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "broken.ttf"), "no font");
            Assert.StartsWith("Reports:FontFolder: ", Assert.Throws<DomainException>(() => FontsOf(folder.FullName)).Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Without_a_folder_the_shipped_fonts_print() => Assert.Same(ReportFonts.Shipped, FontsOf(""));

    private static ReportFonts FontsOf(string folder)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection([new("Reports:FontFolder", folder)]);
        return builder.AddHubReports().Services.BuildServiceProvider().GetRequiredService<ReportFonts>();
    }
}

public abstract class ReportWorkflowTests(PostgresServer? server) : HubDatabaseFixture(server)
{
    [Theory]
    [InlineData(HubRole.Manager)]
    [InlineData(HubRole.Viewer)]
    public async Task Everybody_who_reads_the_registers_may_and_it_is_logged(HubRole role)
    {
        var person = await PersonAsync(role, Shop.Id);
        Assert.NotNull(await PrintAsync(person, Shop.Slug));
        await using var db = await OpenAsync();
        var chain = ChainId.OfShop(Shop.Id);
        Assert.True(await db.AuditLogEntries.AnyAsync(entry => entry.Chain == chain && entry.Action == "downloaded" && entry.EntityId == "readiness", Ct));
    }

    [Fact]
    public async Task The_page_shows_the_last_downloads_to_those_who_read_the_registers()
    {
        var (viewer, auditor) = (await PersonAsync(HubRole.Viewer, Shop.Id), await PersonAsync(HubRole.Auditor, Shop.Id));
        await PrintAsync(viewer, Shop.Slug);
        Assert.Null(await PrintAsync(auditor, Shop.Slug));
        var download = Assert.Single((await QueryOf(viewer).FindAsync(Shop.Slug, Ct))!.Downloads);
        Assert.Equal((HubRole.Viewer.ToString(), "readiness", "2026-11-23"), (download.Who, download.Report, download.AsOf));
        Assert.Equal(8, download.Snapshot?.Length);
        Assert.Null(await QueryOf(auditor).FindAsync(Shop.Slug, Ct));
        Assert.Null(await QueryOf(viewer).FindAsync(OtherShop.Slug, Ct));
    }

    private ReportsQuery QueryOf(Guid person)
    {
        var hub = ScopeOf(Actor.User(person)).GetRequiredService<HubDb>();
        return new(hub, new AuditLogReader(hub), Clock);
    }

    [Fact]
    public async Task It_carries_where_the_log_stood_when_it_was_handed_out()
    {
        var pdf = (await PrintAsync(await PersonAsync(HubRole.Viewer, Shop.Id), Shop.Slug))!.Pdf;
        var proof = LogProofFiles.In(pdf)!;
        Assert.True(proof.Holds());
        Assert.Equal([ChainId.OfShop(Shop.Id), ChainId.Group], proof.Heads.Select(head => head.Head.Chain));
        await using var db = await OpenAsync();
        // Its own download is the last that the proof covers.
        Assert.Equal(ReportWorkflow.Downloaded, await db.AuditLogEntries.Where(entry => entry.Chain == ChainId.OfShop(Shop.Id) && entry.Sequence == proof.Heads[0].Head.Sequence).Select(entry => entry.Action).SingleAsync(Ct));
        Assert.EndsWith("exit code 0", OutsideTool.Run("qpdf", "qpdf", pdf, "--check", "FILE"), StringComparison.Ordinal);
        var list = OutsideTool.Run("pdfdetach", "poppler-utils", pdf, "-list", "FILE");
        Assert.Contains("checkpoint.txt", list, StringComparison.Ordinal);
        Assert.Contains("log-proof.json", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shop_of_others_is_as_if_it_were_missing()
    {
        var viewer = await PersonAsync(HubRole.Viewer, OtherShop.Id);
        Assert.Null(await PrintAsync(viewer, Shop.Slug));
        Assert.Null(await PrintAsync(viewer, "no-such-shop"));
        Assert.Null(await PrintAsync(await StrangerAsync(), Shop.Slug));
    }

    private async Task<PrintedReport?> PrintAsync(Guid person, string slug)
    {
        var services = ScopeOf(Actor.User(person));
        var workflow = new ReportWorkflow(services.GetRequiredService<HubDb>(), services.GetRequiredService<ShopSnapshots>(), ReportFonts.Shipped, services.GetRequiredService<LogProofs>());
        return await workflow.PrintAsync(ReportCatalogue.WithName("readiness")!, slug, null, PageSize.A4, Ct);
    }
}

public sealed class ReportWorkflowOnSqliteTests() : ReportWorkflowTests(null);

public sealed class ReportWorkflowOnPostgresTests(PostgresServer server) : ReportWorkflowTests(server);
