using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Gdpr;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Compliance.Gdpr;

public sealed class DerogationsStayExceptionalTests
{
    private readonly DerogationsStayExceptional _requirement = new();

    [Theory]
    [InlineData(TransferMechanism.DerogationConsent), InlineData(TransferMechanism.DerogationContract), InlineData(TransferMechanism.DerogationContractInInterest)]
    [InlineData(TransferMechanism.DerogationPublicInterest), InlineData(TransferMechanism.DerogationLegalClaims), InlineData(TransferMechanism.DerogationVitalInterests)]
    [InlineData(TransferMechanism.DerogationPublicRegister), InlineData(TransferMechanism.DerogationCompellingInterests)]
    public void Passes_when_the_exception_is_noted_and_occasional(TransferMechanism mechanism) =>
        Assert.Equal("1 of 1 flows on an exception of Art. 49 meet its conditions.", Assess(Given(mechanism)).ShouldFind(Outcome.Pass).Summary);

    [Theory]
    [InlineData(TransferMechanism.DerogationContract, "Art. 49(1)(b)"), InlineData(TransferMechanism.DerogationContractInInterest, "Art. 49(1)(c)")]
    [InlineData(TransferMechanism.DerogationLegalClaims, "Art. 49(1)(e)"), InlineData(TransferMechanism.DerogationCompellingInterests, "Art. 49(1) subpara. 2")]
    public void Fails_when_it_is_regular(TransferMechanism mechanism, string article)
    {
        var given = Given(mechanism);
        given.Transfer.IsOccasional = Answer.No;
        var verdict = Assess(given).ShouldFind(Outcome.Fail, ("Importer Ltd (US)", $"{article} is for occasional transfers, and this one is regular."));
        Assert.Equal("Justify the exception of Art. 49 for Importer Ltd (US), or replace it", _requirement.FixTitle(verdict));
    }

    [Fact]
    public void Is_partial_while_nobody_says_whether_it_is_occasional()
    {
        var given = Given(TransferMechanism.DerogationContract);
        given.Transfer.IsOccasional = Answer.Unknown;
        Assert.Equal(0.5m, Assess(given).ShouldFind(Outcome.Partial, ("Importer Ltd (US)", "Whether the transfer happens only now and then is not recorded.")).Value);
    }

    [Fact]
    public void Is_partial_while_nobody_says_why()
    {
        var given = Given(TransferMechanism.DerogationContract);
        given.Transfer.DerogationNote = " ";
        Assess(given).ShouldFind(Outcome.Partial, ("Importer Ltd (US)", "Why the transfer is occasional and necessary is not written down (recital 111)."));
    }

    [Fact]
    public void Consent_is_shown()
    {
        var given = Given(TransferMechanism.DerogationConsent);
        given.Transfer.DerogationNote = null;
        Assess(given).ShouldFind(Outcome.Fail, ("Importer Ltd (US)", "No note shows explicit consent after information on the risks, Art. 49(1)(a)."));
    }

    [Fact]
    public void Compelling_interests_are_documented_and_told()
    {
        var given = Given(TransferMechanism.DerogationCompellingInterests);
        given.Transfer.AuthorityAndPeopleInformed = Answer.Unknown;
        Assess(given).ShouldFind(Outcome.Partial, ("Importer Ltd (US)", "Whether the authority and the people concerned were informed is not recorded."));
        given.Transfer.AuthorityAndPeopleInformed = Answer.No;
        given.Transfer.DerogationNote = null;
        Assess(given).ShouldFind(Outcome.Fail,
            ("Importer Ltd (US)", "The authority and the people concerned were not informed, Art. 49(1) subpara. 2."),
            ("Importer Ltd (US)", "The assessment and the safeguards are not documented, Art. 49(6)."));
    }

    [Fact]
    public void One_broken_exception_of_two_fails()
    {
        var given = Given(TransferMechanism.DerogationContract);
        given.Transfer.IsOccasional = Answer.No;
        var shop = given.Shop;
        shop.Transfers[1].Mechanism = TransferMechanism.DerogationVitalInterests;
        Assert.Equal((1, 2), (_requirement.Assess(shop).ShouldBe(Outcome.Fail).Met, _requirement.Assess(shop).Checked));
    }

    [Fact]
    public void Does_not_apply_when_no_exception_is_used() =>
        Assert.Equal("No transfer relies on an exception of Art. 49; 2 recipients checked.",
            _requirement.Assess(new GivenTransfers("IL", TransferMechanism.Adequacy).Shop).ShouldBe(Outcome.NotApplicable).Summary);

    [Fact]
    public void An_empty_shop_is_a_question() => _requirement.Assess(GivenShop.EmptyShop()).ShouldAsk("Who receives personal data");

    [Fact]
    public void An_unknown_shop_is_a_question() => _requirement.Assess(GivenShop.UnknownShop()).ShouldBe(Outcome.NotAssessed);

    private static GivenTransfers Given(TransferMechanism mechanism)
    {
        var given = new GivenTransfers("US", mechanism);
        given.Transfer.IsOccasional = Answer.Yes;
        given.Transfer.DerogationNote = "Eleven express parcels in a year, each chosen by the buyer.";
        given.Transfer.AuthorityAndPeopleInformed = Answer.Yes;
        return given;
    }

    private Verdict Assess(GivenTransfers given) => _requirement.Assess(given.Shop);
}
