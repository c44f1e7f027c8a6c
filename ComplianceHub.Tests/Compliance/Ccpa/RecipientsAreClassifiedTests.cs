using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Ccpa;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using static ComplianceHub.Tests.Given.GivenShop;

namespace ComplianceHub.Tests.Compliance.Ccpa;

public sealed class RecipientsAreClassifiedTests
{
    private const string Record = "Stripe, Inc., Orders";
    private readonly RecipientsAreClassified _requirement = new();
    private readonly ShopSnapshot _shop = CompliantShop();

    private Disclosure Disclosure => _shop.TheDisclosureTo("Stripe, Inc.");

    [Fact]
    public void Passes_when_every_recipient_is_classified() =>
        Assert.Equal("2 of 2 disclosures of Californians' information are classified.", _requirement.Assess(_shop).ShouldFind(Outcome.Pass).Summary);

    [Fact]
    public void Is_partial_when_a_role_is_undecided()
    {
        Disclosure.CcpaRole = null;
        var verdict = _requirement.Assess(_shop).ShouldFind(Outcome.Partial, (Record, "The role under the CCPA is undecided."));
        Assert.Equal(Disclosure.Id, verdict.Findings[0].Record.Id);
        Assert.EndsWith("Missing: Stripe, Inc.", verdict.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_partial_when_a_sale_is_undecided()
    {
        Disclosure.IsSale = Answer.Unknown;
        _requirement.Assess(_shop).ShouldFind(Outcome.Partial, (Record, "Nobody decided whether it is a sale."));
    }

    [Fact]
    public void Is_partial_when_sharing_is_undecided()
    {
        Disclosure.IsCrossContextAdvertising = Answer.Unknown;
        _requirement.Assess(_shop).ShouldFind(Outcome.Partial, (Record, "Nobody decided whether it is sharing for cross-context advertising."));
    }

    [Theory]
    [InlineData(CcpaRole.ConsumerDirected, "Nobody wrote down how the consumer directs the disclosure (§ 1798.140(ad)(2)(A)).")]
    [InlineData(CcpaRole.NoCaliforniaData, "Nobody wrote down why no data of Californians reach the recipient.")]
    public void Some_roles_need_a_note(CcpaRole role, string text)
    {
        Disclosure.CcpaRole = role;
        _requirement.Assess(_shop).ShouldFind(Outcome.Partial, (Record, text));
        Disclosure.CcpaRoleNote = "The buyer chooses it at checkout.";
        _requirement.Assess(_shop).ShouldFind(Outcome.Pass);
    }

    [Fact]
    public void Fails_when_nothing_is_classified()
    {
        foreach (var disclosure in _shop.Disclosures)
            disclosure.CcpaRole = null;
        _requirement.Assess(_shop).ShouldBe(Outcome.Fail);
    }

    [Theory]
    [InlineData(0, 2), InlineData(-1, 1)]
    public void Counts_a_disclosure_until_its_last_day(int lastDay, int total)
    {
        Disclosure.Until = Today.AddDays(lastDay);
        Assert.Equal(total, _requirement.Assess(_shop).Checked);
    }

    [Fact]
    public void Does_not_apply_when_nobody_in_California_is_concerned()
    {
        foreach (var activity in _shop.Activities)
            activity.SubjectJurisdictions = [Jurisdiction.Eea];
        _requirement.Assess(_shop).ShouldBe(Outcome.NotApplicable);
    }

    [Fact]
    public void Asks_when_no_recipient_is_recorded() =>
        _requirement.Assess(_shop with { Disclosures = [] }).ShouldAsk("Which third parties receive data of these activities: Orders, Retargeting?");

    [Fact]
    public void Asks_when_the_registers_are_empty() => _requirement.Assess(EmptyShop()).ShouldAsk("which third parties receive the data?");

    [Fact]
    public void Asks_when_nothing_is_known() => _requirement.Assess(UnknownShop()).ShouldAsk("Does the shop do business in California?");
}
