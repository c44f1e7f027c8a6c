using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Gdpr;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using static ComplianceHub.Tests.Given.GivenShop;

namespace ComplianceHub.Tests.Compliance.Gdpr;

public sealed class RegistersAreOwnedAndFreshTests
{
    private readonly RegistersAreOwnedAndFresh _requirement = new();

    private Verdict AssessOrders(Action<ProcessingActivity> change) => _requirement.Assess(CompliantShopBut(shop => change(shop.Activity("Orders"))));

    [Fact]
    public void Counts_activities_processors_agreements_and_retention_rules()
    {
        var verdict = _requirement.Assess(CompliantShop()).ShouldFind(Outcome.Pass);
        Assert.Equal((15, 15), (verdict.Met, verdict.Checked));
    }

    [Fact]
    public void Asks_while_the_registers_are_empty() => _requirement.Assess(EmptyShop()).ShouldAsk("Which processing activities");

    [Fact]
    public void Asks_whether_the_law_applies_while_nothing_is_known() => _requirement.Assess(UnknownShop()).ShouldAsk("In which countries");

    [Fact]
    public void A_record_without_owner_is_a_breach()
    {
        var verdict = AssessOrders(orders => orders.Owner = " ").ShouldFind(Outcome.Partial, ("Orders", "Nobody owns the record."));
        Assert.Equal(14, verdict.Met);
    }

    [Fact]
    public void A_processor_without_owner_is_a_breach() => _requirement.Assess(CompliantShopBut(shop => shop.Processors[0].Owner = null))
        .ShouldFind(Outcome.Partial, ("Stripe, Inc.", "Nobody owns the record."));

    [Fact]
    public void A_third_party_that_is_no_processor_is_not_asked() =>
        _requirement.Assess(CompliantShopBut(shop => shop.Vendors.Single(vendor => vendor.LegalName == "Criteo SA").Owner = null)).ShouldBe(Outcome.Pass);

    [Fact]
    public void A_record_that_nobody_reviewed_is_a_breach() =>
        AssessOrders(orders => orders.ReviewedOn = null).ShouldFind(Outcome.Partial, ("Orders", "Nobody has reviewed the record."));

    [Theory]
    [InlineData("2025-11-23", Outcome.Pass, 15), InlineData("2025-11-22", Outcome.Partial, 15)]
    [InlineData("2025-05-23", Outcome.Partial, 15), InlineData("2025-05-22", Outcome.Partial, 14)]
    public void A_review_is_stale_after_12_months_and_void_after_18(string reviewed, Outcome outcome, int met) =>
        Assert.Equal(met, AssessOrders(orders => orders.ReviewedOn = DateOnly.Parse(reviewed)).ShouldBe(outcome).Met);

    [Fact]
    public void Fails_when_no_record_has_an_owner() => _requirement.Assess(CompliantShopBut(shop =>
    {
        shop.Activities.ToList().ForEach(record => record.Owner = null);
        shop.Vendors.ToList().ForEach(record => record.Owner = null);
        shop.Agreements.ToList().ForEach(record => record.Owner = null);
        shop.RetentionRules.ToList().ForEach(record => record.Owner = null);
    })).ShouldBe(Outcome.Fail);

    [Theory, InlineData(90, Outcome.Pass), InlineData(91, Outcome.Partial)]
    public void A_draft_is_finished_within_90_days(int daysAgo, Outcome outcome) =>
        AssessOrders(orders => (orders.Status, orders.DraftedOn) = (ActivityStatus.Draft, Today.AddDays(-daysAgo))).ShouldBe(outcome);

    [Fact]
    public void Agreements_without_any_activity_are_never_green() =>
        _requirement.Assess(CompliantShop() with { Activities = [] }).ShouldFind(Outcome.Partial, ("Given Shop", "No processing activity is recorded."));

    [Fact]
    public void A_day_at_the_end_of_the_calendar_does_no_harm() => AssessOrders(orders => orders.ReviewedOn = DateOnly.MaxValue).ShouldBe(Outcome.Pass);
}
