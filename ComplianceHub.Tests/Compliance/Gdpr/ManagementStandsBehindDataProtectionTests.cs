using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Gdpr;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Tests.Given;
using static ComplianceHub.Tests.Given.GivenShop;

namespace ComplianceHub.Tests.Compliance.Gdpr;

public sealed class ManagementStandsBehindDataProtectionTests
{
    private readonly ManagementStandsBehindDataProtection _requirement = new();

    private Verdict Assess(Action<Attestation> change) =>
        _requirement.Assess(CompliantShopBut(shop => change(shop.Attestations.Single(attestation => attestation.RequirementId == "GDPR-24"))));

    [Fact]
    public void Passes_with_a_yes_and_its_evidence() => Assert.Equal(VerdictSource.Statement, _requirement.Assess(CompliantShop()).ShouldFind(Outcome.Pass).Source);

    [Fact]
    public void Asks_while_nobody_has_answered() => _requirement.Assess(EmptyShop()).ShouldAsk("Has management approved a data-protection policy");

    [Fact]
    public void Asks_whether_the_law_applies_while_nothing_is_known() => _requirement.Assess(UnknownShop()).ShouldAsk("In which countries");

    [Fact]
    public void A_yes_without_evidence_is_partial() => Assess(answer => answer.EvidenceIds = []).ShouldBe(Outcome.Partial);

    [Fact]
    public void A_file_that_is_gone_is_no_evidence() => Assess(answer => answer.EvidenceIds = [Guid.NewGuid()]).ShouldBe(Outcome.Partial);

    [Fact]
    public void Partly_is_partial() => Assess(answer => answer.Answer = AttestationAnswer.Partly).ShouldBe(Outcome.Partial);

    [Fact]
    public void No_fails() => Assess(answer => answer.Answer = AttestationAnswer.No).ShouldBe(Outcome.Fail);

    [Fact]
    public void Not_applicable_needs_its_reason()
    {
        Assess(answer => answer.Answer = AttestationAnswer.NotApplicable).ShouldAsk("but not why");
        Assess(answer => (answer.Answer, answer.Note) = (AttestationAnswer.NotApplicable, "Dissolved.")).ShouldBe(Outcome.NotApplicable);
    }

    [Theory]
    [InlineData(0, Outcome.Pass), InlineData(-1, Outcome.Partial), InlineData(-30, Outcome.Partial), InlineData(-31, Outcome.NotAssessed)]
    public void An_answer_lapses_over_30_days(int days, Outcome outcome) => Assess(answer => answer.ValidUntil = Today.AddDays(days)).ShouldBe(outcome);

    [Theory, InlineData(-1, Outcome.Fail), InlineData(-31, Outcome.NotAssessed)]
    public void A_no_does_not_become_better_by_lapsing(int days, Outcome outcome) =>
        Assess(answer => (answer.Answer, answer.ValidUntil) = (AttestationAnswer.No, Today.AddDays(days))).ShouldBe(outcome);

    [Fact]
    public void What_once_did_not_apply_is_asked_again() => Assess(answer =>
        (answer.Answer, answer.Note, answer.ValidUntil) = (AttestationAnswer.NotApplicable, "Dissolved.", Today.AddDays(-1))).ShouldBe(Outcome.NotAssessed);

    [Fact]
    public void An_answer_of_tomorrow_does_not_count_yet() => Assess(answer => answer.StatedOn = Today.AddDays(1)).ShouldBe(Outcome.NotAssessed);

    [Fact]
    public void The_latest_answer_counts()
    {
        var shop = CompliantShop();
        var later = GivenRecords.Attestation("GDPR-24", shop.Evidence[0]);
        (later.Answer, later.StatedOn) = (AttestationAnswer.No, Today);
        _requirement.Assess(shop with { Attestations = [later, .. shop.Attestations] }).ShouldBe(Outcome.Fail);
    }
}
