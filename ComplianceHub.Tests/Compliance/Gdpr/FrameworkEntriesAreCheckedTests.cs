using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Gdpr;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Compliance.Gdpr;

public sealed class FrameworkEntriesAreCheckedTests
{
    private const string NoFallback = "No standard clauses step in if the framework falls; it is contested after Trump v. Slaughter (29 Jun 2026).";

    private readonly FrameworkEntriesAreChecked _requirement = new();
    private readonly GivenTransfers _given = new("US", TransferMechanism.DataPrivacyFramework);

    [Fact]
    public void Passes_when_the_importer_is_certified_looked_up_and_has_a_fallback() =>
        Assert.Equal("1 of 1 importers under the Data Privacy Framework have a verified entry.", Assess().ShouldFind(Outcome.Pass).Summary);

    [Theory]
    [InlineData(Answer.No), InlineData(Answer.Unknown)]
    public void Fails_without_certification(Answer certified)
    {
        _given.Importer.DataPrivacyFramework.Certified = certified;
        var verdict = Assess().ShouldFind(Outcome.Fail, ("Importer Ltd (US)", "Importer Ltd has no certified entry in the Data Privacy Framework on record."));
        Assert.Equal("Check the Data Privacy Framework entry of Importer Ltd (US)", _requirement.FixTitle(verdict));
    }

    [Fact]
    public void Fails_when_the_entry_is_of_another_company()
    {
        _given.Importer.DataPrivacyFramework.EntityName = "Importer Holding";
        Assess().ShouldBe(Outcome.Fail);
    }

    [Fact]
    public void Is_partial_when_one_of_two_importers_is_certified()
    {
        var other = GivenRecords.Vendor("Other Inc.", "US");
        var disclosure = GivenRecords.Disclosure(_given.Orders, other, RecipientRole.Processor, CcpaRole.ServiceProvider, _given.Email);
        var transfer = GivenRecords.Transfer("Other Inc.", "US", TransferMechanism.DataPrivacyFramework, disclosure);
        transfer.FallbackAgreementId = _given.Agreement.Id;
        var shop = _given.Shop;
        var verdict = _requirement.Assess(shop with { Vendors = [.. shop.Vendors, other], Disclosures = [.. shop.Disclosures, disclosure], Transfers = [.. shop.Transfers, transfer] });
        Assert.Equal((Outcome.Partial, 0.5m), (verdict.Outcome, verdict.Value));
    }

    [Fact]
    public void An_entry_nobody_looked_up_breaks_the_law()
    {
        _given.Importer.DataPrivacyFramework.VerifiedOn = null;
        Assess().ShouldFind(Outcome.Fail, ("Importer Ltd (US)", "The entry was never looked up."));
    }

    [Fact]
    public void An_entry_is_looked_up_every_12_months()
    {
        _given.Importer.DataPrivacyFramework.VerifiedOn = GivenShop.Today.AddMonths(-12);
        Assess().ShouldFind(Outcome.Pass);
        _given.Importer.DataPrivacyFramework.VerifiedOn = GivenShop.Today.AddMonths(-12).AddDays(-1);
        var verdict = Assess().ShouldFind(Outcome.Partial, ("Importer Ltd (US)", "The entry was last looked up on 22 Nov 2025."));
        Assert.Equal(0.75m, verdict.Value);
    }

    [Fact]
    public void Data_about_staff_need_a_certification_that_covers_them()
    {
        _given.Importer.DataPrivacyFramework.CoversHumanResources = Answer.No;
        Assess().ShouldFind(Outcome.Pass);
        _given.Email.IsHumanResources = true;
        Assess().ShouldFind(Outcome.Fail, ("Importer Ltd (US)", "The certification does not cover data about staff and applicants, which are transferred."));
        _given.Importer.DataPrivacyFramework.CoversHumanResources = Answer.Unknown;
        Assess().ShouldFind(Outcome.Partial, ("Importer Ltd (US)", "Whether the certification covers data about staff and applicants is not recorded."));
        _given.Importer.DataPrivacyFramework.CoversHumanResources = Answer.Yes;
        Assess().ShouldFind(Outcome.Pass);
    }

    [Fact]
    public void Our_policy_asks_for_clauses_that_step_in()
    {
        _given.Transfer.FallbackAgreementId = null;
        var verdict = Assess().ShouldFind(Outcome.Partial, ("Importer Ltd (US)", NoFallback));
        Assert.Equal(FindingSeverity.Soft, verdict.Findings[0].Severity);
        new FrameworkEntriesAreChecked(requiresFallback: false).Assess(_given.Shop).ShouldFind(Outcome.Pass);
    }

    [Fact]
    public void The_fallback_is_in_force()
    {
        _given.Agreement.EffectiveTo = GivenShop.Today;
        Assess().ShouldBe(Outcome.Pass);
        _given.Agreement.EffectiveTo = GivenShop.Today.AddDays(-1);
        Assess().ShouldFind(Outcome.Partial, ("Importer Ltd (US)", NoFallback));
    }

    [Fact]
    public void The_fallback_may_be_part_of_the_data_processing_agreement()
    {
        _given.Transfer.FallbackAgreementId = null;
        _given.Transfer.FallbackInDataProcessingAgreement = true;
        Assess().ShouldFind(Outcome.Partial, ("Importer Ltd (US)", NoFallback));
        _given.Agreement.Kind = AgreementKind.DataProcessingAgreement;
        Assess().ShouldFind(Outcome.Pass);
    }

    [Fact]
    public void Nobody_asked_for_a_fallback_before_the_ruling()
    {
        _given.Transfer.FallbackAgreementId = null;
        _given.Importer.DataPrivacyFramework.VerifiedOn = new(2026, 1, 2);
        _requirement.Assess(_given.On(new(2026, 6, 28))).ShouldFind(Outcome.Pass);
        _requirement.Assess(_given.On(new(2026, 6, 29))).ShouldFind(Outcome.Partial, ("Importer Ltd (US)", NoFallback));
    }

    [Fact]
    public void Does_not_apply_when_no_transfer_relies_on_it() =>
        Assert.Equal("No transfer relies on the Data Privacy Framework; 2 recipients checked.",
            _requirement.Assess(new GivenTransfers("IL", TransferMechanism.Adequacy).Shop).ShouldBe(Outcome.NotApplicable).Summary);

    [Fact]
    public void An_empty_shop_is_a_question() => _requirement.Assess(GivenShop.EmptyShop()).ShouldAsk("Who receives personal data");

    [Fact]
    public void An_unknown_shop_is_a_question() => _requirement.Assess(GivenShop.UnknownShop()).ShouldBe(Outcome.NotAssessed);

    private Verdict Assess() => _requirement.Assess(_given.Shop);
}
