using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Gdpr;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Compliance.Gdpr;

public sealed class SubProcessorsAreAuthorisedAndKnownTests
{
    private readonly SubProcessorsAreAuthorisedAndKnown _requirement = new();
    private readonly GivenProcessors _given = new("Havenhost", "Postduif");

    private Vendor Host => _given.Vendor("Havenhost");

    [Fact]
    public void Passes_when_every_list_is_known_and_authorised()
    {
        Uses("IE");
        Assert.Equal("For 2 of 2 processors the sub-processors are authorised and known.", Assess().ShouldFind(Outcome.Pass).Summary);
    }

    [Fact]
    public void Is_partial_when_one_processor_has_no_agreement()
    {
        _given.Remove("Havenhost");
        var verdict = Assess().ShouldFind(Outcome.Partial, ("Havenhost", "No data processing agreement is in force."));
        Assert.Equal((0.5m, FixAction.AddAgreement), (verdict.Value, verdict.Findings[0].Action));
    }

    [Theory]
    [InlineData(Answer.Unknown), InlineData(Answer.Yes)]
    public void An_empty_list_is_not_known_unless_there_are_none(Answer uses)
    {
        Host.UsesSubProcessors = uses;
        var verdict = Assess().ShouldFind(Outcome.Partial, ("Havenhost", "Neither a list of sub-processors is recorded nor that there are none."));
        Assert.Equal(FindingSeverity.Hard, verdict.Findings[0].Severity);
        Assert.Equal("Review the sub-processors of Havenhost", _requirement.FixTitle(verdict));
        Host.UsesSubProcessors = Answer.No;
        Assess().ShouldFind(Outcome.Pass);
    }

    [Fact]
    public void Sub_processors_without_authorisation_break_the_law()
    {
        _given.Agreement("Havenhost").SubProcessorAuthorisation = SubProcessorAuthorisation.None;
        Assess().ShouldFind(Outcome.Pass);
        Uses("IE");
        Assess().ShouldFind(Outcome.Partial, ("DPA Havenhost", "Sub-processors are used, but the agreement does not authorise any."));
    }

    [Fact]
    public void A_general_authorisation_names_the_days_of_notice()
    {
        _given.Agreement("Havenhost").SubProcessorNoticeDays = null;
        Assert.Equal(2, Assess().ShouldFind(Outcome.Partial, ("DPA Havenhost", "How many days ahead a change of sub-processors is announced is not recorded.")).Met);
        _given.Agreement("Havenhost").SubProcessorAuthorisation = SubProcessorAuthorisation.Specific;
        Assess().ShouldFind(Outcome.Pass);
    }

    [Fact]
    public void A_list_is_looked_at_every_12_months()
    {
        Uses("IE");
        Host.SubProcessorsCheckedOn = GivenShop.Today.AddMonths(-12);
        Assess().ShouldFind(Outcome.Pass);
        Host.SubProcessorsCheckedOn = GivenShop.Today.AddMonths(-12).AddDays(-1);
        Assert.Equal(2, Assess().ShouldFind(Outcome.Partial, ("Havenhost", "The list of sub-processors was last checked on 22 Nov 2025.")).Met);
        Host.SubProcessorsCheckedOn = null;
        Assess().ShouldFind(Outcome.Partial, ("Havenhost", "The list of sub-processors was never checked."));
    }

    [Fact]
    public void A_list_with_a_third_country_is_looked_at_every_six_months()
    {
        Uses("US", TransferMechanism.DataPrivacyFramework);
        Host.SubProcessorsCheckedOn = GivenShop.Today.AddMonths(-6);
        Assess().ShouldFind(Outcome.Pass);
        Host.SubProcessorsCheckedOn = GivenShop.Today.AddMonths(-6).AddDays(-1);
        Assess().ShouldFind(Outcome.Partial, ("Havenhost", "The list of sub-processors was last checked on 22 May 2026."));
    }

