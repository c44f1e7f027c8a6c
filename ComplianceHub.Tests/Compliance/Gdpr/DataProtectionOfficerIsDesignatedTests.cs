using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Gdpr;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using static ComplianceHub.Tests.Given.GivenShop;

namespace ComplianceHub.Tests.Compliance.Gdpr;

public sealed class DataProtectionOfficerIsDesignatedTests
{
    private const string Officer = "Dr. Katrin Seidel";

    private readonly DataProtectionOfficerIsDesignated _requirement = new();

    private Verdict AssessOfficer(Action<ResponsiblePerson> change) => _requirement.Assess(CompliantShopBut(shop => change(shop.People[0])));

    /// <summary>The compliant shop without officer, with too few people in Germany to need one.</summary>
    private static ShopSnapshot SmallShop(Action<ShopSnapshot>? change = null)
    {
        var shop = CompliantShop() with { People = [] };
        shop.LegalEntity.PersonsConstantlyProcessing = 19;
        change?.Invoke(shop);
        return shop;
    }

    [Fact]
    public void Passes_with_an_officer_where_the_law_asks_for_one() => Assert.Equal(
        "Dr. Katrin Seidel is the data protection officer. Required: 25 people constantly process personal data, 20 or more (§ 38 BDSG).",
        _requirement.Assess(CompliantShop()).ShouldFind(Outcome.Pass).Summary);

    [Fact]
    public void Asks_while_the_registers_are_empty()
    {
        var shop = EmptyShop();
        shop.LegalEntity.PersonsConstantlyProcessing = 3;
        _requirement.Assess(shop).ShouldAsk("Which processing activities");
    }

    [Fact]
    public void Asks_whether_the_law_applies_while_nothing_is_known() => _requirement.Assess(UnknownShop()).ShouldAsk("In which countries");

    [Fact]
    public void Asks_how_many_people_process_data_in_Germany() =>
        _requirement.Assess(SmallShop(shop => shop.LegalEntity.PersonsConstantlyProcessing = null)).ShouldAsk("§ 38 BDSG");

    [Fact]
    public void Asks_while_a_prong_of_an_activity_is_open() => _requirement.Assess(SmallShop(shop =>
    {
        var orders = shop.Activity("Orders");
        (orders.CoreActivity, orders.LargeScale, orders.SystematicMonitoring) = (Answer.Yes, Answer.Unknown, Answer.Yes);
    })).ShouldAsk("systematic monitoring: Orders?");

    [Theory, InlineData(19, Outcome.Partial), InlineData(20, Outcome.Fail)]
    public void Germany_asks_for_one_from_20_people(int persons, Outcome outcome) =>
        _requirement.Assess(SmallShop(shop => shop.LegalEntity.PersonsConstantlyProcessing = persons)).ShouldBe(outcome);

    [Fact]
    public void Only_German_law_counts_the_people() => _requirement.Assess(SmallShop(shop =>
        (shop.LegalEntity.SeatCountry, shop.LegalEntity.Establishments, shop.LegalEntity.PersonsConstantlyProcessing) = ("NL", ["NL"], 200))).ShouldBe(Outcome.Partial);

    [Theory]
    [InlineData(Answer.Yes, Answer.Yes, Answer.Yes, Outcome.Fail), InlineData(Answer.No, Answer.Yes, Answer.Yes, Outcome.Partial)]
    [InlineData(Answer.Yes, Answer.No, Answer.Unknown, Outcome.Partial), InlineData(Answer.Yes, Answer.Yes, Answer.No, Outcome.Partial)]
    public void Large_scale_monitoring_as_core_activity_asks_for_one(Answer core, Answer large, Answer monitoring, Outcome outcome) => _requirement.Assess(SmallShop(shop =>
    {
        var orders = shop.Activity("Orders");
        (orders.CoreActivity, orders.LargeScale, orders.SystematicMonitoring) = (core, large, monitoring);
    })).ShouldBe(outcome);

    [Theory, InlineData(true, false), InlineData(false, true)]
    public void Special_or_criminal_data_on_a_large_scale_as_core_activity_ask_for_one(bool special, bool criminal) => _requirement.Assess(SmallShop(shop =>
    {
        (shop.Activity("Orders").CoreActivity, shop.Activity("Orders").LargeScale) = (Answer.Yes, Answer.Yes);
        (shop.Elements[0].SpecialCategory, shop.Elements[0].IsCriminal) = (special ? SpecialCategory.Health : null, criminal);
    })).ShouldFind(Outcome.Fail, ("Given Shop", "No data protection officer is designated."));

    [Fact]
    public void Does_not_apply_where_none_is_required_and_a_note_says_why() => Assert.EndsWith("fewer than 20. Note on file: Nineteen people, no monitoring.",
        _requirement.Assess(SmallShop(shop => shop.Shop.Profile.NoDataProtectionOfficerNote = "Nineteen people, no monitoring.")).ShouldFind(Outcome.NotApplicable).Summary, StringComparison.Ordinal);

    [Fact]
    public void Is_partial_where_none_is_required_and_nobody_wrote_down_why() => Assert.Equal(FixAction.EditProfile, _requirement.Assess(SmallShop())
        .ShouldFind(Outcome.Partial, ("Given Shop", "It is not written down why no data protection officer is required.")).Findings[0].Action);

    [Fact]
    public void Whoever_designates_one_without_need_is_held_to_the_same() =>
        _requirement.Assess(CompliantShopBut(shop => (shop.LegalEntity.PersonsConstantlyProcessing, shop.People[0].IsPublishedInNotice) = (3, false))).ShouldBe(Outcome.Partial);

    [Theory, InlineData(0, Outcome.Pass), InlineData(-1, Outcome.Fail)]
    public void Fails_the_day_after_the_office_ends(int days, Outcome outcome) => AssessOfficer(officer => officer.EndsOn = Today.AddDays(days)).ShouldBe(outcome);

    [Fact]
    public void Fails_without_contact() => AssessOfficer(officer => officer.Contact = " ")
        .ShouldFind(Outcome.Fail, (Officer, "No contact of the data protection officer is recorded."));

    [Fact]
    public void Is_partial_when_not_published() => AssessOfficer(officer => officer.IsPublishedInNotice = false)
        .ShouldFind(Outcome.Partial, (Officer, "The contact of the data protection officer is not published (Art. 37(7))."));

    [Fact]
    public void Is_partial_when_not_notified() => AssessOfficer(officer => officer.NotifiedToAuthorityOn = null)
        .ShouldFind(Outcome.Partial, (Officer, "The data protection officer is not notified to the authority (Art. 37(7))."));

    [Theory, InlineData(0, Outcome.Pass), InlineData(1, Outcome.Partial)]
    public void A_notification_counts_from_its_day(int daysAhead, Outcome outcome) => AssessOfficer(officer => officer.NotifiedToAuthorityOn = Today.AddDays(daysAhead)).ShouldBe(outcome);
}
