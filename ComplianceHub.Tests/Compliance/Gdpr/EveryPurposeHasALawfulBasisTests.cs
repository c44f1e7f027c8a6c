using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Gdpr;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using static ComplianceHub.Tests.Given.GivenShop;

namespace ComplianceHub.Tests.Compliance.Gdpr;

public sealed class EveryPurposeHasALawfulBasisTests
{
    private const string Orders = "“Orders, as the customer asked for it”";

    private readonly EveryPurposeHasALawfulBasis _requirement = new();

    private Verdict AssessOrders(Action<ProcessingActivity> change) => _requirement.Assess(CompliantShopBut(shop => change(shop.Activity("Orders"))));

    private static void Rely(ProcessingActivity activity, LawfulBasis basis, PurposeKind kind = PurposeKind.OrderFulfilment) =>
        (activity.Bases[0].Basis, activity.Purposes[0].Kind) = (basis, kind);

    [Fact]
    public void Passes_when_every_purpose_has_a_basis() =>
        Assert.Equal("8 of 8 purposes have a lawful basis.", _requirement.Assess(CompliantShop()).ShouldFind(Outcome.Pass).Summary);

    [Fact]
    public void Asks_while_the_registers_are_empty() => _requirement.Assess(EmptyShop()).ShouldAsk("Which processing activities");

    [Fact]
    public void Asks_whether_the_law_applies_while_nothing_is_known() => _requirement.Assess(UnknownShop()).ShouldAsk("In which countries");

    [Fact]
    public void Does_not_apply_to_a_shop_that_only_processes_for_others() =>
        _requirement.Assess(CompliantShopBut(shop => shop.Activities.ToList().ForEach(activity => activity.OurRole = ControllerRole.Processor))).ShouldBe(Outcome.NotApplicable);

    [Fact]
    public void A_role_that_nobody_recorded_counts_as_controller() => AssessOrders(orders => (orders.OurRole, orders.Bases) = (null, [])).ShouldBe(Outcome.Partial);

    [Fact]
    public void A_purpose_without_basis_is_a_breach() => AssessOrders(orders => orders.Bases = []).ShouldFind(Outcome.Partial, ("Orders", $"{Orders} has no lawful basis."));

    [Fact]
    public void An_activity_without_purpose_is_a_breach() =>
        AssessOrders(orders => orders.Purposes = []).ShouldFind(Outcome.Partial, ("Orders", "No purpose is recorded, so none has a lawful basis."));

    [Fact]
    public void Fails_when_no_purpose_has_a_basis() =>
        _requirement.Assess(CompliantShopBut(shop => shop.Activities.ToList().ForEach(activity => activity.Bases = []))).ShouldBe(Outcome.Fail);

    [Fact]
    public void A_breach_on_a_large_scale_fails_the_whole() => AssessOrders(orders => (orders.Bases, orders.LargeScale) = ([], Answer.Yes)).ShouldBe(Outcome.Fail);

    [Fact]
    public void A_breach_with_data_of_children_fails_the_whole() => AssessOrders(orders => (orders.Bases, orders.ChildrenData) = ([], Answer.Yes)).ShouldBe(Outcome.Fail);

    [Fact]
    public void Whether_it_is_on_a_large_scale_is_not_guessed() => AssessOrders(orders => (orders.Bases, orders.LargeScale) = ([], Answer.Unknown)).ShouldBe(Outcome.Partial);

    [Theory]
    [InlineData(PurposeKind.Marketing), InlineData(PurposeKind.Retargeting), InlineData(PurposeKind.Analytics)]
    [InlineData(PurposeKind.PersonalisedAdvertising), InlineData(PurposeKind.SoftOptIn)]
    public void No_contract_needs_advertising_or_analytics(PurposeKind kind) => AssessOrders(orders => Rely(orders, LawfulBasis.Contract, kind))
        .ShouldFind(Outcome.Partial, ("Orders", $"{Orders} relies on contract (b); it is not necessary to perform the contract."));

    [Fact]
    public void Consent_needs_a_form() => AssessOrders(orders => Rely(orders, LawfulBasis.Consent))
        .ShouldFind(Outcome.Partial, ("Orders", $"{Orders} relies on consent (a), but no consent form is recorded."));

    [Fact]
    public void A_legal_obligation_needs_its_law() => AssessOrders(orders => Rely(orders, LawfulBasis.LegalObligation))
        .ShouldFind(Outcome.Partial, ("Orders", $"{Orders} relies on legal obligation (c), but no law is named."));

    [Fact]
    public void Legitimate_interests_need_an_assessment()
    {
        var shop = CompliantShopBut(shop => Rely(shop.Activity("Orders"), LawfulBasis.LegitimateInterests));
        _requirement.Assess(shop).ShouldFind(Outcome.Partial, ("Orders", $"{Orders} relies on legitimate interests (f), but no assessment of them is on file."));
        Assert.Equal(_requirement.Assess(shop).Findings[0].Repair, new LegitimateInterestsAreAssessed().Assess(shop).Findings[0].Repair);
    }

    [Fact]
    public void A_public_task_hardly_fits_a_shop() => AssessOrders(orders =>
    {
        Rely(orders, LawfulBasis.PublicTask);
        orders.Bases[0].LegalReference = "Art. 1 Some Act";
    }).ShouldFind(Outcome.Partial, ("Orders", $"{Orders} relies on public task (e), which hardly ever fits a private shop."));

    [Fact]
    public void Vital_interests_hardly_fit_a_shop() => AssessOrders(orders => Rely(orders, LawfulBasis.VitalInterests))
        .ShouldFind(Outcome.Partial, ("Orders", $"{Orders} relies on vital interests (d), which hardly ever fits a private shop."));

    [Fact]
    public void Two_bases_for_one_purpose_compete() => _requirement.Assess(CompliantShopBut(shop =>
        shop.Activity("Security logs").Bases.Add(new() { PurposeCode = "main", Basis = LawfulBasis.Contract })))
        .ShouldFind(Outcome.Partial, ("Security logs", "“Security logs, as the customer asked for it” names contract (b) and legitimate interests (f). Choose one."));

    [Fact]
    public void Soft_opt_in_stands_without_a_basis_of_article_6() => AssessOrders(orders =>
        (orders.Bases, orders.Purposes[0].Kind, orders.Purposes[0].RestsOnSoftOptIn) = ([], PurposeKind.SoftOptIn, true)).ShouldBe(Outcome.Pass);

    [Fact]
    public void Only_a_purpose_of_that_kind_may_rest_on_soft_opt_in() => AssessOrders(orders =>
        (orders.Bases, orders.Purposes[0].Kind, orders.Purposes[0].RestsOnSoftOptIn) = ([], PurposeKind.Marketing, true)).ShouldBe(Outcome.Partial);

    [Fact]
    public void Of_several_purposes_the_sentence_names_the_one() => Assert.EndsWith("Missing: Orders → Thank-you gifts.", AssessOrders(orders =>
        orders.Purposes.Add(new() { Code = "gifts", Text = "Thank-you gifts" })).Summary, StringComparison.Ordinal);
}
