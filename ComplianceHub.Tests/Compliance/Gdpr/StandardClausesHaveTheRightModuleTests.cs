using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Gdpr;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Compliance.Gdpr;

public sealed class StandardClausesHaveTheRightModuleTests
{
    private readonly StandardClausesHaveTheRightModule _requirement = new();
    private readonly GivenTransfers _given = new("IN", TransferMechanism.StandardContractualClauses);

    [Fact]
    public void Passes_with_the_right_module_and_its_annexes() =>
        Assert.Equal("1 of 1 flows on standard clauses have the right module with its annexes.", Assess().ShouldFind(Outcome.Pass).Summary);

    [Theory]
    [InlineData(ControllerRole.Controller, RecipientRole.IndependentController, false, SccModule.ControllerToController)]
    [InlineData(ControllerRole.JointController, RecipientRole.JointController, false, SccModule.ControllerToController)]
    [InlineData(ControllerRole.Controller, RecipientRole.Processor, false, SccModule.ControllerToProcessor)]
    [InlineData(ControllerRole.Processor, RecipientRole.Processor, false, SccModule.ProcessorToProcessor)]
    [InlineData(ControllerRole.Controller, RecipientRole.Processor, true, SccModule.ProcessorToProcessor)]
    [InlineData(ControllerRole.Processor, RecipientRole.IndependentController, false, SccModule.ProcessorToController)]
    public void The_roles_decide_the_module(ControllerRole ours, RecipientRole theirs, bool onward, SccModule expected)
    {
        _given.Orders.OurRole = ours;
        _given.Disclosure.GdprRole = theirs;
        _given.Transfer.IsOnward = onward;
        _given.Agreement.SccModules = [];
        foreach (var module in Enum.GetValues<SccModule>())
        {
            _given.Transfer.SccModule = module;
            Assess().ShouldBe(module == expected ? Outcome.Pass : Outcome.Fail);
        }
    }

    [Fact]
    public void Names_both_modules()
    {
        _given.Disclosure.GdprRole = RecipientRole.IndependentController;
        var verdict = Assess().ShouldFind(Outcome.Fail, ("Importer Ltd (IN)", "Module 2 is used; the roles ask for module 1."));
        Assert.Equal("Complete the standard contractual clauses with Importer Ltd (IN)", _requirement.FixTitle(verdict));
    }

    [Fact]
    public void An_undecided_role_asks_for_no_module()
    {
        _given.Disclosure.GdprRole = null;
        Assess().ShouldBe(Outcome.Pass);
    }

    [Fact]
    public void The_signed_clauses_contain_the_module()
    {
        _given.Agreement.SccModules = [SccModule.ControllerToController];
        Assess().ShouldFind(Outcome.Fail, ("Clauses", "The signed clauses do not contain module 2."));
    }

    [Fact]
    public void Is_partial_when_one_of_two_is_right()
    {
        var other = GivenRecords.Vendor("Other Ltd", "IN");
        var disclosure = GivenRecords.Disclosure(_given.Orders, other, RecipientRole.Processor, CcpaRole.ServiceProvider, _given.Email);
        var transfer = GivenRecords.Transfer("Other Ltd", "IN", TransferMechanism.StandardContractualClauses, disclosure);
        var shop = _given.Shop;
        var verdict = _requirement.Assess(shop with { Vendors = [.. shop.Vendors, other], Disclosures = [.. shop.Disclosures, disclosure], Transfers = [.. shop.Transfers, transfer] });
        verdict.ShouldFind(Outcome.Partial, ("Other Ltd (IN)", "No standard contractual clauses are on file."));
        Assert.Equal(0.5m, verdict.Value);
    }

    [Fact]
    public void Clauses_of_before_2021_cannot_be_used()
    {
        _given.Agreement.IsPre2021StandardClauses = true;
        Assess().ShouldFind(Outcome.Fail, ("Clauses", "These are clauses of before 2021; they cannot be used since 27 Dec 2022."));
    }

    [Fact]
    public void Annexes_one_and_two_are_filed()
    {
        _given.Transfer.AnnexesFiled = [];
        Assess().ShouldFind(Outcome.Fail,
            ("Importer Ltd (IN)", "Annex I (parties and transfer) is not filed."),
            ("Importer Ltd (IN)", "Annex II (security measures) is not filed."));
    }

    [Fact]
    public void Module_four_has_no_annex_two()
    {
        (_given.Orders.OurRole, _given.Disclosure.GdprRole) = (ControllerRole.Processor, RecipientRole.IndependentController);
        (_given.Transfer.SccModule, _given.Transfer.AnnexesFiled, _given.Agreement.SccModules) = (SccModule.ProcessorToController, [1], []);
        Assess().ShouldFind(Outcome.Pass);
    }

    [Fact]
    public void Annex_three_is_for_specific_authorisation_alone()
    {
        _given.Agreement.SubProcessorAuthorisation = SubProcessorAuthorisation.Specific;
        Assess().ShouldFind(Outcome.Fail, ("Importer Ltd (IN)", "Annex III (sub-processors) is not filed, though each one needs authorisation."));
        _given.Transfer.AnnexesFiled = [1, 2, 3];
        Assess().ShouldFind(Outcome.Pass);
    }

    [Fact]
    public void Clauses_in_force_count()
    {
        _given.Agreement.EffectiveTo = GivenShop.Today;
        Assess().ShouldBe(Outcome.Pass);
        _given.Agreement.EffectiveTo = GivenShop.Today.AddDays(-1);
        Assess().ShouldFind(Outcome.Fail, ("Importer Ltd (IN)", "The standard contractual clauses are not in force."));
    }

    [Fact]
    public void An_importer_under_the_GDPR_weakens_the_clauses()
    {
        _given.Transfer.ImporterSubjectToGdpr = Answer.Yes;
        Assert.Equal(0.75m, Assess().ShouldBe(Outcome.Partial).Value);
        _given.Transfer.ImporterSubjectToGdpr = Answer.Unknown;
        Assess().ShouldBe(Outcome.Pass);
    }

    [Fact]
    public void Does_not_apply_when_no_transfer_relies_on_clauses() =>
        Assert.Equal("No transfer relies on standard contractual clauses; 2 recipients checked.",
            _requirement.Assess(new GivenTransfers("IL", TransferMechanism.Adequacy).Shop).ShouldBe(Outcome.NotApplicable).Summary);

    [Fact]
    public void An_empty_shop_is_a_question() => _requirement.Assess(GivenShop.EmptyShop()).ShouldAsk("Who receives personal data");

    [Fact]
    public void An_unknown_shop_is_a_question() => _requirement.Assess(GivenShop.UnknownShop()).ShouldBe(Outcome.NotAssessed);

    private Verdict Assess() => _requirement.Assess(_given.Shop);
}
