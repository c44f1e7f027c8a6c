using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Gdpr;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using static ComplianceHub.Tests.Given.GivenShop;

namespace ComplianceHub.Tests.Compliance.Gdpr;

public sealed class LegitimateInterestsAreAssessedTests
{
    private readonly LegitimateInterestsAreAssessed _requirement = new();

    private Verdict Assess(Action<Assessment> change) => _requirement.Assess(CompliantShopBut(shop => change(shop.Assessments[0])));

    [Fact]
    public void Passes_with_a_positive_assessment() => Assert.Equal("1 of 1 activities that rely on legitimate interests have a positive assessment.",
        _requirement.Assess(CompliantShop()).ShouldFind(Outcome.Pass).Summary);

    [Fact]
    public void Asks_while_the_registers_are_empty() => _requirement.Assess(EmptyShop()).ShouldAsk("Which processing activities");

    [Fact]
    public void Asks_whether_the_law_applies_while_nothing_is_known() => _requirement.Assess(UnknownShop()).ShouldAsk("In which countries");

    [Fact]
    public void Does_not_apply_when_nothing_relies_on_them() => Assert.Equal("No activity relies on legitimate interests; 8 checked.",
        _requirement.Assess(CompliantShopBut(shop => shop.Activity("Security logs").Bases[0].Basis = LawfulBasis.Contract)).ShouldBe(Outcome.NotApplicable).Summary);

    [Fact]
    public void Fails_without_assessment()
    {
        var finding = Assert.Single(_requirement.Assess(CompliantShop() with { Assessments = [] })
            .ShouldFind(Outcome.Fail, ("Security logs", "No assessment of legitimate interests is on file.")).Findings);
        Assert.Equal(FixAction.AddAssessment, finding.Action);
    }

    [Fact]
    public void An_assessment_of_another_kind_does_not_count() => Assess(assessment => assessment.Kind = AssessmentKind.TransferImpact).ShouldBe(Outcome.Fail);

    [Fact]
    public void One_of_two_is_partial() => _requirement.Assess(CompliantShopBut(shop => shop.Activity("Orders").Bases[0].Basis = LawfulBasis.LegitimateInterests))
        .ShouldFind(Outcome.Partial, ("Orders", "No assessment of legitimate interests is on file."));

    [Fact]
    public void A_negative_assessment_is_a_breach() => Assess(assessment => assessment.Outcome = AssessmentOutcome.NotAdequate)
        .ShouldFind(Outcome.Fail, ("LegitimateInterests", "The assessment came to a negative result: the interests of people override."));

    [Fact]
    public void An_assessment_without_result_is_a_breach() => Assess(assessment => assessment.Outcome = AssessmentOutcome.Open)
        .ShouldFind(Outcome.Fail, ("LegitimateInterests", "The assessment has no result."));

    [Theory, InlineData(0, Outcome.Pass), InlineData(1, Outcome.Fail)]
    public void An_assessment_counts_from_the_day_of_its_completion(int daysAhead, Outcome outcome) =>
        Assess(assessment => assessment.CompletedOn = Today.AddDays(daysAhead)).ShouldBe(outcome);

    [Fact]
    public void An_open_assessment_does_not_count() => Assess(assessment => assessment.CompletedOn = null).ShouldBe(Outcome.Fail);

    [Fact]
    public void An_assessment_without_content_is_a_breach() => Assess(assessment => (assessment.EvidenceId, assessment.Necessity, assessment.Balancing) = (null, null, " "))
        .ShouldFind(Outcome.Fail, ("LegitimateInterests", "The assessment says nothing on the necessity, the balance, and no file is attached."));

    [Fact]
    public void The_content_may_be_in_the_file() => Assess(assessment => assessment.Necessity = null).ShouldBe(Outcome.Pass);

    [Fact]
    public void An_assessment_that_nobody_approved_is_weak() => Assess(assessment => assessment.ApprovedBy = null)
        .ShouldFind(Outcome.Partial, ("LegitimateInterests", "Nobody has approved the assessment."));

    [Theory, InlineData("2024-11-23", Outcome.Pass), InlineData("2024-11-22", Outcome.Partial)]
    public void An_assessment_lasts_24_months(string completed, Outcome outcome) => Assess(assessment => assessment.CompletedOn = DateOnly.Parse(completed)).ShouldBe(outcome);

    [Theory, InlineData(0, Outcome.Pass), InlineData(-1, Outcome.Partial)]
    public void An_assessment_lasts_until_its_own_end(int days, Outcome outcome) => Assess(assessment => assessment.ValidUntil = Today.AddDays(days)).ShouldBe(outcome);

    [Fact]
    public void Children_weigh_more() => _requirement.Assess(CompliantShopBut(shop => shop.Activity("Security logs").ChildrenData = Answer.Yes))
        .ShouldFind(Outcome.Partial, ("Security logs", "The people concerned include children, whose interests weigh more."));

    [Fact]
    public void The_latest_assessment_counts()
    {
        var shop = CompliantShop();
        var older = GivenRecords.Assessment(AssessmentKind.LegitimateInterests, shop.Evidence[0], shop.Activity("Security logs"));
        (older.Outcome, older.CompletedOn) = (AssessmentOutcome.NotAdequate, Recently.AddDays(-1));
        _requirement.Assess(shop with { Assessments = [older, .. shop.Assessments] }).ShouldBe(Outcome.Pass);
        older.CompletedOn = Recently.AddDays(1);
        _requirement.Assess(shop with { Assessments = [older, .. shop.Assessments] }).ShouldBe(Outcome.Fail);
    }
}
