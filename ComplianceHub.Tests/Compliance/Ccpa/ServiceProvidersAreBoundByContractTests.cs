using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Ccpa;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using static ComplianceHub.Tests.Given.GivenShop;

namespace ComplianceHub.Tests.Compliance.Ccpa;

public sealed class ServiceProvidersAreBoundByContractTests
{
    private const string Processor = "Stripe, Inc.";
    private readonly ServiceProvidersAreBoundByContract _requirement = new();
    private readonly ShopSnapshot _shop = CompliantShop();

    private Agreement Terms => _shop.TheAgreement(AgreementKind.ServiceProviderContract);

    private string Title => Terms.Title;

    private Disclosure Disclosure => _shop.TheDisclosureTo(Processor);

    [Fact]
    public void Passes_when_every_service_provider_is_bound() =>
        Assert.Equal("1 of 1 service providers and contractors are bound by all terms.", _requirement.Assess(_shop).ShouldFind(Outcome.Pass).Summary);

    [Fact]
    public void Fails_with_a_GDPR_agreement_alone()
    {
        var verdict = _requirement.Assess(WithoutTerms()).ShouldFind(Outcome.Fail, (Processor, "GDPR agreement only, no CCPA terms, so it counts as a third party."));
        var finding = Assert.Single(verdict.Findings);
        Assert.Equal((FixAction.AddAgreement, $"ccpa-terms:{_shop.TheVendor(Processor).Id:N}"), (finding.Action, finding.Repair));
    }

    [Fact]
    public void Fails_without_any_agreement() => _requirement.Assess(_shop with { Agreements = [] })
        .ShouldFind(Outcome.Fail, (Processor, "No service-provider terms are in force, so it counts as a third party."));

    [Fact]
    public void Passes_on_the_last_day() => EndsOn(Today).ShouldFind(Outcome.Pass);

    [Fact]
    public void Fails_the_day_after() => EndsOn(Today.AddDays(-1))
        .ShouldFind(Outcome.Fail, (Processor, "The service-provider terms ended on 22 Nov 2026, so it counts as a third party."));

    [Theory]
    [InlineData("S1"), InlineData("S2"), InlineData("S3"), InlineData("S4"), InlineData("S5")]
    [InlineData("S6"), InlineData("S7"), InlineData("S8"), InlineData("S9"), InlineData("S10")]
    public void Fails_when_one_of_the_ten_terms_is_absent(string code)
    {
        Terms.Clauses.Find(code, ClauseFinding.Absent);
        _requirement.Assess(_shop).ShouldFind(Outcome.Fail, (Title, $"Terms absent: {code}; without them it is no service provider."));
    }

    [Theory]
    [InlineData("S11"), InlineData("S13")]
    public void Is_partial_when_a_further_term_is_absent(string code)
    {
        Terms.Clauses.Find(code, ClauseFinding.Absent);
        _requirement.Assess(_shop).ShouldFind(Outcome.Partial, (Title, $"Terms absent: {code}."));
    }

    [Theory]
    [InlineData("S1", Outcome.Partial), InlineData("S11", Outcome.Partial), InlineData("S13", Outcome.Pass)]
    public void Is_partial_when_a_term_is_not_reviewed(string code, Outcome outcome)
    {
        Terms.Clauses.Find(code, ClauseFinding.NotReviewed);
        _requirement.Assess(_shop).ShouldBe(outcome);
    }

    [Fact]
    public void Fails_without_business_purposes()
    {
        Terms.BusinessPurposes = [];
        _requirement.Assess(_shop).ShouldFind(Outcome.Fail, (Title, "The contract names no business purposes (§ 7051(a)(2))."));
    }

    [Fact]
    public void Fails_with_generic_business_purposes()
    {
        Terms.PurposesAreGeneric = true;
        _requirement.Assess(_shop).ShouldFind(Outcome.Fail, (Title, "The business purposes are described only in general words (§ 7051(a)(2))."));
    }

