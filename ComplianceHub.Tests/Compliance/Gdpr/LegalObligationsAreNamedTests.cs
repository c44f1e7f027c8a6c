using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Gdpr;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using static ComplianceHub.Tests.Given.GivenShop;

namespace ComplianceHub.Tests.Compliance.Gdpr;

public sealed class LegalObligationsAreNamedTests
{
    private readonly LegalObligationsAreNamed _requirement = new();

    private Verdict Assess(Action<PurposeBasis> change) => _requirement.Assess(CompliantShopBut(shop => change(shop.Activity("Accounting").Bases[0])));

    [Fact]
    public void Passes_with_a_law_that_binds_the_controller() =>
        Assert.Equal("1 of 1 purposes that rely on a legal obligation name the law.", _requirement.Assess(CompliantShop()).ShouldFind(Outcome.Pass).Summary);

    [Fact]
    public void Asks_while_the_registers_are_empty() => _requirement.Assess(EmptyShop()).ShouldAsk("Which processing activities");

    [Fact]
    public void Asks_whether_the_law_applies_while_nothing_is_known() => _requirement.Assess(UnknownShop()).ShouldAsk("In which countries");

    [Fact]
    public void Does_not_apply_when_nothing_relies_on_one() => Assess(basis => basis.Basis = LawfulBasis.Contract).ShouldBe(Outcome.NotApplicable);

    [Fact]
    public void Fails_without_law() => Assess(basis => basis.LegalReference = null)
        .ShouldFind(Outcome.Fail, ("Accounting", "“Accounting, as the customer asked for it” relies on a legal obligation, but no law is named."));

    [Theory, InlineData("US"), InlineData("GB")]
    public void Fails_with_the_law_of_a_third_country(string country) => Assess(basis => basis.LegalReferenceJurisdiction = country)
        .ShouldFind(Outcome.Fail, ("Accounting", $"“§ 147 AO” is law of {Country.NameOf(country)}, not of the Union or a Member State."));

    [Theory, InlineData("EU"), InlineData("NL")]
    public void Law_of_the_Union_or_a_Member_State_counts(string jurisdiction) => Assess(basis => basis.LegalReferenceJurisdiction = jurisdiction).ShouldBe(Outcome.Pass);

    [Fact]
    public void Is_partial_while_nobody_recorded_whose_law_it_is() => Assess(basis => basis.LegalReferenceJurisdiction = null)
        .ShouldFind(Outcome.Partial, ("Accounting", "It is not recorded whose law “§ 147 AO” is."));

    [Fact]
    public void Fails_when_the_law_binds_somebody_else() => Assess(basis => basis.BindsController = Answer.No)
        .ShouldFind(Outcome.Fail, ("Accounting", "“§ 147 AO” binds somebody else, not this controller."));

    [Fact]
    public void Is_partial_while_nobody_recorded_whom_it_binds() => Assess(basis => basis.BindsController = Answer.Unknown)
        .ShouldFind(Outcome.Partial, ("Accounting", "It is not recorded whether “§ 147 AO” binds this controller itself."));

    [Fact]
    public void One_of_two_is_enough_to_fail() =>
        _requirement.Assess(CompliantShopBut(shop => shop.Activity("Orders").Bases[0].Basis = LawfulBasis.LegalObligation)).ShouldBe(Outcome.Fail);
}
