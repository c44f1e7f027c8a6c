using ComplianceHub.Compliance;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Demo;

/// <summary>The acceptance oracle of catalogue 12.5: P pass, H partial, F fail, ? not assessed, – not applicable.</summary>
public sealed class ExpectedOutcomesTests
{
    private static readonly ShopSnapshot Fable = DemoSnapshots.FjordAndFable();
    private static readonly ShopSnapshot Olive = DemoSnapshots.OliveRow();
    private static readonly ShopSnapshot Northwind = DemoSnapshots.NorthwindCorner();

    [Theory]
    [InlineData("GDPR-5-1-e", "H .75 40/42", "P", "?")]
    [InlineData("GDPR-5-2", "H .75 84/84", "P 28/28", "?")]
    [InlineData("GDPR-6-1", "P 19/19", "P 9/9", "?")]
    [InlineData("GDPR-6-1-f", "P 5/5", "P 2/2", "?")]
    [InlineData("GDPR-6-1-c", "P 4/4", "P 1/1", "?")]
    [InlineData("GDPR-9-2", "–", "–", "?")]
    [InlineData("GDPR-13", "H .75 14/15", "P 9/9", "?")]
    [InlineData("GDPR-14", "–", "–", "?")]
    [InlineData("GDPR-24", "?", "P", "?")]
    [InlineData("GDPR-26", "P 2/2", "–", "?")]
    [InlineData("GDPR-27", "–", "–", "–")]
    [InlineData("GDPR-28-1", "H .75 12/16", "H .75 5/5", "?")]
    [InlineData("GDPR-28-2", "H .75 14/16", "P 5/5", "?")]
    [InlineData("GDPR-28-3", "F 14/16", "P 5/5", "?")]
    [InlineData("GDPR-28-3-0", "H .75 15/16", "P 5/5", "?")]
    [InlineData("GDPR-30-5", "–", "–", "?")]
    [InlineData("GDPR-30-1", "H .75 15/15", "P 9/9", "?")]
    [InlineData("GDPR-30-2", "–", "–", "?")]
    [InlineData("GDPR-37", "P", "–", "?")]
    [InlineData("GDPR-44", "F 12/13", "–", "?")]
    [InlineData("GDPR-45", "P 2/2", "–", "?")]
    [InlineData("GDPR-45-DPF", "P 8/8", "–", "?")]
    [InlineData("GDPR-46-SCC", "P 1/1", "–", "?")]
    [InlineData("GDPR-46-TIA", "H .75 1/1", "–", "?")]
    [InlineData("GDPR-49", "P 1/1", "–", "?")]
    [InlineData("PCI-3-3-1", "P", "P", "?")]
    [InlineData("CCPA-100-a", "P 9/9", "–", "?")]
    [InlineData("CCPA-100-a3", "H .75 7/9", "–", "?")]
    [InlineData("CCPA-100-c", "P", "–", "?")]
    [InlineData("CCPA-130-a5", "F", "–", "?")]
    [InlineData("CCPA-120", "P", "–", "?")]
    [InlineData("CCPA-7051", "F 13/15", "–", "?")]
    [InlineData("CCPA-7053", "P 3/3", "–", "?")]
    [InlineData("CCPA-ROLE", "H .75 32/35", "–", "?")]
    [InlineData("CCPA-7003", "P", "–", "?")]
    [InlineData("CA-OPPA", "P", "–", "?")]
    public void The_demo_comes_to_the_catalogue_s_outcomes(string requirement, string fable, string olive, string northwind)
    {
        Assert.Equal(fable, Told(Fable, requirement, fable));
        Assert.Equal(olive, Told(Olive, requirement, olive));
        Assert.Equal(northwind, Told(Northwind, requirement, northwind));
    }

    [Fact]
    public void Fjord_and_Fable_is_capped_at_49_and_would_be_74()
    {
        var gdpr = Of(Fable, "GDPR");
        Assert.Equal(49, gdpr.Score.Points);
        Assert.Equal(74, gdpr.Score.PointsWithoutCap);
        Assert.Equal(131, gdpr.Score.Weight);
        Assert.Equal(["GDPR-28-3", "GDPR-44"], gdpr.Score.Cap!.Requirements.Select(result => result.Requirement.Id));
        Assert.Equal(new OutcomeCounts(10, 8, 2, 5, 1), gdpr.Score.Counts);
        Assert.Equal(0.977m, decimal.Round(gdpr.Score.Coverage, 3));
        Assert.False(gdpr.Score.IsProvisional);
    }

