using ComplianceHub.Compliance.Law;
using ComplianceHub.Compliance.Shapes;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Ccpa;

/// <summary>Service providers and contractors are bound by a contract with all the terms that make them so (11 CCR § 7051).</summary>
public sealed class ServiceProvidersAreBoundByContract() : GradedRecordRequirement<Vendor>(
    "CCPA-7051", "§§ 1798.100(d), 1798.140(ag), (j); 11 CCR §§ 7050–7051", "Every service provider and contractor is bound by a contract with all terms", Severity.Critical)
{
    private const int VerificationMonths = 12;

    /// <inheritdoc />
    public override Area Area => CcpaAreas.Contracts;

    /// <inheritdoc />
    public override string Duty => "A service provider or contractor is bound by a contract with the terms of § 7051(a) and specific business purposes. Without it the recipient is no service provider, and the disclosure may be a sale (§ 7050(e)).";

    /// <inheritdoc />
    public override string Guidance => "Sign the addendum for US states with the recipient. Then record it and review its terms S1 to S11.";

    /// <inheritdoc />
    public override string EvidenceWanted => "Signed terms and their review";

    /// <inheritdoc />
    public override int? ValidMonths => 24;

    /// <inheritdoc />
    public override string? FineProvision => CcpaCatalogue.FineProvision;

    /// <inheritdoc />
    public override Effort Effort => Effort.Medium;

    /// <inheritdoc />
    protected override string QuestionIfNone => "Which third parties receive Californians' information, and in which role?";

    /// <inheritdoc />
    protected override Gate When(ShopSnapshot shop) => Gates.Ccpa(shop);

    /// <inheritdoc />
    protected override IEnumerable<Vendor> Population(ShopSnapshot shop) => shop.Vendors.Where(vendor => Claims(vendor, shop).Any());

    /// <inheritdoc />
    protected override Verdict IfEmpty(ShopSnapshot shop)
    {
        List<Disclosure> undecided = [.. shop.CalifornianDisclosures.Where(disclosure => disclosure.CcpaRole is null)];
        return undecided.Count > 0
            ? Verdict.NotAssessed($"In which role under the CCPA do these third parties act: {Recipients.Named(shop, undecided)}?")
            : Recipients.NoneOf(shop, $"No recipient of Californians' information is a service provider or contractor; {shop.CalifornianDisclosures.Count} disclosures checked.");
    }

    /// <inheritdoc />
    protected override IEnumerable<Defect> Inspect(Vendor item, ShopSnapshot shop)
    {
        foreach (var disclosure in Claims(item, shop).Where(disclosure => disclosure.IsCrossContextAdvertising == Answer.Yes))
            yield return Hard("cross-context", $"Cross-context advertising is no service (§ 7050(b)).") with
            {
                Record = Recipients.Ref(shop, disclosure),
                Fix = "Reclassify the recipient as third party and sign third-party terms.",
            };

        if (shop.InForce(item, AgreementKind.ServiceProviderContract) is not { } contract)
        {
            yield return WithoutContract(item, shop);
            yield break;
        }

        var isContractor = Claims(item, shop).Any(disclosure => disclosure.CcpaRole == CcpaRole.Contractor);
        foreach (var defect in InspectTerms(contract, isContractor, shop))
            yield return defect with { Record = contract.Ref() };
    }

    /// <inheritdoc />
    protected override string? WhyAggravated(Vendor item, ShopSnapshot shop) => Aggravation.ReasonOf(Claims(item, shop), shop);

    /// <inheritdoc />
    protected override string Count(int met, int total) => $"{met} of {total} service providers and contractors are bound by all terms.";

    private static IEnumerable<Disclosure> Claims(Vendor vendor, ShopSnapshot shop) =>
        shop.DisclosuresTo(vendor).Where(disclosure =>
            SaleAndSharing.ClaimsServiceProvider(disclosure) && shop.Activity(disclosure.ActivityId) is { } activity && ShopSnapshot.IsCalifornian(activity));

    private static Defect WithoutContract(Vendor vendor, ShopSnapshot shop)
    {
        var ended = shop.AgreementsWith(vendor, AgreementKind.ServiceProviderContract).Where(contract => shop.IsOver(contract.EffectiveTo)).Max(contract => contract.EffectiveTo);
        var defect = ended is { } end
            ? Hard("expired", $"The service-provider terms ended on {end:d MMM yyyy}, so it counts as a third party.")
            : shop.InForce(vendor, AgreementKind.DataProcessingAgreement) is not null
                ? Hard("gdpr-only", $"GDPR agreement only, no CCPA terms, so it counts as a third party.")
                : Hard("no-contract", $"No service-provider terms are in force, so it counts as a third party.");
        return defect with { Action = FixAction.AddAgreement, Repair = "ccpa-terms" };
    }

    private static IEnumerable<Defect> InspectTerms(Agreement contract, bool isContractor, ShopSnapshot shop)
    {
        List<Clause> terms = [.. ClauseSets.ServiceProviderTerms, .. isContractor ? [ClauseSets.ContractorCertification] : (Clause[])[]];
        if (Codes(terms, contract, ClauseFinding.Absent) is { Length: > 0 } absent)
            yield return Hard("terms-absent", $"Terms absent: {absent}; without them it is no service provider.");
        if (contract.BusinessPurposes.Count == 0)
            yield return Hard("no-purposes", $"The contract names no business purposes (§ 7051(a)(2)).");
        else if (contract.PurposesAreGeneric)
            yield return Hard("generic-purposes", $"The business purposes are described only in general words (§ 7051(a)(2)).");
        // S11 binds subcontractors; S13 is new in 2026 and its text is not yet certain: neither unmakes a service provider.
        if (Codes(ClauseSets.ServiceProvider.Except(terms), contract, ClauseFinding.Absent) is { Length: > 0 } weak)
            yield return Soft("terms-weak", $"Terms absent: {weak}.");
        if (Codes([.. terms, .. ClauseSets.ServiceProvider.Where(clause => !clause.IsOptional).Except(terms)], contract, ClauseFinding.NotReviewed) is { Length: > 0 } open)
            yield return Soft("not-reviewed", $"Terms not reviewed: {open}.");
        if ((contract.VerificationRightsUsedOn ?? contract.EffectiveFrom) is { } used && shop.IsOlderThan(used, VerificationMonths))
            yield return Soft("not-verified", $"The rights to verify the recipient (S7) were not used in 12 months (§ 7051(c)).");
    }

    private static string Codes(IEnumerable<Clause> terms, Agreement contract, ClauseFinding finding) =>
        string.Join(", ", terms.Where(clause => contract.FindingOf(clause.Code) == finding).Select(clause => clause.Code));
}
