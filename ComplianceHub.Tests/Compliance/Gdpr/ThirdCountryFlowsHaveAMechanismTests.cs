using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Gdpr;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Compliance.Gdpr;

public sealed class ThirdCountryFlowsHaveAMechanismTests
{
    private readonly ThirdCountryFlowsHaveAMechanism _requirement = new();

    [Theory]
    [InlineData("IL", TransferMechanism.Adequacy), InlineData("US", TransferMechanism.DataPrivacyFramework)]
    [InlineData("IN", TransferMechanism.StandardContractualClauses), InlineData("IN", TransferMechanism.DerogationConsent)]
    public void Passes_when_every_flow_has_a_mechanism_that_holds(string country, TransferMechanism mechanism) =>
        Assert.Equal("2 of 2 flows have a mechanism.", Assess(new GivenTransfers(country, mechanism)).ShouldFind(Outcome.Pass).Summary);

    [Fact]
    public void One_flow_without_mechanism_fails_the_whole()
    {
        var verdict = Assess(new GivenTransfers("IN", TransferMechanism.None)).ShouldFind(Outcome.Fail, ("Importer Ltd (IN)", "No transfer mechanism is on file."));
        Assert.Equal("1 of 2 flows have a mechanism. Missing: Importer Ltd (IN).", verdict.Summary);
        Assert.Equal("Agree on a transfer mechanism with Importer Ltd (IN)", _requirement.FixTitle(verdict));
    }

    [Fact]
    public void A_flow_without_transfer_leads_to_its_disclosure()
    {
        var given = new GivenTransfers("IN", TransferMechanism.StandardContractualClauses);
        given.Transfer.ImporterCountry = "US";
        given.Importer.AccessCountries = ["US"];
        var verdict = Assess(given).ShouldFind(Outcome.Fail, ("Orders to Importer Ltd", "No transfer to India is recorded."));
        var finding = Assert.Single(verdict.Findings);
        Assert.Equal((FixAction.AddTransfer, given.Disclosure.Id, "Importer Ltd (IN)"), (finding.Action, finding.Record.Id, finding.Subject.Name));
        Assert.Equal(3, verdict.Checked);
    }

    [Theory]
    [InlineData("IN", "No adequacy decision for India is in force.")]
    [InlineData("US", "In the United States only participants of the Data Privacy Framework are adequate, and no entry of Importer Ltd is recorded.")]
    public void Adequacy_needs_a_decision_for_the_country(string country, string text) =>
        Assess(new GivenTransfers(country, TransferMechanism.Adequacy)).ShouldFind(Outcome.Fail, ($"Importer Ltd ({country})", text));

    [Fact]
    public void Adequacy_of_the_United_Kingdom_holds_on_its_last_day_and_not_the_day_after()
    {
        var given = new GivenTransfers("GB", TransferMechanism.Adequacy);
        _requirement.Assess(given.On(new(2031, 12, 27))).ShouldFind(Outcome.Pass);
        _requirement.Assess(given.On(new(2031, 12, 28))).ShouldFind(Outcome.Fail, ("Importer Ltd (GB)", "No adequacy decision for United Kingdom is in force."));
    }

    [Fact]
    public void Adequacy_of_Brazil_begins_in_January_2026()
    {
        var given = new GivenTransfers("BR", TransferMechanism.Adequacy);
        _requirement.Assess(given.On(new(2026, 1, 26))).ShouldBe(Outcome.Fail);
        _requirement.Assess(given.On(new(2026, 1, 27))).ShouldBe(Outcome.Pass);
    }

    [Fact]
    public void Adequacy_of_Canada_covers_only_whom_it_names()
    {
        var given = new GivenTransfers("CA", TransferMechanism.Adequacy);
        Assess(given).ShouldFind(Outcome.Pass);
        given.Transfer.WithinAdequacyScope = Answer.No;
        Assess(given).ShouldFind(Outcome.Fail,
            ("Importer Ltd (CA)", "The decision for Canada covers only commercial organisations subject to PIPEDA, and Importer Ltd is none."));
    }

    [Theory]
    [InlineData(Answer.Yes, "Importer Ltd", true), InlineData(Answer.Yes, " IMPORTER LTD", true)]
    [InlineData(Answer.Yes, "Importer Holding", false), InlineData(Answer.Yes, null, false)]
    [InlineData(Answer.Unknown, "Importer Ltd", false), InlineData(Answer.No, "Importer Ltd", false)]
    public void The_framework_needs_a_certified_entry_of_the_importer_itself(Answer certified, string? entity, bool holds)
    {
        var given = new GivenTransfers("US", TransferMechanism.DataPrivacyFramework);
        given.Importer.DataPrivacyFramework = new() { Certified = certified, EntityName = entity, VerifiedOn = GivenShop.Recently };
        Assess(given).ShouldBe(holds ? Outcome.Pass : Outcome.Fail);
    }

    [Fact]
    public void The_framework_covers_the_United_States_alone() =>
        Assess(new GivenTransfers("IN", TransferMechanism.DataPrivacyFramework))
            .ShouldFind(Outcome.Fail, ("Importer Ltd (IN)", "The Data Privacy Framework does not cover India."));

