using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Ccpa;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using static ComplianceHub.Tests.Given.GivenShop;

namespace ComplianceHub.Tests.Compliance.Ccpa;

public sealed class ThirdPartiesAreBoundByContractTests
{
    private const string ThirdParty = "Criteo SA";
    private readonly ThirdPartiesAreBoundByContract _requirement = new();
    private readonly ShopSnapshot _shop = CompliantShop();

    private Agreement Terms => _shop.TheAgreement(AgreementKind.ThirdPartyContract);

    private Disclosure Disclosure => _shop.TheDisclosureTo(ThirdParty);

    [Fact]
    public void Passes_when_every_third_party_is_bound() => _requirement.Assess(_shop).ShouldFind(Outcome.Pass);

    [Fact]
    public void Passes_on_the_last_day() => EndsOn(Today).ShouldFind(Outcome.Pass);

    [Fact]
    public void Fails_the_day_after() => EndsOn(Today.AddDays(-1)).ShouldFind(Outcome.Fail, (ThirdParty, "No third-party terms are in force; it may not use the data."));

    [Theory]
    [InlineData("X1"), InlineData("X2"), InlineData("X3"), InlineData("X4"), InlineData("X5"), InlineData("X6")]
    public void Fails_when_a_term_is_absent(string code)
    {
        Terms.Clauses.Find(code, ClauseFinding.Absent);
        _requirement.Assess(_shop).ShouldFind(Outcome.Fail, (Terms.Title, $"Terms absent: {code}."));
    }

    [Fact]
    public void Fails_with_generic_purposes()
    {
        Terms.PurposesAreGeneric = true;
        _requirement.Assess(_shop).ShouldFind(Outcome.Fail, (Terms.Title, "The purposes are described only in general words (§ 7053(a)(1))."));
    }

    [Fact]
    public void Is_partial_when_a_term_is_not_reviewed()
    {
        Terms.Clauses.Find("X3", ClauseFinding.NotReviewed);
        _requirement.Assess(_shop).ShouldFind(Outcome.Partial, (Terms.Title, "Terms not reviewed: X3."));
    }

    [Fact]
    public void Is_partial_when_some_are_not_bound()
    {
        _shop.TheDisclosureTo("Stripe, Inc.").IsSale = Answer.Yes;
        var verdict = _requirement.Assess(_shop).ShouldFind(Outcome.Partial, ("Stripe, Inc.", "No third-party terms are in force; it may not use the data."));
        Assert.Equal((0.5m, FixAction.AddAgreement), (verdict.Value, verdict.Findings[0].Action));
    }

    [Fact]
    public void Does_not_apply_when_nothing_is_sold_or_shared()
    {
        Disclosure.IsCrossContextAdvertising = Answer.No;
        _requirement.Assess(_shop).ShouldBe(Outcome.NotApplicable);
    }

    [Fact]
    public void A_possible_sale_stays_with_the_service_providers()
    {
        Disclosure.IsCrossContextAdvertising = Answer.No;
        _shop.TheAgreement(AgreementKind.ServiceProviderContract).Signed = false;
        Assert.Contains("Stripe, Inc.", _requirement.Assess(_shop).ShouldBe(Outcome.NotApplicable).Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Asks_while_a_sale_is_undecided()
    {
        Disclosure.IsCrossContextAdvertising = Answer.Unknown;
        _requirement.Assess(_shop).ShouldAsk("to give data to Criteo SA?");
    }

    [Fact]
    public void Asks_when_the_registers_are_empty() => _requirement.Assess(EmptyShop()).ShouldAsk("which third parties receive the data?");

    [Fact]
    public void Asks_when_nothing_is_known() => _requirement.Assess(UnknownShop()).ShouldAsk("Does the shop do business in California?");

    private Verdict EndsOn(DateOnly day)
    {
        Terms.EffectiveTo = day;
        return _requirement.Assess(_shop);
    }
}
