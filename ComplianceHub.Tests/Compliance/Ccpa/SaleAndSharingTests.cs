using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Ccpa;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using static ComplianceHub.Tests.Given.GivenShop;

namespace ComplianceHub.Tests.Compliance.Ccpa;

public sealed class SaleAndSharingTests
{
    private readonly ShopSnapshot _shop = CompliantShop();

    private Disclosure Sharing => _shop.TheDisclosureTo("Criteo SA");

    private Agreement Terms => _shop.TheAgreement(AgreementKind.ServiceProviderContract);

    [Fact]
    public void Names_with_whom_it_shares()
    {
        var sale = SaleAndSharing.Of(_shop);
        Assert.Equal((Answer.Yes, "Personal information is sold to or shared with Criteo SA."), (sale.Gate.Applies, sale.Gate.Fact));
        Assert.Equal([Sharing], sale.SoldOrShared);
        Assert.Empty(sale.Possible);
    }

    [Fact]
    public void Is_no_when_every_disclosure_is_decided()
    {
        Sharing.IsCrossContextAdvertising = Answer.No;
        Assert.Equal(Answer.No, Gate.Applies);
    }

    [Theory]
    [InlineData(Answer.Unknown, Answer.No), InlineData(Answer.No, Answer.Unknown), InlineData(Answer.Unknown, Answer.Unknown)]
    public void Is_unknown_while_a_disclosure_is_undecided(Answer sale, Answer sharing)
    {
        (Sharing.IsSale, Sharing.IsCrossContextAdvertising) = (sale, sharing);
        Assert.Equal(Answer.Unknown, Gate.Applies);
        Assert.Contains("Criteo SA", Assert.Single(Gate.Questions), StringComparison.Ordinal);
    }

    [Fact]
    public void Is_yes_on_a_sale_whatever_is_undecided()
    {
        (Sharing.IsSale, Sharing.IsCrossContextAdvertising) = (Answer.Yes, Answer.Unknown);
        Assert.Equal(Answer.Yes, Gate.Applies);
    }

    [Theory]
    [InlineData(CcpaRole.ServiceProvider), InlineData(CcpaRole.Contractor)]
    public void A_claimed_service_provider_without_contract_is_a_possible_sale(CcpaRole role)
    {
        Sharing.IsCrossContextAdvertising = Answer.No;
        Terms.Signed = false;
        _shop.TheDisclosureTo("Stripe, Inc.").CcpaRole = role;
        Assert.Equal(Answer.Yes, Gate.Applies);
        Assert.Equal([_shop.TheDisclosureTo("Stripe, Inc.")], SaleAndSharing.Of(_shop).Possible);
    }

    [Theory]
    [InlineData("S1", true), InlineData("S10", true), InlineData("S11", false), InlineData("S13", false)]
    public void A_contract_without_one_of_the_ten_terms_makes_it_possible(string code, bool isPossible)
    {
        Terms.Clauses.Find(code, ClauseFinding.Absent);
        Assert.Equal(isPossible, SaleAndSharing.Of(_shop).Possible.Count > 0);
    }

    [Fact]
    public void A_term_that_nobody_reviewed_is_no_sale()
    {
        Terms.Clauses.Find("S1", ClauseFinding.NotReviewed);
        Assert.Empty(SaleAndSharing.Of(_shop).Possible);
    }

    [Theory]
    [InlineData(0, 0), InlineData(-1, 1)]
    public void A_contract_binds_until_its_last_day(int lastDay, int possible)
    {
        Terms.EffectiveTo = Today.AddDays(lastDay);
        Assert.Equal(possible, SaleAndSharing.Of(_shop).Possible.Count);
    }

    [Theory]
    [InlineData("The list holds addresses in the EEA only.", Answer.No), InlineData(" ", Answer.Yes)]
    public void What_reaches_no_Californian_is_no_sale_if_a_note_says_why(string note, Answer expected)
    {
        (Sharing.CcpaRole, Sharing.CcpaRoleNote) = (CcpaRole.NoCaliforniaData, note);
        Assert.Equal(expected, Gate.Applies);
    }

    [Fact]
    public void People_elsewhere_do_not_count()
    {
        _shop.TheActivity("Retargeting").SubjectJurisdictions = [Jurisdiction.Eea];
        Assert.Equal(Answer.No, Gate.Applies);
    }

    [Fact]
    public void Is_unknown_while_no_recipient_is_recorded()
    {
        var gate = SaleAndSharing.Of(_shop with { Disclosures = [] }).Gate;
        Assert.Equal("Which third parties receive data of these activities: Orders, Retargeting?", Assert.Single(gate.Questions));
    }

    [Fact]
    public void Is_no_when_every_activity_states_that_it_has_no_recipients()
    {
        foreach (var activity in _shop.Activities)
            activity.StatesNoRecipients = true;
        Assert.Equal(Answer.No, SaleAndSharing.Of(_shop with { Disclosures = [] }).Gate.Applies);
    }

    [Fact]
    public void Is_unknown_while_nobody_recorded_where_people_are()
    {
        Sharing.IsCrossContextAdvertising = Answer.No;
        _shop.TheActivity("Retargeting").SubjectJurisdictions = [];
        Assert.Equal(Answer.Unknown, Gate.Applies);
    }

    [Fact]
    public void Is_unknown_while_the_registers_are_empty() => Assert.Equal(Answer.Unknown, SaleAndSharing.Of(EmptyShop()).Gate.Applies);

    private Gate Gate => SaleAndSharing.Of(_shop).Gate;
}
