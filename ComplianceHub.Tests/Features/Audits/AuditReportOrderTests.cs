using ComplianceHub.Compliance;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Features.Audits;
using ComplianceHub.Reports.Audits;
using ComplianceHub.Reports.Layout;
using ComplianceHub.Tests.Reports.Layout;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Features.Audits;

/// <summary>Whoever reads the report of an audit from the front comes to the decision first and to the proofs last.</summary>
public sealed class AuditReportOrderTests() : AuditFixture(null)
{
    private static readonly Regulation Gdpr = Regulations.WithId("GDPR")!;

    [Fact]
    public async Task The_chapters_go_from_the_decision_to_the_log()
    {
        var text = (await ComposedAsync()).ToText();
        Assert.Equal(
            ["Findings and tasks", $"GDPR: {Gdpr.Name}", "How the score is made", "What is not checked", "Evidence and snapshot", "Audit log"],
            Chapters(text));
        AssertFollow(text,
            "Annual privacy audit 2026", "Unresolved when signed", "Statement of the manager", "We know of it.", "Check this report yourself",
            "# Findings and tasks", "F-01 | ", "Marketing switched it on alone.", "T-1, ",
            "# GDPR: ", "Audit finding F-01 · ",
            "# How the score is made", "# Evidence and snapshot", "SHA-256 of the snapshot: ",
            "# Audit log", "When this report was made the logs ended here:", "covers these and all other logs of the installation");
    }

    [Fact]
    public async Task What_changed_since_the_audit_before_comes_between_the_findings_and_the_requirements()
    {
        await SignedAsync();
        // An audit is compared with what was signed before it.
        Clock.Advance(TimeSpan.FromHours(1));
        var chapters = Chapters((await ComposedAsync()).ToText());
        Assert.Equal(["Findings and tasks", "Since the audit of 23 Nov 2026"], chapters.Take(2));
        Assert.StartsWith("GDPR: ", chapters[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_requirement_stands_in_the_chapter_of_its_regulation()
    {
        var text = (await ComposedAsync()).ToText();
        var chapter = text[text.IndexOf("# GDPR: ", StringComparison.Ordinal)..text.IndexOf("# How the score is made", StringComparison.Ordinal)];
        Assert.All(Gdpr.Requirements, requirement => Assert.Contains(requirement.Id, chapter, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_first_page_is_the_decision_alone_and_the_chapters_follow_page_by_page()
    {
        using var pdf = PrintedPdf.Of(await ComposedAsync());
        var first = pdf.Pages[0];
        foreach (var said in (string[])["Annual privacy audit 2026", "Unresolved when signed", "Statement of the manager", "Check this report yourself"])
            Assert.Contains(said, first, StringComparison.Ordinal);
        foreach (var later in (string[])["Audit finding F-01", "SHA-256 of the snapshot", "covers these and all other logs"])
            Assert.DoesNotContain(later, first, StringComparison.Ordinal);
        var chapters = pdf.Outline.Where(chapter => chapter.Level == 0).ToList();
        Assert.Equal(("Findings and tasks", 2), (chapters[0].Title, chapters[0].Page));
        Assert.Equal("Audit log", chapters[^1].Title);
        Assert.Equal(chapters.Select(chapter => chapter.Page).Order(), chapters.Select(chapter => chapter.Page));
    }

    // "#" and a blank begin a chapter, "##" a part of one.
    private static List<string> Chapters(string text) => [.. text.Split('\n').Where(line => line.StartsWith("# ", StringComparison.Ordinal)).Select(line => line[2..])];

    private static void AssertFollow(string text, params string[] said)
    {
        var at = 0;
        foreach (var one in said)
        {
            var next = text.IndexOf(one, at, StringComparison.Ordinal);
            Assert.True(next >= 0, $"“{one}” does not follow.");
            at = next;
        }
    }

    /// <summary>The report as it is when the manager signs: one finding, everything else accepted.</summary>
    private async Task<ReportDocument> ComposedAsync()
    {
        var id = await FrozenAsync();
        await DecideAllAsync(id, item =>
        {
            if (item.RequirementId == "GDPR-6-1")
                (item.Decision, item.RootCause, item.Recommendation) = (AuditDecision.Major, "Marketing switched it on alone.", "Record the basis first.");
        });
        await Workflow(Auditor).HandInAsync(id, Ct);
        await SignAsync(id);
        var services = ScopeOf(Actor.System("test"));
        await using var db = await OpenAsync();
        var content = await services.GetRequiredService<AuditContents>().OfAsync(db, await db.Audits.SingleAsync(row => row.Id == id, Ct), Ct);
        var proof = await services.GetRequiredService<LogProofs>().ProveAsync([ChainId.OfShop(Shop.Id)], Ct);
        return AuditReport.Compose(content with
        {
            SignOff = await db.SignOffs.SingleAsync(row => row.AuditId == id, Ct),
            Log = new([.. proof.Heads.Select(head => head.Head)], proof.Checkpoint),
            Seal = new("7F3K-92QM-4TXD", null, new string('a', 64)),
        }, PageSize.A4);
    }
}