    [Theory]
    [InlineData(ClauseFinding.Present, Outcome.Pass), InlineData(ClauseFinding.NotReviewed, Outcome.Partial), InlineData(ClauseFinding.Absent, Outcome.Fail)]
    public void A_contractor_certifies(ClauseFinding certification, Outcome outcome)
    {
        Disclosure.CcpaRole = CcpaRole.Contractor;
        Terms.Clauses.Find("S12", certification);
        _requirement.Assess(_shop).ShouldBe(outcome);
    }

    [Fact]
    public void A_service_provider_need_not_certify()
    {
        Terms.Clauses.Find("S12", ClauseFinding.Absent);
        _requirement.Assess(_shop).ShouldBe(Outcome.Pass);
    }

    [Fact]
    public void Cross_context_advertising_is_no_service()
    {
        Disclosure.IsCrossContextAdvertising = Answer.Yes;
        var verdict = _requirement.Assess(_shop).ShouldFind(Outcome.Fail, ("Stripe, Inc., Orders", "Cross-context advertising is no service (§ 7050(b))."));
        Assert.StartsWith("Reclassify the recipient as third party", verdict.Findings[0].Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, Outcome.Pass), InlineData(1, Outcome.Partial)]
    public void Verification_rights_are_used_within_12_months(int daysLate, Outcome outcome)
    {
        Terms.VerificationRightsUsedOn = Today.AddMonths(-12).AddDays(-daysLate);
        _requirement.Assess(_shop).ShouldBe(outcome);
    }

    [Theory]
    [InlineData(0, Outcome.Pass), InlineData(1, Outcome.Partial)]
    public void A_young_contract_need_not_have_been_verified(int daysLate, Outcome outcome)
    {
        Terms.VerificationRightsUsedOn = null;
        Terms.EffectiveFrom = Today.AddMonths(-12).AddDays(-daysLate);
        _requirement.Assess(_shop).ShouldBe(outcome);
    }

    [Fact]
    public void Is_partial_when_some_are_not_bound() => Assert.Equal(0.5m, _requirement.Assess(WithSecond()).ShouldBe(Outcome.Partial).Value);

    [Fact]
    public void Fails_when_one_that_is_not_bound_is_aggravated()
    {
        _shop.TheActivity("Service 1").LargeScale = Answer.Yes;
        _requirement.Assess(WithSecond()).ShouldBe(Outcome.Fail);
    }

    [Fact]
    public void Does_not_apply_when_no_recipient_is_a_service_provider()
    {
        Disclosure.CcpaRole = CcpaRole.ThirdParty;
        _requirement.Assess(_shop).ShouldBe(Outcome.NotApplicable);
    }

    [Fact]
    public void Asks_when_the_only_role_is_undecided()
    {
        Disclosure.CcpaRole = null;
        _requirement.Assess(_shop).ShouldAsk("Stripe, Inc.");
    }

    [Fact]
    public void Asks_when_the_registers_are_empty() => _requirement.Assess(EmptyShop()).ShouldAsk("which third parties receive the data?");

    [Fact]
    public void Asks_when_nothing_is_known() => _requirement.Assess(UnknownShop()).ShouldAsk("Does the shop do business in California?");

    private ShopSnapshot WithoutTerms() => _shop with { Agreements = [.. _shop.Agreements.Where(agreement => agreement != Terms)] };

    private ShopSnapshot WithSecond()
    {
        var vendor = GivenRecords.Vendor("Postduif Mail", "NL");
        var disclosure = GivenRecords.Disclosure(_shop.TheActivity("Service 1"), vendor, RecipientRole.Processor, CcpaRole.ServiceProvider, _shop.TheElement("E-mail address"));
        return _shop with { Vendors = [.. _shop.Vendors, vendor], Disclosures = [.. _shop.Disclosures, disclosure] };
    }

    private Verdict EndsOn(DateOnly day)
    {
        Terms.EffectiveTo = day;
        return _requirement.Assess(_shop);
    }
}
