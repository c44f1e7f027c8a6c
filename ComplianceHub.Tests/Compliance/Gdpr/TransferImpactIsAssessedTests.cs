using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Gdpr;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Compliance.Gdpr;

public sealed class TransferImpactIsAssessedTests
{
    private readonly TransferImpactIsAssessed _requirement = new();
    private readonly GivenTransfers _given = new("IN", TransferMechanism.StandardContractualClauses);

    [Theory]
    [InlineData(AssessmentOutcome.Adequate), InlineData(AssessmentOutcome.AdequateWithMeasures)]
    public void Passes_when_an_assessment_found_protection(AssessmentOutcome outcome)
    {
        _given.Assessment.Outcome = outcome;
        Assert.Equal("1 of 1 flows that need a transfer impact assessment have one.", Assess().ShouldFind(Outcome.Pass).Summary);
    }

    [Fact]
    public void Fails_without_assessment()
    {
        _given.Assessment.TransferIds = [];
        var verdict = Assess().ShouldFind(Outcome.Fail, ("Importer Ltd (IN)", "No transfer impact assessment is on file."));
        Assert.Equal(FixAction.AddAssessment, verdict.Findings[0].Action);
        Assert.Equal("Assess the transfer to Importer Ltd (IN)", _requirement.FixTitle(verdict));
    }

    [Fact]
    public void Another_kind_of_assessment_does_not_count()
    {
        _given.Assessment.Kind = AssessmentKind.DataProtectionImpact;
        Assess().ShouldBe(Outcome.Fail);
    }

    [Theory]
    [InlineData(AssessmentOutcome.NotAdequate), InlineData(AssessmentOutcome.Open)]
    public void An_assessment_that_did_not_pass_breaks_the_law(AssessmentOutcome outcome)
    {
        _given.Assessment.Outcome = outcome;
        Assert.Equal("Transfer assessment", Assess().ShouldBe(Outcome.Fail).Findings.Single().Record.Name);
    }

    [Fact]
    public void Counts_from_the_day_it_is_completed()
    {
        _given.Assessment.CompletedOn = GivenShop.Today;
        Assess().ShouldBe(Outcome.Pass);
        _given.Assessment.CompletedOn = GivenShop.Today.AddDays(1);
        Assess().ShouldBe(Outcome.Fail);
        _given.Assessment.CompletedOn = null;
        Assess().ShouldBe(Outcome.Fail);
    }

    [Fact]
    public void Is_good_for_24_months()
    {
        _given.Assessment.CompletedOn = GivenShop.Today.AddMonths(-24);
        Assess().ShouldFind(Outcome.Pass);
        _given.Assessment.CompletedOn = GivenShop.Today.AddMonths(-24).AddDays(-1);
        Assert.Equal(0.75m, Assess().ShouldFind(Outcome.Partial, ("Transfer assessment", "The assessment expired on 22 Nov 2026.")).Value);
    }

    [Fact]
    public void An_earlier_last_day_counts()
    {
        _given.Assessment.ValidUntil = GivenShop.Today;
        Assess().ShouldFind(Outcome.Pass);
        _given.Assessment.ValidUntil = GivenShop.Today.AddDays(-1);
        Assess().ShouldFind(Outcome.Partial, ("Transfer assessment", "The assessment expired on 22 Nov 2026."));
    }

    [Fact]
    public void The_latest_assessment_counts()
    {
        var older = GivenRecords.Assessment(AssessmentKind.TransferImpact, _given.File);
        (older.TransferIds, older.CompletedOn, older.Outcome) = ([_given.Transfer.Id], GivenShop.Recently.AddDays(-1), AssessmentOutcome.NotAdequate);
        _requirement.Assess(_given.Shop with { Assessments = [older, _given.Assessment] }).ShouldBe(Outcome.Pass);
        older.CompletedOn = GivenShop.Recently.AddDays(1);
        _requirement.Assess(_given.Shop with { Assessments = [older, _given.Assessment] }).ShouldBe(Outcome.Fail);
    }

    [Fact]
    public void In_the_United_States_an_assessment_of_before_the_ruling_is_stale()
    {
        var given = new GivenTransfers("US", TransferMechanism.StandardContractualClauses);
        given.Assessment.CompletedOn = new(2026, 6, 29);
        _requirement.Assess(given.Shop).ShouldFind(Outcome.Pass);
        given.Assessment.CompletedOn = new(2026, 6, 28);
        _requirement.Assess(given.Shop)
            .ShouldFind(Outcome.Partial, ("Transfer assessment", "The assessment of 28 Jun 2026 rests on facts of before 29 Jun 2026 (Trump v. Slaughter)."));
        _requirement.Assess(given.On(new(2026, 6, 28))).ShouldFind(Outcome.Pass);
    }

    [Fact]
    public void Elsewhere_the_ruling_changes_nothing()
    {
        _given.Assessment.CompletedOn = new(2026, 6, 28);
        Assess().ShouldFind(Outcome.Pass);
    }

    [Theory]
    [InlineData(TransferMechanism.BindingCorporateRules, true), InlineData(TransferMechanism.AdHocClauses, true)]
    [InlineData(TransferMechanism.DataPrivacyFramework, false), InlineData(TransferMechanism.Adequacy, false), InlineData(TransferMechanism.None, false)]
    public void The_mechanism_decides_whether_one_is_needed(TransferMechanism mechanism, bool isNeeded)
    {
        var given = new GivenTransfers("US", mechanism);
        given.Assessment.TransferIds = [];
        _requirement.Assess(given.Shop).ShouldBe(isNeeded ? Outcome.Fail : Outcome.NotApplicable);
    }

    [Fact]
    public void Does_not_apply_when_no_transfer_needs_one() =>
        Assert.Equal("No transfer relies on clauses or binding corporate rules; 2 recipients checked.",
            _requirement.Assess(new GivenTransfers("IL", TransferMechanism.Adequacy).Shop).ShouldBe(Outcome.NotApplicable).Summary);

    [Fact]
    public void An_empty_shop_is_a_question() => _requirement.Assess(GivenShop.EmptyShop()).ShouldAsk("Who receives personal data");

    [Fact]
    public void An_unknown_shop_is_a_question() => _requirement.Assess(GivenShop.UnknownShop()).ShouldBe(Outcome.NotAssessed);

    private Verdict Assess() => _requirement.Assess(_given.Shop);
}
