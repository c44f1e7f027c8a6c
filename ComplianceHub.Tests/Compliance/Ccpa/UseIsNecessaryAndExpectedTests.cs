using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Ccpa;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using static ComplianceHub.Tests.Given.GivenShop;

namespace ComplianceHub.Tests.Compliance.Ccpa;

public sealed class UseIsNecessaryAndExpectedTests
{
    private readonly UseIsNecessaryAndExpected _requirement = new();
    private readonly ShopSnapshot _shop = CompliantShop();

    private Attestation Stated => _shop.Attestations.Single(attestation => attestation.RequirementId == "CCPA-100-c");

    [Fact]
    public void Passes_when_it_is_stated_with_evidence_and_the_registers_agree() => _requirement.Assess(_shop).ShouldFind(Outcome.Pass);

    [Fact]
    public void Fails_when_a_purpose_is_in_no_notice()
    {
        _shop.TheNotice(NoticeKind.NoticeAtCollection).PurposeKinds.Remove(PurposeKind.Retargeting);
        _requirement.Assess(_shop).ShouldFind(Outcome.Fail, ("Retargeting", "Purpose “Retargeting, as the customer asked for it.” is in no California notice."));
    }

    [Fact]
    public void A_purpose_may_stand_in_the_policy()
    {
        _shop.TheNotice(NoticeKind.NoticeAtCollection).PurposeKinds.Remove(PurposeKind.Retargeting);
        _shop.TheNotice(NoticeKind.CaliforniaPolicy).PurposeKinds = [PurposeKind.Retargeting];
        _requirement.Assess(_shop).ShouldBe(Outcome.Pass);
    }

    [Fact]
    public void A_notice_that_is_not_published_names_nothing()
    {
        _shop.TheNotice(NoticeKind.NoticeAtCollection).PublishedOn = null;
        _requirement.Assess(_shop).ShouldBe(Outcome.Fail);
    }

    [Fact]
    public void Fails_on_the_registers_even_when_nobody_answered()
    {
        _shop.TheNotice(NoticeKind.NoticeAtCollection).PurposeKinds = [];
        _requirement.Assess(_shop with { Attestations = [] }).ShouldBe(Outcome.Fail);
    }

    [Fact]
    public void Is_partial_when_nobody_wrote_down_why_consumers_expect_it()
    {
        _shop.TheActivity("Orders").ExpectationNote = " ";
        _requirement.Assess(_shop).ShouldFind(Outcome.Partial, ("Orders", "Nobody wrote down why a consumer expects this use (§ 7002(b))."));
    }

    [Fact]
    public void Is_partial_when_the_kind_of_a_purpose_is_not_recorded()
    {
        _shop.TheActivity("Orders").Purposes[0].Kind = null;
        _requirement.Assess(_shop).ShouldBe(Outcome.Partial);
    }

    [Fact]
    public void Is_partial_when_answered_partly()
    {
        Stated.Answer = AttestationAnswer.Partly;
        _requirement.Assess(_shop).ShouldBe(Outcome.Partial);
    }

    [Fact]
    public void Is_partial_without_evidence()
    {
        Stated.EvidenceIds = [];
        _requirement.Assess(_shop).ShouldBe(Outcome.Partial);
    }

    [Fact]
    public void Fails_when_answered_no()
    {
        Stated.Answer = AttestationAnswer.No;
        _requirement.Assess(_shop).ShouldBe(Outcome.Fail);
    }

    [Fact]
    public void A_weak_record_does_not_answer_the_question()
    {
        _shop.TheActivity("Orders").ExpectationNote = null;
        _requirement.Assess(_shop with { Attestations = [] }).ShouldAsk("Is the following true today for this shop");
    }

    [Fact]
    public void People_elsewhere_do_not_count()
    {
        var orders = _shop.TheActivity("Orders");
        (orders.SubjectJurisdictions, orders.ExpectationNote) = ([Jurisdiction.Eea], null);
        _requirement.Assess(_shop).ShouldBe(Outcome.Pass);
    }

    [Fact]
    public void Asks_when_the_registers_are_empty() => _requirement.Assess(EmptyShop()).ShouldAsk("Is the following true today for this shop");

    [Fact]
    public void Asks_when_nothing_is_known() => _requirement.Assess(UnknownShop()).ShouldAsk("Does the shop do business in California?");
}
