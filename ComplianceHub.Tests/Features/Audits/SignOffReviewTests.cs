using Bunit;
using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Features.Audits;
using ComplianceHub.Reports;
using ComplianceHub.Reports.Audits;
using ComplianceHub.Reports.Layout;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;
using MudBlazor.Services;

namespace ComplianceHub.Tests.Features.Audits;

public sealed class SignOffReviewTests_on_Sqlite() : SignOffReviewTests(null);

public sealed class SignOffReviewTests_on_Postgres(PostgresServer server) : SignOffReviewTests(server);

/// <summary>Whoever signs sees which verdicts are others than in the signed audit before, and so does whoever reads the report.</summary>
public abstract class SignOffReviewTests(PostgresServer? server) : AuditFixture(server)
{
    [Fact]
    public async Task Nothing_is_called_changed_without_an_audit_before()
    {
        var review = await ReviewAsync(await HandedInAsync());
        Assert.Null(review.Earlier);
        Assert.Empty(review.Changed);
    }

    [Fact]
    public async Task Nothing_is_called_changed_where_every_verdict_is_the_same()
    {
        await SignedAsync();
        var review = await ReviewAsync(await HandedInAsync());
        Assert.Empty(review.Changed);
        Assert.Equal((0, 0), (review.Count(VerdictTrend.Worse), review.Count(VerdictTrend.Better)));
        Assert.NotEqual(0, review.Count(VerdictTrend.Unchanged));
    }

    [Fact]
    public async Task A_verdict_that_is_another_is_shown_with_both_and_why_the_worse_first()
    {
        var review = await ReviewAsync(await ChangedAsync());
        var worse = Assert.Single(review.Changed, one => one.Change.Now.Requirement == "GDPR-24");
        Assert.Equal((Outcome.Partial, Outcome.Fail, VerdictTrend.Worse), (worse.Change.Earlier.Outcome, worse.Change.Now.Outcome, worse.Change.Trend));
        Assert.EndsWith("Answered “no” on 20 Nov 2026.", worse.Because, StringComparison.Ordinal);
        var better = Assert.Single(review.Changed, one => one.Change.Now.Requirement == "GDPR-6-1");
        Assert.Equal((Outcome.Fail, VerdictTrend.Better), (better.Change.Earlier.Outcome, better.Change.Trend));
        Assert.Equal(review.Changed.OrderByDescending(one => one.Change.Trend), review.Changed);
        Assert.All(review.Changed, one => Assert.NotEqual(one.Change.Earlier.Outcome, one.Change.Now.Outcome));
    }

    [Fact]
    public async Task The_page_shows_it_before_the_signature()
    {
        var review = await ReviewAsync(await ChangedAsync());
        await using var browser = new BunitContext();
        browser.Services.AddMudServices();
        browser.JSInterop.Mode = JSRuntimeMode.Loose;
        var shown = browser.Render<SignOffChanges>(parameters => parameters.Add(one => one.Review, review));
        Assert.Contains("What changed since 23 Nov 2026", shown.Markup, StringComparison.Ordinal);
        Assert.Equal(review.Changed.Select(one => one.Change.Now.Requirement), shown.FindAll("tbody th small").Select(name => name.TextContent.Trim()));
        Assert.Contains("Answered “no” on 20 Nov 2026.", shown.Find("tbody").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_says_it_too()
    {
        var audit = await ChangedAsync();
        var review = await ReviewAsync(audit);
        await using var db = await OpenAsync();
        var content = await ScopeOf(Actor.System("test")).GetRequiredService<AuditContents>().OfAsync(db, await db.Audits.SingleAsync(row => row.Id == audit, Ct), Ct);
        var lines = AuditReport.Compose(content, PageSize.A4).ToText().Split('\n');
        var chapter = lines.SkipWhile(line => !line.StartsWith('#') || !line.EndsWith("Since the audit of 23 Nov 2026", StringComparison.Ordinal)).Skip(1).TakeWhile(line => !line.StartsWith('#')).ToList();
        Assert.NotEmpty(chapter);
        foreach (var (earlier, now) in review.Changed.Select(one => (one.Change.Earlier, one.Change.Now)))
            Assert.Contains(chapter, line => line.Contains(now.Requirement, StringComparison.Ordinal)
                && line.Contains($"] {ReportWords.Word(earlier.Outcome)} | [", StringComparison.Ordinal) && line.Contains($"] {ReportWords.Word(now.Outcome)} | ", StringComparison.Ordinal));
        Assert.DoesNotContain(chapter, line => line.Contains("GDPR-28-3", StringComparison.Ordinal));
    }

    /// <summary>An audit to be signed, of a shop in which one thing got worse and one better since the one that was.</summary>
    private async Task<Guid> ChangedAsync()
    {
        await StateAsync(AttestationAnswer.Partly, new(2026, 11, 1));
        await SignedAsync();
        await StateAsync(AttestationAnswer.No, new(2026, 11, 20));
        await using (var db = await OpenAsync())
        {
            var activity = await db.Activities.SingleAsync(one => one.ShopId == Shop.Id, Ct);
            activity.Purposes = [new() { Code = "main", Kind = PurposeKind.OrderFulfilment, Text = "Orders, as the customer asked for them." }];
            activity.Bases = [new() { PurposeCode = "main", Basis = LawfulBasis.Contract }];
            await db.SaveChangesAsync(Ct);
        }
        return await HandedInAsync();
    }

    private Task StateAsync(AttestationAnswer answer, DateOnly day) => SaveAsync(new Attestation
    {
        ShopId = Shop.Id, RequirementId = "GDPR-24", Answer = answer, StatedBy = "Mara Lindqvist", StatedOn = day, ValidUntil = new(2027, 10, 31),
    });

    private async Task<SignOffView> ReviewAsync(Guid audit) => (await ServicesOf<SignOffReview>(Manager).FindAsync(audit, Ct))!;
}
