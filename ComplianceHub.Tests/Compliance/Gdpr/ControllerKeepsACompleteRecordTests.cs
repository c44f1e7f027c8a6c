using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Gdpr;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using static ComplianceHub.Tests.Given.GivenShop;

namespace ComplianceHub.Tests.Compliance.Gdpr;

public sealed class ControllerKeepsACompleteRecordTests
{
    private readonly ControllerKeepsACompleteRecord _requirement = new();

    private Verdict AssessOrders(Action<ProcessingActivity> change) => _requirement.Assess(CompliantShopBut(shop => change(shop.Activity("Orders"))));

    [Fact]
    public void Passes_with_a_whole_record() =>
        Assert.Equal("8 of 8 activities have a complete record.", _requirement.Assess(CompliantShop()).ShouldFind(Outcome.Pass).Summary);

    [Fact]
    public void Asks_while_the_register_is_empty() => _requirement.Assess(EmptyShop()).ShouldAsk("Which processing activities");

    [Fact]
    public void Asks_whether_the_law_applies_while_nothing_is_known() => _requirement.Assess(UnknownShop()).ShouldAsk("In which countries");

    [Fact]
    public void Fails_once_the_shop_states_that_it_keeps_none()
    {
        var shop = EmptyShop();
        shop.Shop.Profile.StatesNoRecordKept = true;
        _requirement.Assess(shop).ShouldFind(Outcome.Fail, ("Given Shop", "The shop states that it keeps no record of processing."));
    }

    [Fact]
    public void Does_not_apply_while_the_exemption_is_available() => Assert.StartsWith("Exemption available",
        _requirement.Assess(ExemptionFromTheRecordIsDecidedTests.ExemptShop()).ShouldBe(Outcome.NotApplicable).Summary, StringComparison.Ordinal);

    [Fact]
    public void An_open_exemption_excuses_nothing() => _requirement.Assess(CompliantShopBut(shop => shop.LegalEntity.Employees = null)).ShouldBe(Outcome.Pass);

    [Fact]
    public void Does_not_apply_to_a_shop_that_only_processes_for_others() => _requirement.Assess(CompliantShopBut(shop =>
        shop.Activities.ToList().ForEach(activity => activity.OurRole = ControllerRole.Processor))).ShouldBe(Outcome.NotApplicable);

    [Theory, InlineData(null, "privacy@given.example", Outcome.Pass), InlineData("Musterstraße 1", null, Outcome.Pass), InlineData(" ", " ", Outcome.Fail)]
    public void A_the_business_can_be_reached(string? address, string? contact, Outcome outcome) => _requirement.Assess(CompliantShopBut(shop =>
        (shop.LegalEntity.Address, shop.LegalEntity.Contact) = (address, contact))).ShouldBe(outcome);

    [Fact]
    public void A_the_gap_is_said_once() => _requirement.Assess(CompliantShopBut(shop => (shop.LegalEntity.Address, shop.LegalEntity.Contact) = (null, null)))
        .ShouldFind(Outcome.Fail, ("Given GmbH", "Art. 30(1)(a): name and contact of the business are not recorded."));

    [Fact]
    public void A_the_officer_is_named_where_one_is_required() => _requirement.Assess(CompliantShop() with { People = [] })
        .ShouldFind(Outcome.Fail, ("Given Shop", "Art. 30(1)(a): the data protection officer is not recorded."));

    [Fact]
    public void A_the_representative_is_named_where_one_is_required() => _requirement.Assess(CompliantShopBut(shop =>
        (shop.LegalEntity.SeatCountry, shop.LegalEntity.Establishments) = ("US", ["US"]))).ShouldFind(Outcome.Fail, ("Given Shop", "Art. 30(1)(a): the representative in the Union is not recorded."));

    [Fact]
    public void A_a_joint_controller_is_named()
    {
        AssessOrders(orders => orders.OurRole = ControllerRole.JointController).ShouldFind(Outcome.Partial, ("Orders", "Art. 30(1)(a): the joint controller is not recorded."));
        _requirement.Assess(CompliantShopBut(shop => shop.Activity("Retargeting").OurRole = ControllerRole.JointController)).ShouldBe(Outcome.Pass);
    }

    [Fact]
    public void B_purposes() => AssessOrders(orders => orders.Purposes = []).ShouldFind(Outcome.Partial, ("Orders", "Art. 30(1)(b): purposes are not recorded."));

    [Fact]
    public void B_a_purpose_without_words_is_none() => AssessOrders(orders => orders.Purposes = [new() { Code = "x", Text = " " }])
        .ShouldFind(Outcome.Partial, ("Orders", "Art. 30(1)(b): purposes are not recorded."));

    [Fact]
    public void C_people() => AssessOrders(orders => orders.Subjects = []).ShouldFind(Outcome.Partial, ("Orders", "Art. 30(1)(c): the people concerned are not recorded."));

    [Fact]
    public void C_data() => AssessOrders(orders => orders.ElementIds = []).ShouldFind(Outcome.Partial, ("Orders", "Art. 30(1)(c): the personal data are not recorded."));

    [Fact]
    public void D_recipients_or_that_there_are_none() => _requirement.Assess(CompliantShopBut(shop => shop.Activity("Service 1").StatesNoRecipients = false))
        .ShouldFind(Outcome.Partial, ("Service 1", "Art. 30(1)(d): recipients are not recorded, nor that there are none."));

