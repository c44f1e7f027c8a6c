using System.Net;
using ComplianceHub.Components;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Features.Audits.Fieldwork;

/// <summary>The files of an audit over HTTP: attachments that nothing can run, and as if missing for others.</summary>
public sealed class AuditEvidenceEndpointsTests(HubApplication hub) : IClassFixture<HubApplication>
{
    private static readonly DateOnly Until = new(2026, 12, 18);

    private readonly AuditWithEvidence _given = new(hub);

    [Theory]
    [InlineData(".pdf", "application/pdf", true), InlineData(".png", "image/png", true), InlineData(".txt", "text/plain", false)]
    public async Task A_file_comes_as_an_attachment(string ending, string type, bool isShown)
    {
        var (audit, file) = await GivenAsync(ending);
        using var browser = await SignedInAsync("auditor");
        using var download = await browser.GetAsync(HubUrls.AuditEvidence(audit, file));
        using var preview = await browser.GetAsync(HubUrls.AuditEvidencePreview(audit, file));
        Assert.Equal(isShown ? HttpStatusCode.OK : HttpStatusCode.NotFound, preview.StatusCode);
        foreach (var answer in isShown ? [download, preview] : new[] { download })
        {
            Assert.Equal((HttpStatusCode.OK, type, "attachment"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentDisposition?.DispositionType));
            Assert.Equal("sandbox; default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.True(answer.Headers.CacheControl?.NoStore);
        }
    }

    [Fact]
    public async Task What_is_not_of_the_audit_or_not_for_the_reader_is_as_if_missing()
    {
        var (audit, file) = await GivenAsync(".pdf");
        var other = await _given.InFieldworkAsync("Another shop's audit", "auditor", null, "northwind-corner");
        var theirs = (await _given.FileAsync("northwind-corner", ".pdf")).Id;
        using var auditor = await SignedInAsync("auditor");
        using var viewer = await SignedInAsync("viewer");
        string? missing = null;
        foreach (var (browser, address) in new[]
        {
            (auditor, HubUrls.AuditEvidence(Guid.NewGuid(), file)), (auditor, HubUrls.AuditEvidence(audit, Guid.NewGuid())), (auditor, HubUrls.AuditEvidence(audit, theirs)),
            (auditor, HubUrls.AuditEvidence(other, theirs)), (auditor, HubUrls.AuditEvidencePreview(other, theirs)), (auditor, HubUrls.File(theirs)), (viewer, HubUrls.AuditEvidence(other, theirs)),
        })
        {
            using var answer = await browser.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            var text = (await FormBrowser.ReadAsync(answer)).QuerySelector("main")!.TextContent;
            Assert.Equal(missing ??= text, text);
        }
    }

    [Fact]
    public async Task Nobody_reads_without_signing_in()
    {
        var (audit, file) = await GivenAsync(".pdf");
        using var browser = new FormBrowser(hub);
        using var answer = await browser.GetAsync(HubUrls.AuditEvidence(audit, file));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private async Task<(Guid Audit, Guid File)> GivenAsync(string ending)
    {
        var audit = await _given.InFieldworkAsync("Annual privacy audit 2026", "auditor", Until, "olive-row");
        return (audit, (await _given.FileAsync("olive-row", ending)).Id);
    }

    private async Task<FormBrowser> SignedInAsync(string account)
    {
        var browser = new FormBrowser(hub);
        using var answer = await browser.SignInAsync(account);
        return browser;
    }
}