    [Fact]
    public void Standard_clauses_are_on_file_in_force_and_have_a_module()
    {
        var given = new GivenTransfers("IN", TransferMechanism.StandardContractualClauses);
        given.Agreement.EffectiveTo = GivenShop.Today;
        Assess(given).ShouldFind(Outcome.Pass);
        given.Agreement.EffectiveTo = GivenShop.Today.AddDays(-1);
        Assess(given).ShouldFind(Outcome.Fail, ("Importer Ltd (IN)", "The standard contractual clauses are not in force."));
        given.Agreement.EffectiveTo = null;
        given.Transfer.SccModule = null;
        Assess(given).ShouldFind(Outcome.Fail, ("Importer Ltd (IN)", "The module of the standard contractual clauses is not recorded."));
        given.Transfer.AgreementId = null;
        Assess(given).ShouldFind(Outcome.Fail, ("Importer Ltd (IN)", "Standard contractual clauses are recorded, but not which of them this transfer rests on."));
        given.Agreement.Kind = AgreementKind.DataProcessingAgreement;
        Assess(given).ShouldFind(Outcome.Fail, ("Importer Ltd (IN)", "No standard contractual clauses are on file."));
    }

    [Fact]
    public void Binding_corporate_rules_are_recorded_or_on_file()
    {
        var given = new GivenTransfers("IN", TransferMechanism.BindingCorporateRules);
        Assess(given).ShouldFind(Outcome.Fail, ("Importer Ltd (IN)", "No approved binding corporate rules are recorded."));
        given.Importer.BindingCorporateRules = new() { Kind = BindingCorporateRulesKind.Processor };
        Assess(given).ShouldFind(Outcome.Pass);
    }

    [Theory]
    [InlineData(TransferMechanism.AdHocClauses), InlineData(TransferMechanism.CodeOfConduct), InlineData(TransferMechanism.Certification)]
    public void Other_safeguards_need_a_commitment_in_force(TransferMechanism mechanism)
    {
        var given = new GivenTransfers("IN", mechanism);
        Assess(given).ShouldBe(Outcome.Fail);
        given.Transfer.AgreementId = given.Agreement.Id;
        Assess(given).ShouldBe(Outcome.Pass);
    }

    [Theory]
    [InlineData(TransferMechanism.DerogationContract, Outcome.Fail), InlineData(TransferMechanism.DerogationContractInInterest, Outcome.Fail)]
    [InlineData(TransferMechanism.DerogationLegalClaims, Outcome.Fail), InlineData(TransferMechanism.DerogationCompellingInterests, Outcome.Fail)]
    [InlineData(TransferMechanism.DerogationConsent, Outcome.Pass), InlineData(TransferMechanism.DerogationPublicInterest, Outcome.Pass)]
    [InlineData(TransferMechanism.DerogationVitalInterests, Outcome.Pass), InlineData(TransferMechanism.DerogationPublicRegister, Outcome.Pass)]
    public void Some_exceptions_do_not_carry_a_regular_flow(TransferMechanism mechanism, Outcome regular)
    {
        var given = new GivenTransfers("US", mechanism);
        given.Transfer.IsOccasional = Answer.No;
        Assess(given).ShouldBe(regular);
        given.Transfer.IsOccasional = Answer.Unknown;
        Assess(given).ShouldBe(Outcome.Pass);
        given.Transfer.IsOccasional = Answer.Yes;
        Assess(given).ShouldBe(Outcome.Pass);
    }

    [Fact]
    public void A_recipient_without_country_leaves_the_list_of_flows_open()
    {
        var given = new GivenTransfers("IL", TransferMechanism.Adequacy);
        given.Importer.Country = null;
        Assess(given).ShouldFind(Outcome.Partial, ("Importer Ltd", "Its country is not recorded, so nobody can tell whether data leave the EEA."));
    }

    [Fact]
    public void Does_not_apply_when_no_recipient_is_outside_the_EEA()
    {
        var given = new GivenProcessors("Havenhost", "Postduif");
        Assert.Equal("No data go to a third country; 2 recipients checked: Havenhost, Postduif.", _requirement.Assess(given.Shop).ShouldBe(Outcome.NotApplicable).Summary);
    }

    [Fact]
    public void Is_a_question_while_the_countries_of_a_recipient_are_open()
    {
        var given = new GivenProcessors("Havenhost", "Postduif");
        given.Vendor("Havenhost").Country = null;
        given.Vendor("Postduif").UsesSubProcessors = Answer.Unknown;
        var verdict = _requirement.Assess(given.Shop);
        verdict.ShouldAsk("In which country is Havenhost?");
        verdict.ShouldAsk("Which sub-processors does Postduif use, and in which countries?");
    }

    [Fact]
    public void An_empty_shop_is_a_question() => _requirement.Assess(GivenShop.EmptyShop()).ShouldAsk("Who receives personal data, and in which countries");

    [Fact]
    public void An_unknown_shop_is_a_question() => _requirement.Assess(GivenShop.UnknownShop()).ShouldBe(Outcome.NotAssessed);

    private Verdict Assess(GivenTransfers given) => _requirement.Assess(given.Shop);
}