    [Fact]
    public void Fjord_and_Fable_has_68_under_the_CCPA_and_its_cap_is_not_reached()
    {
        var ccpa = Of(Fable, "CCPA");
        Assert.Equal(68, ccpa.Score.Points);
        Assert.Equal(58, ccpa.Score.Weight);
        Assert.Equal(Band.Gaps, ccpa.Score.Band);
        Assert.Equal(["CCPA-130-a5", "CCPA-7051"], ccpa.Score.Cap!.Requirements.Select(result => result.Requirement.Id));
        Assert.False(ccpa.Score.Cap.IsReached);
        Assert.Equal(new OutcomeCounts(6, 2, 2, 0, 0), ccpa.Score.Counts);
        Assert.Equal(0.862m, decimal.Round(ccpa.Score.AutomaticShare, 3));
    }

    [Fact]
    public void Olive_Row_is_ready_and_the_CCPA_does_not_apply()
    {
        var gdpr = Of(Olive, "GDPR");
        Assert.Equal(98, gdpr.Score.Points);
        Assert.Equal(Band.Ready, gdpr.Score.Band);
        Assert.Equal(80, gdpr.Score.Weight);
        Assert.Equal(new OutcomeCounts(12, 1, 0, 13, 0), gdpr.Score.Counts);
        var ccpa = Of(Olive, "CCPA");
        Assert.Null(ccpa.Score.Points);
        Assert.True(ccpa.Score.IsNotApplicable);
    }

    [Fact]
    public void Nothing_is_assessed_for_Northwind_Corner()
    {
        var gdpr = Of(Northwind, "GDPR");
        Assert.Null(gdpr.Score.Points);
        Assert.False(gdpr.Score.IsNotApplicable);
        Assert.Equal(151, gdpr.Score.Weight);
        Assert.Equal(new OutcomeCounts(0, 0, 0, 1, 25), gdpr.Score.Counts);
        Assert.Equal(new OutcomeCounts(0, 0, 0, 0, 10), Of(Northwind, "CCPA").Score.Counts);
    }

    [Fact]
    public void The_first_two_fixes_lift_the_score_to_90_and_all_five_to_96()
    {
        var gdpr = Of(Fable, "GDPR");
        var fixes = TopFixes.Of(gdpr);
        Assert.Equal(["GDPR-28-3", "GDPR-44", "GDPR-24", "GDPR-13", "GDPR-30-1"], fixes.Select(fix => fix.Result.Requirement.Id));
        Assert.Equal([true, true, false, false, false], fixes.Select(fix => fix.LiftsCap));
        Assert.Equal(90, TopFixes.After(gdpr, [.. fixes.Take(2)]).Points);
        Assert.Equal(96, TopFixes.After(gdpr, fixes).Points);
    }

    [Fact]
    public void Without_a_large_scale_the_missing_agreement_is_partial()
    {
        var shop = DemoSnapshots.FjordAndFable();
        shop.Activities.Single(activity => activity.Name.StartsWith("Web analytics", StringComparison.Ordinal)).LargeScale = ComplianceHub.Domain.Answer.No;
        Regulations.Requirement("GDPR-28-3")!.Assess(shop).ShouldBe(Outcome.Partial);
        Regulations.Requirement("CCPA-7051")!.Assess(shop).ShouldBe(Outcome.Partial);
    }

    [Fact]
    public void The_postal_service_needs_no_data_processing_agreement() =>
        Assert.DoesNotContain(
            Regulations.Requirement("GDPR-28-3")!.Assess(Fable).Findings,
            finding => finding.Record.Name.Contains("DHL", StringComparison.Ordinal));

    [Fact]
    public void A_derogation_for_what_is_not_occasional_breaks_the_law()
    {
        var shop = DemoSnapshots.FjordAndFable();
        shop.Transfers.Single(transfer => transfer.Importer == "UPS").IsOccasional = ComplianceHub.Domain.Answer.No;
        Regulations.Requirement("GDPR-49")!.Assess(shop).ShouldBe(Outcome.Fail);
        Assert.Contains(Regulations.Requirement("GDPR-44")!.Assess(shop).Findings, finding => finding.Record.Name.Contains("UPS", StringComparison.Ordinal));
    }

    private static Readiness Of(ShopSnapshot shop, string regulation) => Readiness.Of(shop, Regulations.WithId(regulation)!);

    // As much as the oracle tells: the letter, then the value of a partial, then the count.
    private static string Told(ShopSnapshot shop, string requirement, string expected)
    {
        var verdict = Regulations.Requirement(requirement)!.Assess(shop);
        var letter = verdict.Outcome switch
        {
            Outcome.Pass => "P",
            Outcome.Partial => $"H {verdict.Value:.00}",
            Outcome.Fail => "F",
            Outcome.NotApplicable => "–",
            _ => "?",
        };
        return expected.Contains('/', StringComparison.Ordinal) ? $"{letter} {verdict.Met}/{verdict.Checked}" : letter;
    }
}
