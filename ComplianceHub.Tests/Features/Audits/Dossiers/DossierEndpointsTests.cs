using System.Net;
using ComplianceHub.Components;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Features.Audits.Dossiers;

/// <summary>The dossier over HTTP: an attachment for those who see the audit, and as if missing for others.</summary>
public sealed class DossierEndpointsTests(HubApplication hub) : IClassFixture<HubApplication>
{
    [Fact]
    public async Task The_page_of_a_signed_audit_leads_to_a_dossier_that_can_be_unpacked()
    {
        var audits = await GivenAudits.OfAsync(hub);
        using var officer = await SignedInAsync("officer");
        using var answer = await officer.GetAsync(HubUrls.AuditDossier(audits.Current));
        Assert.Equal((HttpStatusCode.OK, "application/zip", "attachment"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentDisposition?.DispositionType));
        Assert.EndsWith("-dossier.zip", answer.Content.Headers.ContentDisposition?.FileName?.Trim('"'), StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        using var dossier = new UnpackedDossier(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Contains("report.pdf", dossier.Names);
        Assert.Contains("SHA256SUMS", dossier.Names);
    }

    [Fact]
    public async Task What_is_not_signed_or_not_for_the_reader_is_as_if_missing()
    {
        var audits = await GivenAudits.OfAsync(hub);
        using var officer = await SignedInAsync("officer");
        using var viewer = await SignedInAsync("viewer");
        string? missing = null;
        foreach (var (browser, audit) in new[] { (officer, Guid.NewGuid()), (officer, audits.Awaiting), (viewer, audits.Current), (viewer, Guid.NewGuid()) })
        {
            using var answer = await browser.GetAsync(HubUrls.AuditDossier(audit));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            var text = (await FormBrowser.ReadAsync(answer)).QuerySelector("main")!.TextContent;
            Assert.Equal(missing ??= text, text);
        }
    }

    private async Task<FormBrowser> SignedInAsync(string account)
    {
        var browser = new FormBrowser(hub);
        using var answer = await browser.SignInAsync(account);
        return browser;
    }
}