    [Theory, InlineData(0, Outcome.Pass), InlineData(-1, Outcome.Partial)]
    public void D_a_disclosure_counts_until_its_last_day(int days, Outcome outcome) =>
        _requirement.Assess(CompliantShopBut(shop => shop.Disclosures[0].Until = Today.AddDays(days))).ShouldBe(outcome);

    [Fact]
    public void E_every_third_country_has_its_transfer()
    {
        var verdict = _requirement.Assess(CompliantShop() with { Transfers = [] })
            .ShouldFind(Outcome.Partial, ("Orders to Stripe, Inc.", "Art. 30(1)(e): “Orders” reaches Stripe, Inc. in United States, but no transfer is recorded."));
        Assert.Equal((FixAction.AddTransfer, 7), (verdict.Findings[0].Action, verdict.Met));
    }

    [Fact]
    public void E_a_transfer_without_mechanism_is_recorded_all_the_same() =>
        _requirement.Assess(CompliantShopBut(shop => shop.Transfers[0].Mechanism = TransferMechanism.None)).ShouldBe(Outcome.Pass);

    [Fact]
    public void E_compelling_interests_need_documented_safeguards()
    {
        _requirement.Assess(CompliantShopBut(shop => shop.Transfers[0].Mechanism = TransferMechanism.DerogationCompellingInterests))
            .ShouldFind(Outcome.Partial, ("Stripe, Inc. (US)", "Art. 30(1)(e): the suitable safeguards of Art. 49(1) second subparagraph are not documented."));
        _requirement.Assess(CompliantShopBut(shop => (shop.Transfers[0].Mechanism, shop.Transfers[0].DerogationNote) =
            (TransferMechanism.DerogationCompellingInterests, "Encrypted, few people."))).ShouldBe(Outcome.Pass);
    }

    [Fact]
    public void F_a_missing_time_limit_is_weak()
    {
        var shop = CompliantShopBut(shop => shop.RetentionRules[0].ActivityIds.Remove(shop.Activity("Orders").Id));
        var verdict = _requirement.Assess(shop).ShouldFind(Outcome.Partial, ("Orders", "Art. 30(1)(f): no retention rule, nor why none is possible."));
        Assert.Equal((8, 0.75m), (verdict.Met, verdict.Value));
        Assert.Equal(verdict.Findings[0].Repair, Assert.Single(new DataAreKeptNoLongerThanNeeded().Assess(shop).Findings).Repair);
    }

    [Fact]
    public void F_it_may_say_why_no_limit_is_possible() => _requirement.Assess(CompliantShopBut(shop =>
    {
        shop.RetentionRules[0].ActivityIds.Remove(shop.Activity("Orders").Id);
        shop.Activity("Orders").NoRetentionNote = "Depends on the court.";
    })).ShouldBe(Outcome.Pass);

    [Fact]
    public void F_a_missing_time_limit_on_a_large_scale_is_a_breach()
    {
        var shop = CompliantShopBut(shop =>
        {
            shop.RetentionRules[0].ActivityIds.Remove(shop.Activity("Orders").Id);
            shop.Activity("Orders").LargeScale = Answer.Yes;
        });
        Assert.Equal(7, _requirement.Assess(shop).ShouldBe(Outcome.Partial).Met);
    }

    [Fact]
    public void G_measures_are_described()
    {
        var shop = CompliantShopBut(shop => shop.Activity("Orders").MeasuresText = null);
        _requirement.Assess(shop).ShouldBe(Outcome.Pass);
        _requirement.Assess(shop with { Measures = [] }).ShouldFind(Outcome.Partial, ("Orders", "Art. 30(1)(g): security measures are not described."));
    }

    [Fact]
    public void G_a_planned_measure_protects_nothing() => _requirement.Assess(CompliantShopBut(shop =>
        (shop.Activity("Orders").MeasuresText, shop.Measures[0].Status) = (null, MeasureStatus.Planned))).ShouldBe(Outcome.Partial);

    [Fact]
    public void Fails_when_no_record_is_complete() =>
        _requirement.Assess(CompliantShopBut(shop => shop.Activities.ToList().ForEach(activity => activity.Purposes = []))).ShouldBe(Outcome.Fail);

    [Fact]
    public void Fewer_than_eight_activities_of_a_shop_with_orders_are_a_hint() => _requirement.Assess(CompliantShopBut(shop => shop.Activity("Service 1").Status = ActivityStatus.Retired))
        .ShouldFind(Outcome.Partial, ("Given Shop", "Only 7 activities are recorded; a shop with orders usually has 12 to 20. Missing perhaps: payment, returns, customer service, accounting?"));

    [Fact]
    public void Staff_that_is_recorded_nowhere_is_a_hint()
    {
        var shop = CompliantShop() with { LegalEntityRecordsStaff = false };
        _requirement.Assess(shop).ShouldFind(Outcome.Partial, ("Given GmbH", "30 people are employed, but staff and payroll are recorded nowhere."));
        shop.LegalEntity.Employees = 0;
        _requirement.Assess(shop with { }).ShouldBe(Outcome.Pass);
    }
}