    [Theory]
    [InlineData(null), InlineData(TransferMechanism.None)]
    public void A_sub_processor_abroad_without_mechanism_breaks_the_law(TransferMechanism? mechanism)
    {
        Uses("IN", mechanism);
        var verdict = Assess().ShouldFind(Outcome.Partial, ("Havenhost", "Sub Ltd in India has no transfer mechanism."));
        Assert.Equal(FindingSeverity.Hard, verdict.Findings[0].Severity);
    }

    [Fact]
    public void A_transfer_that_serves_the_disclosure_counts_as_its_mechanism()
    {
        Uses("IN");
        var transfer = GivenRecords.Transfer("Sub Ltd", "IN", TransferMechanism.StandardContractualClauses, _given.Disclosure("Havenhost"));
        _requirement.Assess(_given.Shop with { Transfers = [transfer] }).ShouldBe(Outcome.Pass);
        transfer.Mechanism = TransferMechanism.None;
        _requirement.Assess(_given.Shop with { Transfers = [transfer] }).ShouldBe(Outcome.Partial);
    }

    [Fact]
    public void An_announced_change_waits_for_a_decision_until_the_last_day_to_object()
    {
        var change = Announces(new() { Change = "Adds Acme Ltd, India", ObjectUntil = GivenShop.Today });
        Assess().ShouldFind(Outcome.Pass);
        change.ObjectUntil = GivenShop.Today.AddDays(-1);
        var verdict = Assess().ShouldFind(Outcome.Partial, ("Havenhost", "A change of sub-processors could be objected to until 22 Nov 2026 and is not decided: Adds Acme Ltd, India."));
        Assert.Equal(FindingSeverity.Soft, verdict.Findings[0].Severity);
    }

    [Theory]
    [InlineData(SubProcessorDecision.Accepted), InlineData(SubProcessorDecision.Objected)]
    public void A_decided_change_is_no_finding(SubProcessorDecision decision)
    {
        Announces(new() { Change = "Adds Acme Ltd, India", ObjectUntil = GivenShop.Today.AddDays(-1), Decision = decision });
        Assess().ShouldFind(Outcome.Pass);
    }

    [Fact]
    public void Without_a_last_day_the_agreements_days_of_notice_count()
    {
        _given.Agreement("Havenhost").SubProcessorNoticeDays = 30;
        var change = Announces(new() { Change = "Adds Acme Ltd, India", AnnouncedOn = GivenShop.Today.AddDays(-30) });
        Assess().ShouldFind(Outcome.Pass);
        Assert.Contains(ShopCalendar.Of(_given.Shop), entry => entry == new CalendarEntry(GivenShop.Today, "Havenhost: last day to object to a sub-processor", Host.Ref()));
        change.AnnouncedOn = GivenShop.Today.AddDays(-31);
        Assess().ShouldBe(Outcome.Partial);
        change.AnnouncedOn = null;
        Assess().ShouldFind(Outcome.Partial, ("Havenhost", "Until when a change of sub-processors can be objected to is not recorded, and it is not decided: Adds Acme Ltd, India."));
    }

    [Fact]
    public void Fails_when_no_processor_is_known()
    {
        foreach (var vendor in _given.Shop.Vendors)
            vendor.UsesSubProcessors = Answer.Unknown;
        Assess().ShouldBe(Outcome.Fail);
    }

    [Fact]
    public void An_empty_shop_is_a_question() => _requirement.Assess(GivenShop.EmptyShop()).ShouldAsk("Which processors");

    [Fact]
    public void An_unknown_shop_is_a_question() => _requirement.Assess(GivenShop.UnknownShop()).ShouldBe(Outcome.NotAssessed);

    private void Uses(string country, TransferMechanism? mechanism = null)
    {
        Host.UsesSubProcessors = Answer.Yes;
        Host.SubProcessors = [new() { Name = "Sub Ltd", Country = country, Mechanism = mechanism }];
    }

    private SubProcessorChange Announces(SubProcessorChange change)
    {
        Host.SubProcessorChanges = [change];
        return change;
    }

    private Verdict Assess() => _requirement.Assess(_given.Shop);
}
