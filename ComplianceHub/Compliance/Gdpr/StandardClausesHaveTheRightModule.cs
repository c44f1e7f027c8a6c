using ComplianceHub.Compliance.Law;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>Standard contractual clauses are signed in the module that the roles ask for, with their annexes.</summary>
public sealed class StandardClausesHaveTheRightModule() : MechanismRequirement(
    "GDPR-46-SCC", "Art. 46(2)(c) GDPR, Decision (EU) 2021/914", "The right module of the standard clauses is signed", Severity.Critical)
{
    /// <inheritdoc />
    public override string Duty => "Standard contractual clauses carry a transfer in the module for the roles of both parties, with completed annexes.";

    /// <inheritdoc />
    public override string Guidance => "Sign the right module of the clauses of 2021 and fill in its annexes. Then record the module and the annexes.";

    /// <inheritdoc />
    public override string EvidenceWanted => "Signed clauses with annexes I, II and, with specific authorisation, III";

    /// <inheritdoc />
    public override int? ValidMonths => 24;

    /// <inheritdoc />
    public override Effort Effort => Effort.Medium;

    /// <inheritdoc />
    protected override string MechanismName => "standard contractual clauses";

    /// <inheritdoc />
    public override string FixTitle(Verdict verdict) =>
        NamesIn(verdict) is { Length: > 0 } names ? $"Complete the standard contractual clauses with {names}" : base.FixTitle(verdict);

    /// <inheritdoc />
    protected override string Count(int met, int total) => $"{met} of {total} flows on standard clauses have the right module with its annexes.";

    /// <inheritdoc />
    protected override bool IsAbout(TransferMechanism mechanism) => mechanism == TransferMechanism.StandardContractualClauses;

    /// <inheritdoc />
    protected override IEnumerable<Defect> Inspect(Transfer transfer, ThirdCountryFlow flow, ShopSnapshot shop)
    {
        if (MechanismDefect.Of(transfer, flow, shop) is { } defect)
            yield return defect;
        var agreement = shop.Agreement(transfer.AgreementId);
        if (agreement?.IsPre2021StandardClauses == true)
            yield return Hard("pre-2021", $"These are clauses of before 2021; they cannot be used since 27 Dec 2022.") with { Record = agreement.Ref() };
        if (transfer.SccModule is { } module)
            foreach (var found in Roles(module, transfer, agreement, flow, shop).Concat(Annexes(module, transfer, agreement)))
                yield return found;
        if (transfer.ImporterSubjectToGdpr == Answer.Yes)
            yield return Soft("importer-under-gdpr", $"The importer itself falls under the GDPR (Art. 3(2)); the clauses of 2021 are not made for that (recital 7).") with { Fix = "Keep the clauses and watch for the new set that the Commission has announced." };
    }

    private static IEnumerable<Defect> Roles(SccModule module, Transfer transfer, Agreement? agreement, ThirdCountryFlow flow, ShopSnapshot shop)
    {
        List<SccModule> expected =
        [
            .. flow.Disclosures.Where(disclosure => transfer.DisclosureIds.Contains(disclosure.Id))
                .Select(disclosure => TransferMechanisms.ExpectedModule(shop.Activity(disclosure.ActivityId)?.OurRole, disclosure.GdprRole, transfer.IsOnward))
                .OfType<SccModule>().Distinct().Order(),
        ];
        if (expected.Count > 0 && !expected.Contains(module))
            yield return Hard("module", $"Module {module.Number()} is used; the roles ask for module {string.Join(" or ", expected.Select(one => one.Number()))}.");
        if (agreement is { SccModules.Count: > 0 } && !agreement.SccModules.Contains(module))
            yield return Hard("module-unsigned", $"The signed clauses do not contain module {module.Number()}.") with { Record = agreement.Ref() };
    }

    // Module 4 has no annex II; annex III lists sub-processors that are authorised one by one.
    private static IEnumerable<Defect> Annexes(SccModule module, Transfer transfer, Agreement? agreement)
    {
        if (!transfer.AnnexesFiled.Contains(1))
            yield return Hard("annex-1", $"Annex I (parties and transfer) is not filed.");
        if (module != SccModule.ProcessorToController && !transfer.AnnexesFiled.Contains(2))
            yield return Hard("annex-2", $"Annex II (security measures) is not filed.");
        if (module is SccModule.ControllerToProcessor or SccModule.ProcessorToProcessor
            && agreement?.SubProcessorAuthorisation == SubProcessorAuthorisation.Specific
            && !transfer.AnnexesFiled.Contains(3))
            yield return Hard("annex-3", $"Annex III (sub-processors) is not filed, though each one needs authorisation.");
    }
}
