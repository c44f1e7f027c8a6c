using System.Net;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Features.Audits;
using ComplianceHub.Reports.Signing;
using ComplianceHub.Tests.Given;
using ComplianceHub.Tests.Reports.Layout;
using ComplianceHub.Tests.Reports.Signing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ComplianceHub.Tests.Features.Audits;

public sealed class SignedReportTests_on_Sqlite() : SignedReportTests(null);

public sealed class SignedReportTests_on_Postgres(PostgresServer server) : SignedReportTests(server);

/// <summary>The report that is made when a manager signs: what it says, and what other programs say of it.</summary>
public abstract class SignedReportTests(PostgresServer? server) : AuditFixture(server)
{
    [Fact]
    public async Task Other_programs_find_its_signature_valid_and_its_form_whole()
    {
        var (_, pdf) = await SignedReportAsync();
        var said = OutsideTool.Run("pdfsig", "poppler-utils", pdf, "FILE");
        Assert.Contains("Signature is Valid.", said, StringComparison.Ordinal);
        Assert.Contains("Total document signed", said, StringComparison.Ordinal);
        Assert.Contains("ETSI.CAdES.detached", said, StringComparison.Ordinal);
        Assert.EndsWith("exit code 0", OutsideTool.Run("qpdf", "qpdf", pdf, "--check", "FILE"), StringComparison.Ordinal);
        pdf[pdf.Length / 3] ^= 1;
        Assert.Contains("Digest Mismatch", OutsideTool.Run("pdfsig", "poppler-utils", pdf, "FILE"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_first_page_is_the_decision()
    {
        var (signOff, pdf) = await SignedReportAsync();
        var page = OutsideTool.Run("pdftotext", "poppler-utils", pdf, "-layout", "-l", "1", "FILE", "-");
        foreach (var said in (string[])["Annual privacy audit 2026", "Signed", "of 100", "Unresolved when signed", "acknowledged", "We know of it.", Proof, signOff.ReportCode, "certificate sha256"])
            Assert.Contains(said, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_tells_each_finding_with_its_cause_and_each_comment()
    {
        var audit = await FrozenAsync();
        await DecideAllAsync(audit, item =>
        {
            if (item.RequirementId == "GDPR-6-1")
                (item.Decision, item.RootCause, item.Recommendation) = (AuditDecision.Major, "Marketing switched it on alone.", "Record the basis first.");
        });
        await Workflow(Officer).CommentAsync((await ItemAsync(audit, "GDPR-6-1")).Id, "Switched off since yesterday.", Ct);
        await Workflow(Auditor).HandInAsync(audit, Ct);
        await SignAsync(audit);
        var text = OutsideTool.Run("pdftotext", "poppler-utils", await ReportAsync(audit), "-raw", "FILE", "-");
        foreach (var said in (string[])["F-01", "Major", "Marketing switched it on alone.", "Record the basis first.", "Switched off since yesterday."])
            Assert.Contains(said, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_carries_the_frozen_bytes_and_everything_that_was_signed()
    {
        var (signOff, pdf) = await SignedReportAsync();
        var verified = PdfVerifier.Verify(pdf, await KnownAsync());
        Assert.Equal(Authenticity.Authentic, verified.Authenticity);
        Assert.Equal((signOff.AuditId, signOff.ReportCode), (verified.Report!.Audit, verified.Report.Code));
        await using var db = await OpenAsync();
        var frozen = await db.FrozenShops.SingleAsync(row => row.AuditId == signOff.AuditId, Ct);
        Assert.Equal(await FrozenBytes.ReadAsync(db, frozen.SnapshotSha256, Ct), verified.Files.Single(file => file.Name.StartsWith("snapshot-", StringComparison.Ordinal)).Content);
        Assert.Equal(await FrozenBytes.ReadAsync(db, signOff.ContentSha256, Ct), verified.Files.Single(file => file.Name == AuditReportSigner.SignedContentFile).Content);
    }

    [Fact]
    public async Task Its_proof_of_the_log_holds_until_the_log_is_written_anew()
    {
        var (_, pdf) = await SignedReportAsync();
        var proof = LogProof.Read(PdfVerifier.Verify(pdf).Files.Single(file => file.Name == LogProof.FileName).Content)!;
        Assert.True(proof.Holds());
        Assert.Equal(ChainId.OfShop(Shop.Id), Assert.Single(proof.Heads).Head.Chain);
        var proofs = ScopeOf(Actor.System("test")).GetRequiredService<LogProofs>();
        Assert.True(await proofs.StillHoldsAsync(proof, Ct));
        var head = proof.Heads[0].Head;
        Assert.False(await proofs.StillHoldsAsync(proof with { Heads = [proof.Heads[0] with { Head = new(head.Chain, head.Sequence, new byte[32]) }] }, Ct));
        Assert.False((proof with { Heads = [proof.Heads[0] with { Head = new(head.Chain, head.Sequence + 1, head.Hash) }] }).Holds());
    }

    [Fact]
    public async Task A_draft_carries_where_the_log_stood_too()
    {
        var audit = await FrozenAsync();
        var draft = await ScopeOf(Actor.User(Officer)).GetRequiredService<AuditReportWorkflow>().DraftAsync(audit, Ct);
        var proof = LogProofFiles.In(draft!.Pdf)!;
        Assert.True(proof.Holds());
        Assert.Equal([ChainId.OfShop(Shop.Id)], proof.Heads.Select(head => head.Head.Chain));
    }

    [Fact]
    public async Task The_stored_bytes_are_those_that_the_sign_off_names()
    {
        var (signOff, pdf) = await SignedReportAsync();
        Assert.Equal(signOff.ReportSha256, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(pdf)));
    }

    [Fact]
    public async Task What_is_said_while_somebody_signs_is_signed_or_stops_the_signature()
    {
        var audit = await HandedInAsync();
        var item = (await ItemsAsync(audit))[0].Id;
        // The time-stamp server is asked while the report is made: a moment in which others go on.
        using var listener = Listening(out var address);
        var answering = Task.Run(async () =>
        {
            var asked = await listener.GetContextAsync();
            await Workflow(Officer).CommentAsync(item, "One more thing.", Ct);
            asked.Response.StatusCode = 500;
            asked.Response.Close();
        }, Ct);
        Services.GetRequiredService<IOptions<SigningOptions>>().Value.TimeStampServer = address;
        var refusal = await Assert.ThrowsAsync<DomainException>(() => SignAsync(audit));
        await answering;
        Assert.Equal("Something was added to this audit while you were signing. Look at it again, then sign.", refusal.Message);
        Assert.Equal(AuditState.AwaitingSignOff, (await StoredAsync(audit)).State);
    }

    [Fact]
    public async Task A_time_stamp_server_that_fails_stops_no_signature_and_is_told()
    {
        var audit = await HandedInAsync();
        Services.GetRequiredService<IOptions<SigningOptions>>().Value.TimeStampServer = "http://127.0.0.1:1";
        await SignAsync(audit);
        await using var db = await OpenAsync();
        Assert.Contains("could not be asked", (await db.SignOffs.SingleAsync(row => row.AuditId == audit, Ct)).TimeStampMissing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_stamp_that_somebody_else_adds_makes_it_another_file()
    {
        var (_, pdf) = await SignedReportAsync();
        Assert.True((await Checks.OfFileAsync(pdf, ct: Ct)).IsAuthentic);
        var stamped = await PdfVerifierTests.StampedAsync(pdf);
        var result = await Checks.OfFileAsync(stamped, ct: Ct);
        Assert.False(result.IsAuthentic);
        Assert.Null(result.File.TimeStamp);
        Assert.Contains("a time stamp was added", result.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_does_not_lead_to_a_later_audit_of_other_shops()
    {
        var (first, pdf) = await SignedReportAsync();
        var second = await SignedAsync();
        var later = await SignOffOfAsync(second);
        Assert.Contains(later.ReportCode, (await Checks.OfFileAsync(pdf, ct: Ct)).Standing!.Sentence, StringComparison.Ordinal);
        later.ShopIds.Add(Guid.NewGuid());
        var standing = new ReportStanding { Audit = await StoredAsync(first.AuditId), SignOff = first, Shops = [], SupersededBy = later, StaleSince = null, IsNotSignedYet = false };
        Assert.DoesNotContain(later.ReportCode, standing.Sentence, StringComparison.Ordinal);
        Assert.Equal("superseded", standing.Word);
    }

    [Fact]
    public async Task It_does_not_name_an_earlier_audit_of_other_shops()
    {
        foreach (var (person, role) in new[] { (Officer, HubRole.PrivacyOfficer), (Manager, HubRole.Manager) })
            await SaveAsync(new Grant { UserId = person, Role = role, Scope = GrantScope.Shop, ShopId = SisterShop.Id });
        var both = await DraftAsync(Shop.Id, SisterShop.Id);
        await using (var db = await OpenAsync())
        {
            (await db.Audits.SingleAsync(row => row.Id == both, Ct)).Title = "Audit with the sister";
            await db.SaveChangesAsync(Ct);
        }
        await Workflow(Officer).BeginFieldworkAsync(both, Ct);
        await DecideAllAsync(both, _ => { });
        await Workflow(Auditor).HandInAsync(both, Ct);
        await SignAsync(both);
        var (_, pdf) = await SignedReportAsync();
        var text = OutsideTool.Run("pdftotext", "poppler-utils", pdf, "-raw", "FILE", "-");
        Assert.Contains("Since the audit of", text, StringComparison.Ordinal);
        Assert.DoesNotContain("sister", text, StringComparison.OrdinalIgnoreCase);
    }

    private static HttpListener Listening(out string address)
    {
        using var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        free.Start();
        address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        free.Stop();
        var listener = new HttpListener();
        listener.Prefixes.Add(address);
        listener.Start();
        return listener;
    }

    private async Task<IReadOnlyList<KnownCertificate>> KnownAsync()
    {
        await using var db = await OpenAsync();
        var installation = await db.Set<Installation>().Select(row => row.Id).SingleAsync(Ct);
        return [.. Services.GetRequiredService<SigningCertificates>().Known(installation)
            .Select(one => new KnownCertificate(one.Fingerprint, one.IsOrganisations ? CertificateOrigin.Organisation : CertificateOrigin.Installation, one.IsCurrent))];
    }

    private async Task<(SignOff SignOff, byte[] Pdf)> SignedReportAsync()
    {
        var audit = await SignedAsync();
        return (await SignOffOfAsync(audit), await ReportAsync(audit));
    }

    private async Task<SignOff> SignOffOfAsync(Guid audit)
    {
        await using var db = await OpenAsync();
        return await db.SignOffs.AsNoTracking().SingleAsync(row => row.AuditId == audit, Ct);
    }

    private async Task<byte[]> ReportAsync(Guid audit)
    {
        await using var db = await OpenAsync();
        return await FrozenBytes.ReadAsync(db, (await db.SignOffs.AsNoTracking().SingleAsync(row => row.AuditId == audit, Ct)).ReportSha256, Ct);
    }
}
