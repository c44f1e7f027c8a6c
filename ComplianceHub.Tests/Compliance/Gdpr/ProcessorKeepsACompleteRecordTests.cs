using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Gdpr;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using static ComplianceHub.Tests.Given.GivenShop;

namespace ComplianceHub.Tests.Compliance.Gdpr;

public sealed class ProcessorKeepsACompleteRecordTests
{
    private readonly ProcessorKeepsACompleteRecord _requirement = new();

    /// <summary>The compliant shop, which fulfils orders and answers customers for other controllers.</summary>
    private static ShopSnapshot ProcessingShop(Action<ProcessingActivity>? change = null) => CompliantShopBut(shop =>
    {
        shop.Shop.Profile.ActsAsProcessor = Answer.Yes;
        foreach (var activity in new[] { shop.Activity("Orders"), shop.Activity("Service 1") })
            (activity.OurRole, activity.OnBehalfOf) = (ControllerRole.Processor, "Other Shop BV, privacy@other.example");
        change?.Invoke(shop.Activity("Orders"));
    });

    [Fact]
    public void Passes_with_a_whole_record() => Assert.Equal("2 of 2 activities for other controllers have a complete record.",
        _requirement.Assess(ProcessingShop()).ShouldFind(Outcome.Pass).Summary);

    [Fact]
    public void Does_not_apply_to_a_shop_that_processes_for_nobody() => Assert.Equal("The shop does not process data for others.",
        _requirement.Assess(CompliantShop()).ShouldBe(Outcome.NotApplicable).Summary);

    [Fact]
    public void Does_not_apply_while_the_exemption_is_available() =>
        _requirement.Assess(ExemptionFromTheRecordIsDecidedTests.ExemptShop(shop => shop.Shop.Profile.ActsAsProcessor = Answer.Yes)).ShouldBe(Outcome.NotApplicable);

    [Fact]
    public void Asks_whether_it_processes_for_others() =>
        _requirement.Assess(CompliantShopBut(shop => shop.Shop.Profile.ActsAsProcessor = Answer.Unknown)).ShouldAsk("for other controllers?");

    [Fact]
    public void Asks_for_whom_while_the_register_is_empty()
    {
        var shop = EmptyShop();
        shop.Shop.Profile.ActsAsProcessor = Answer.Yes;
        _requirement.Assess(shop).ShouldAsk("Which processing does the shop do for other controllers");
        shop.Shop.Profile.StatesNoRecordKept = true;
        _requirement.Assess(shop).ShouldBe(Outcome.Fail);
    }

    [Fact]
    public void Asks_whether_the_law_applies_while_nothing_is_known() => _requirement.Assess(UnknownShop()).ShouldAsk("In which countries");

    [Fact]
    public void A_the_controller() => _requirement.Assess(ProcessingShop(orders => orders.OnBehalfOf = null))
        .ShouldFind(Outcome.Partial, ("Orders", "Art. 30(2)(a): the controller for whom it is done is not recorded."));

    [Fact]
    public void A_the_business_itself()
    {
        var shop = ProcessingShop();
        (shop.LegalEntity.Address, shop.LegalEntity.Contact) = (null, null);
        _requirement.Assess(shop).ShouldFind(Outcome.Fail, ("Given GmbH", "Art. 30(2)(a): name and contact of the business are not recorded."));
    }

    [Fact]
    public void B_what_is_done() => _requirement.Assess(ProcessingShop(orders => orders.Purposes = []))
        .ShouldFind(Outcome.Partial, ("Orders", "Art. 30(2)(b): it is not recorded what is done."));

    [Fact]
    public void B_a_description_says_what_is_done() =>
        _requirement.Assess(ProcessingShop(orders => (orders.Purposes, orders.Description) = ([], "Packs and posts parcels."))).ShouldBe(Outcome.Pass);

    [Fact]
    public void C_every_third_country_has_its_transfer() => _requirement.Assess(ProcessingShop() with { Transfers = [] })
        .ShouldFind(Outcome.Partial, ("Orders to Stripe, Inc.", "Art. 30(2)(c): “Orders” reaches Stripe, Inc. in United States, but no transfer is recorded."));

    [Fact]
    public void D_measures() => _requirement.Assess(ProcessingShop(orders => orders.MeasuresText = null) with { Measures = [] })
        .ShouldFind(Outcome.Partial, ("Orders", "Art. 30(2)(d): security measures are not described."));
}
