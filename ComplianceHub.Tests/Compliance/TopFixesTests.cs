using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Gdpr;
using ComplianceHub.Domain;
using ComplianceHub.Tests.Given;
using static ComplianceHub.Tests.Compliance.Rows;

namespace ComplianceHub.Tests.Compliance;

public sealed class TopFixesTests
{
    private static Readiness ReadinessOf(params RequirementResult[] rows) => Readiness.Of(GivenShop.CompliantShop(), new Regulation("GIVEN", "Given", _ => Gate.Yes("Given."), GdprAreas.All,
        [.. rows.Select((row, index) => new Rows.Given(row.Requirement.Severity, _ => row.Verdict, $"GIVEN-{index}"))]));

    [Fact]
    public void What_lifts_the_cap_comes_first_then_what_wins_most()
    {
        var readiness = ReadinessOf(Row(Severity.Low, Outcome.Fail), Row(Severity.Critical, Outcome.Partial, 0.1m), Row(Severity.Blocker, Outcome.Fail), Row(Severity.High));
        var fixes = TopFixes.Of(readiness);
        Assert.Equal(["GIVEN-2", "GIVEN-1", "GIVEN-0"], fixes.Select(fix => fix.Result.Requirement.Id));
        Assert.Equal([true, false, false], fixes.Select(fix => fix.LiftsCap));
    }

    [Fact]
    public void The_points_of_all_fixes_are_what_is_missing_to_100()
    {
        var readiness = Readiness.Of(DemoSnapshots.FjordAndFable(), Regulations.WithId("GDPR")!);
        var lost = TopFixes.Of(readiness, int.MaxValue).Sum(fix => fix.Points);
        Assert.Equal(readiness.Score.PointsWithoutCap, (int)Math.Round(100 - lost, MidpointRounding.AwayFromZero));
    }

    [Fact]
    public void No_more_than_asked_for() => Assert.Equal(2, TopFixes.Of(ReadinessOf([.. Enumerable.Range(0, 4).Select(_ => Row(Severity.Low, Outcome.Fail))]), 2).Count);

    [Fact]
    public void What_weighs_nothing_or_passes_is_no_fix() =>
        Assert.Empty(TopFixes.Of(ReadinessOf(Row(Severity.High), Row(Severity.Information, Outcome.NotAssessed), Row(Severity.High, Outcome.NotApplicable))));

    [Fact]
    public void A_fix_names_the_first_three_records_worst_first()
    {
        Finding[] findings = [Finding("a", FindingSeverity.Soft, "Soft"), Finding("b", name: "One"), Finding("c", name: "Two"), Finding("d", name: "Three")];
        Assert.Equal("Repair it: One, Two, Three and 1 more", Assert.Single(TopFixes.Of(ReadinessOf(Row(Severity.High, Outcome.Fail, findings: findings)))).Title);
    }

    [Fact]
    public void A_repair_clears_what_it_clears_everywhere()
    {
        var readiness = ReadinessOf(Row(Severity.High, Outcome.Fail, findings: [Finding("retention"), Finding("owner")]), Row(Severity.High, Outcome.Partial, 0.75m, findings: Finding("retention")));
        Assert.Equal(38, readiness.Score.Points);
        Assert.Equal(100, TopFixes.After(readiness, [TopFixes.Of(readiness)[0]]).Points);
    }

    [Fact]
    public void A_repair_of_a_part_leaves_the_rest()
    {
        var readiness = ReadinessOf(Row(Severity.High, Outcome.Fail, findings: [Finding("retention"), Finding("owner")]), Row(Severity.High, Outcome.Fail, findings: Finding("retention")));
        Assert.Equal(50, TopFixes.After(readiness, [TopFixes.Of(readiness)[1]]).Points);
    }

    [Fact]
    public void A_question_is_answered_by_no_other_repair()
    {
        var readiness = ReadinessOf(Row(Severity.High, Outcome.Fail, findings: Finding("retention")), Row(Severity.High, Outcome.NotAssessed, findings: Finding("retention")));
        Assert.Equal(50, TopFixes.After(readiness, [TopFixes.Of(readiness).First(fix => fix.Result.Verdict.Outcome == Outcome.Fail)]).Points);
    }

    [Fact]
    public void One_retention_rule_repairs_three_requirements_of_the_demo()
    {
        var shop = DemoSnapshots.FjordAndFable();
        var repairs = new[] { "GDPR-5-1-e", "GDPR-30-1", "CCPA-100-a3" }.Select(id => Regulations.Requirement(id)!.Assess(shop).Findings.Select(finding => finding.Repair).Distinct().ToList()).ToList();
        Assert.All(repairs, repair => Assert.Equal(repairs[0], repair));
        Assert.StartsWith("retention:", Assert.Single(repairs[0]), StringComparison.Ordinal);
    }
}
