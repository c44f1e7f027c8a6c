using ComplianceHub.Compliance;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Demo;

/// <summary>The outcomes that the catalogue expects of the demo group on 23 November 2026 (12.5).</summary>
public sealed class DemoOutcomesTests
{
    [Theory]
    [InlineData("GDPR-5-1-e", Outcome.Partial, 0.75, 40, 42)]
    [InlineData("GDPR-5-2", Outcome.Partial, 0.75, 84, 84)]
    [InlineData("GDPR-6-1", Outcome.Pass, 1, 19, 19)]
    [InlineData("GDPR-6-1-f", Outcome.Pass, 1, 5, 5)]
    [InlineData("GDPR-6-1-c", Outcome.Pass, 1, 4, 4)]
    [InlineData("GDPR-9-2", Outcome.NotApplicable, 0, 0, 0)]
    [InlineData("GDPR-13", Outcome.Partial, 0.75, 14, 15)]
    [InlineData("GDPR-14", Outcome.NotApplicable, 0, 0, 0)]
    [InlineData("GDPR-24", Outcome.NotAssessed, 0, 0, 0)]
    [InlineData("GDPR-27", Outcome.NotApplicable, 0, 0, 0)]
    [InlineData("GDPR-30-5", Outcome.NotApplicable, 0, 0, 0)]
    [InlineData("GDPR-30-1", Outcome.Partial, 0.75, 15, 15)]
    [InlineData("GDPR-30-2", Outcome.NotApplicable, 0, 0, 0)]
    [InlineData("GDPR-37", Outcome.Pass, 1, 1, 1)]
    public void Fjord_and_Fable(string requirement, Outcome outcome, double value, int met, int counted) =>
        ShouldBe(DemoSnapshots.FjordAndFable(), requirement, outcome, value, met, counted);

    [Theory]
    [InlineData("GDPR-5-1-e", Outcome.Pass, 1, null, null)]
    [InlineData("GDPR-5-2", Outcome.Pass, 1, 28, 28)]
    [InlineData("GDPR-6-1", Outcome.Pass, 1, 9, 9)]
    [InlineData("GDPR-6-1-f", Outcome.Pass, 1, 2, 2)]
    [InlineData("GDPR-6-1-c", Outcome.Pass, 1, 1, 1)]
    [InlineData("GDPR-9-2", Outcome.NotApplicable, 0, 0, 0)]
    [InlineData("GDPR-13", Outcome.Pass, 1, 9, 9)]
    [InlineData("GDPR-14", Outcome.NotApplicable, 0, 0, 0)]
    [InlineData("GDPR-24", Outcome.Pass, 1, null, null)]
    [InlineData("GDPR-27", Outcome.NotApplicable, 0, 0, 0)]
    [InlineData("GDPR-30-5", Outcome.NotApplicable, 0, 0, 0)]
    [InlineData("GDPR-30-1", Outcome.Pass, 1, 9, 9)]
    [InlineData("GDPR-30-2", Outcome.NotApplicable, 0, 0, 0)]
    [InlineData("GDPR-37", Outcome.NotApplicable, 0, 0, 0)]
    public void Olive_Row(string requirement, Outcome outcome, double value, int? met, int? counted) =>
        ShouldBe(DemoSnapshots.OliveRow(), requirement, outcome, value, met, counted);

    [Fact]
    public void Northwind_Corner_is_a_question_but_for_the_representative() =>
        Assert.All(Regulations.WithId("GDPR")!.Requirements, requirement => requirement.Assess(DemoSnapshots.NorthwindCorner())
            .ShouldBe(requirement.Id == "GDPR-27" ? Outcome.NotApplicable : Outcome.NotAssessed));

    private static void ShouldBe(ShopSnapshot shop, string requirement, Outcome outcome, double value, int? met, int? counted)
    {
        var verdict = Regulations.Requirement(requirement)!.Assess(shop).ShouldBe(outcome);
        Assert.Equal((decimal)value, verdict.Value);
        Assert.Equal((met ?? verdict.Met, counted ?? verdict.Checked), (verdict.Met, verdict.Checked));
    }
}
