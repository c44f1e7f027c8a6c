using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Gdpr;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Compliance.Gdpr;

public sealed class ProcessorsGiveSufficientGuaranteesTests
{
    private readonly ProcessorsGiveSufficientGuarantees _requirement = new();
    private readonly GivenProcessors _given = new("Havenhost", "Postduif");

    private DueDiligence Check => _given.Vendor("Havenhost").DueDiligence;

    [Fact]
    public void Passes_when_every_check_is_recent_and_found_enough() =>
        Assert.Equal("2 of 2 processors have a due diligence on file that found enough guarantees.", Assess().ShouldFind(Outcome.Pass).Summary);

    [Fact]
    public void Is_partial_when_one_was_never_checked()
    {
        Check.On = null;
        var verdict = Assess().ShouldFind(Outcome.Partial, ("Havenhost", "No due diligence is on file."));
        Assert.Equal((0.5m, FindingSeverity.Hard), (verdict.Value, verdict.Findings[0].Severity));
        Assert.Equal("Check the guarantees of Havenhost", _requirement.FixTitle(verdict));
    }

    [Fact]
    public void Fails_when_none_was_checked()
    {
        foreach (var vendor in _given.Shop.Vendors)
            vendor.DueDiligence = new();
        Assess().ShouldBe(Outcome.Fail);
    }

    [Fact]
    public void A_check_to_come_is_none_yet()
    {
        Check.On = GivenShop.Today;
        Assess().ShouldBe(Outcome.Pass);
        Check.On = GivenShop.Today.AddDays(1);
        Assess().ShouldFind(Outcome.Partial, ("Havenhost", "No due diligence is on file."));
    }

    [Theory]
    [InlineData(DueDiligenceOutcome.NotAcceptable, "found that the guarantees are not sufficient."), InlineData(DueDiligenceOutcome.Open, "has no outcome.")]
    public void A_check_without_good_outcome_is_none(DueDiligenceOutcome outcome, string text)
    {
        Check.Outcome = outcome;
        var finding = Assert.Single(Assess().ShouldBe(Outcome.Partial).Findings);
        Assert.Equal(FindingSeverity.Hard, finding.Severity);
        Assert.EndsWith(text, finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_check_without_evidence_weakens()
    {
        Check.EvidenceIds = [];
        Assert.Equal((0.75m, 2), (Assess().ShouldBe(Outcome.Partial).Value, Assess().Met));
    }

    [Fact]
    public void A_check_is_good_for_24_months()
    {
        Check.On = GivenShop.Today.AddMonths(-24);
        Assess().ShouldFind(Outcome.Pass);
        Check.On = GivenShop.Today.AddMonths(-24).AddDays(-1);
        var verdict = Assess().ShouldFind(Outcome.Partial, ("Havenhost", "The due diligence expired on 22 Nov 2026."));
        Assert.Equal(FindingSeverity.Soft, verdict.Findings[0].Severity);
    }

    [Fact]
    public void An_earlier_last_day_counts()
    {
        Check.ValidUntil = GivenShop.Today;
        Assess().ShouldFind(Outcome.Pass);
        Check.ValidUntil = GivenShop.Today.AddDays(-1);
        Assess().ShouldFind(Outcome.Partial, ("Havenhost", "The due diligence expired on 22 Nov 2026."));
    }

    [Fact]
    public void A_later_last_day_does_not_stretch_the_period()
    {
        Check.On = GivenShop.Today.AddMonths(-24).AddDays(-1);
        Check.ValidUntil = GivenShop.Today.AddYears(5);
        Assess().ShouldBe(Outcome.Partial);
    }

    [Theory]
    [InlineData("large scale"), InlineData("children"), InlineData("payments"), InlineData("special category")]
    public void At_high_risk_a_check_is_good_for_12_months(string risk)
    {
        var activity = _given.Activity("Havenhost");
        if (risk == "large scale")
            activity.LargeScale = Answer.Yes;
        else if (risk == "children")
            activity.ChildrenData = Answer.Yes;
        else if (risk == "payments")
            activity.Purposes[0].Kind = PurposeKind.Payment;
        else
            _given.Email.SpecialCategory = SpecialCategory.Health;
        foreach (var vendor in _given.Shop.Vendors)
            vendor.DueDiligence.On = GivenShop.Today.AddMonths(-12);
        Assess().ShouldBe(Outcome.Pass);
        Check.On = GivenShop.Today.AddMonths(-12).AddDays(-1);
        Assess().ShouldFind(Outcome.Partial, ("Havenhost", "The due diligence expired on 22 Nov 2026."));
    }

    [Fact]
    public void An_empty_shop_is_a_question() => _requirement.Assess(GivenShop.EmptyShop()).ShouldAsk("Which processors");

    [Fact]
    public void An_unknown_shop_is_a_question() => _requirement.Assess(GivenShop.UnknownShop()).ShouldBe(Outcome.NotAssessed);

    private Verdict Assess() => _requirement.Assess(_given.Shop);
}
