using ComplianceHub.Compliance.Law;
using ComplianceHub.Compliance.Shapes;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Ccpa;

/// <summary>Third parties that buy or share are bound by third-party terms (11 CCR § 7053).</summary>
public sealed class ThirdPartiesAreBoundByContract() : GradedRecordRequirement<Vendor>(
    "CCPA-7053", "§ 1798.100(d); 11 CCR §§ 7052–7053", "Every third party that data are sold to or shared with is bound by contract", Severity.High)
{
    /// <inheritdoc />
    public override Area Area => CcpaAreas.Contracts;

    /// <inheritdoc />
    public override string Duty => "A third party to which personal information is sold or with which it is shared is bound by a contract with the terms of § 7053(a); without it, it may not use the data (§ 7053(c)).";

    /// <inheritdoc />
    public override string Guidance => "Sign third-party terms. Then record them and review X1 to X6.";

    /// <inheritdoc />
    public override string EvidenceWanted => "Signed terms and their review";

    /// <inheritdoc />
    public override int? ValidMonths => 24;

    /// <inheritdoc />
    public override string? FineProvision => CcpaCatalogue.FineProvision;

    /// <inheritdoc />
    public override Effort Effort => Effort.Medium;

    /// <inheritdoc />
    protected override string QuestionIfNone => "Is any disclosure of Californians' information a sale, or sharing for cross-context advertising?";

    /// <inheritdoc />
    protected override Gate When(ShopSnapshot shop) => Gates.Ccpa(shop);

    /// <inheritdoc />
    protected override IEnumerable<Vendor> Population(ShopSnapshot shop)
    {
        var buyers = SaleAndSharing.Of(shop).SoldOrShared.Select(disclosure => disclosure.VendorId).ToHashSet();
        return shop.Vendors.Where(vendor => buyers.Contains(vendor.Id));
    }

    /// <inheritdoc />
    protected override Verdict IfEmpty(ShopSnapshot shop)
    {
        var sale = SaleAndSharing.Of(shop);
        if (sale.Undecided.Count > 0)
            return Verdict.NotAssessed($"Is it a sale, or sharing for cross-context advertising, to give data to {Recipients.Named(shop, sale.Undecided)}?");
        return Recipients.NoneOf(shop, sale.Possible.Count > 0
            ? $"No recipient is recorded as buying or sharing; possible sales to {Recipients.Named(shop, sale.Possible)} are judged under CCPA-7051."
            : $"Nothing is sold or shared; {shop.CalifornianDisclosures.Count} disclosures checked.");
    }

    /// <inheritdoc />
    protected override IEnumerable<Defect> Inspect(Vendor item, ShopSnapshot shop)
    {
        if (shop.InForce(item, AgreementKind.ThirdPartyContract) is not { } contract)
        {
            yield return Hard("no-contract", $"No third-party terms are in force; it may not use the data.") with
            {
                Action = FixAction.AddAgreement,
                Repair = "ccpa-third-party-terms",
            };
            yield break;
        }

        if (Codes(contract, ClauseFinding.Absent) is { Length: > 0 } absent)
            yield return Hard("terms-absent", $"Terms absent: {absent}.") with { Record = contract.Ref() };
        if (contract.PurposesAreGeneric)
            yield return Hard("generic-purposes", $"The purposes are described only in general words (§ 7053(a)(1)).") with { Record = contract.Ref() };
        if (Codes(contract, ClauseFinding.NotReviewed) is { Length: > 0 } open)
            yield return Soft("not-reviewed", $"Terms not reviewed: {open}.") with { Record = contract.Ref() };
    }

    /// <inheritdoc />
    protected override string Count(int met, int total) => $"{met} of {total} third parties that data are sold to or shared with are bound by all terms.";

    private static string Codes(Agreement contract, ClauseFinding finding) =>
        string.Join(", ", ClauseSets.ThirdParty.Where(clause => contract.FindingOf(clause.Code) == finding).Select(clause => clause.Code));
}
