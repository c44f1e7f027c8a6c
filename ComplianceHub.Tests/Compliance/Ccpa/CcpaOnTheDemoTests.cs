using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Ccpa;
using ComplianceHub.Domain;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Compliance.Ccpa;

/// <summary>Table 12.5 of the catalogue, as of 23 November 2026.</summary>
public sealed class CcpaOnTheDemoTests
{
    private static readonly Readiness Fable = Readiness.Of(DemoSnapshots.FjordAndFable(), CcpaCatalogue.Regulation);

    [Theory]
    [InlineData("CCPA-100-a", Outcome.Pass, 1.00, 9, 9)]
    [InlineData("CCPA-100-a3", Outcome.Partial, 0.75, 7, 9)]
    [InlineData("CCPA-100-c", Outcome.Pass, 1.00, 1, 1)]
    [InlineData("CCPA-130-a5", Outcome.Fail, 0.00, 0, 1)]
    [InlineData("CCPA-120", Outcome.Pass, 1.00, 6, 6)]
    [InlineData("CCPA-7051", Outcome.Fail, 0.00, 13, 15)]
    [InlineData("CCPA-7053", Outcome.Pass, 1.00, 3, 3)]
    [InlineData("CCPA-ROLE", Outcome.Partial, 0.75, 32, 35)]
    [InlineData("CCPA-7003", Outcome.Pass, 1.00, 1, 1)]
    [InlineData("CA-OPPA", Outcome.Pass, 1.00, 1, 1)]
    public void Fjord_and_Fable_comes_to(string id, Outcome outcome, double value, int met, int total)
    {
        var verdict = Verdict(Fable, id).ShouldBe(outcome);
        Assert.Equal(((decimal)value, met, total), (verdict.Value, verdict.Met, verdict.Checked));
    }

    [Fact]
    public void Fjord_and_Fable_scores_68_with_gaps_and_its_cap_is_not_reached()
    {
        Assert.Equal((68, Band.Gaps), (Fable.Score.Points, Fable.Score.Band));
        Assert.Equal((58, 74, false), (Fable.Score.Weight, Fable.Score.Cap!.Limit, Fable.Score.Cap.IsReached));
        Assert.Equal(new OutcomeCounts(6, 2, 2, 0, 0), Fable.Score.Counts);
    }

    [Fact]
    public void The_planted_defects_are_found_and_nothing_else_that_is_hard()
    {
        Assert.Equal(
            [
                "Accounting and tax|CCPA-ROLE", "California privacy policy v3|CCPA-130-a5", "DHL|CCPA-ROLE", "Hotjar Ltd|CCPA-7051",
                "Product reviews|CCPA-100-a3", "SizeFit AI, Inc.|CCPA-7051",
            ],
            Fable.Results
                .SelectMany(result => result.Verdict.Findings.Where(finding => finding.Severity == FindingSeverity.Hard)
                    .Select(finding => $"{Short(finding.Record.Name)}|{result.Requirement.Id}"))
                .Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Service_providers_are_partial_when_session_replay_is_not_large_scale()
    {
        var shop = DemoSnapshots.FjordAndFable();
        foreach (var activity in shop.Activities.Where(activity => activity.LargeScale == Answer.Yes))
            activity.LargeScale = Answer.No;
        var verdict = new ServiceProvidersAreBoundByContract().Assess(shop).ShouldBe(Outcome.Partial);
        Assert.Equal((13, 15, 0.75m), (verdict.Met, verdict.Checked, verdict.Value));
    }

    [Fact]
    public void Hotjar_and_SizeFit_AI_are_possible_sales()
    {
        var shop = DemoSnapshots.FjordAndFable();
        var names = SaleAndSharing.Of(shop).Possible.Select(disclosure => shop.Vendor(disclosure.VendorId)!.LegalName).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(2, names.Count());
        Assert.StartsWith("Hotjar", names.First(), StringComparison.Ordinal);
        Assert.StartsWith("SizeFit AI", names.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public void Olive_Row_is_out_of_scope_because_it_does_no_business_in_California()
    {
        var readiness = Readiness.Of(DemoSnapshots.OliveRow(), CcpaCatalogue.Regulation);
        Assert.True(readiness.Score.IsNotApplicable);
        Assert.Equal(new OutcomeCounts(0, 0, 0, 10, 0), readiness.Score.Counts);
        Assert.All(readiness.Results, result => Assert.Contains("does no business in California", result.Verdict.Summary, StringComparison.Ordinal));
    }

    [Fact]
    public void Northwind_Corner_is_a_list_of_questions()
    {
        var readiness = Readiness.Of(DemoSnapshots.NorthwindCorner(), CcpaCatalogue.Regulation);
        Assert.Null(readiness.Score.Points);
        Assert.Equal((58, new OutcomeCounts(0, 0, 0, 0, 10)), (readiness.Score.Weight, readiness.Score.Counts));
    }

    private static Verdict Verdict(Readiness readiness, string id) => readiness.Results.Single(result => result.Requirement.Id == id).Verdict;

    private static string Short(string name) => name.StartsWith("DHL", StringComparison.Ordinal) ? "DHL" : name.Split(", ") is [_, "Accounting and tax"] ? "Accounting and tax" : name;
}
