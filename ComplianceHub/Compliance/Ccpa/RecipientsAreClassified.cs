using ComplianceHub.Compliance.Shapes;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Ccpa;

/// <summary>Each recipient of Californians' information has a role, and sale and sharing are decided (§ 1798.140).</summary>
public sealed class RecipientsAreClassified() : GradedRequirement<Disclosure>(
    "CCPA-ROLE", "§ 1798.140(j), (ad), (ag), (ah), (ai)", "Every recipient is classified, sale and sharing are decided", Severity.High)
{
    /// <inheritdoc />
    public override Area Area => CcpaAreas.Contracts;

    /// <inheritdoc />
    public override string Duty => "Each recipient is a service provider, a contractor or a third party, or the consumer directs the disclosure; for each disclosure it is decided whether it is a sale or sharing.";

    /// <inheritdoc />
    public override string Guidance => "Decide the recipient's role, and whether it is a sale or sharing. Who uses the data for its own purposes is a third party; a sale needs no money, any valuable consideration will do.";

    /// <inheritdoc />
    public override string EvidenceWanted => "Signed terms and their review";

    /// <inheritdoc />
    public override int? ValidMonths => 24;

    /// <inheritdoc />
    public override string? FineProvision => CcpaCatalogue.FineProvision;

    /// <inheritdoc />
    protected override string QuestionIfNone => "Which third parties receive Californians' information, and in which role?";

    /// <inheritdoc />
    protected override Gate When(ShopSnapshot shop) => Gates.Ccpa(shop);

    /// <inheritdoc />
    protected override IEnumerable<Disclosure> Population(ShopSnapshot shop) => shop.CalifornianDisclosures;

    /// <inheritdoc />
    protected override Verdict IfEmpty(ShopSnapshot shop) =>
        Recipients.NoneOf(shop, $"No third party receives Californians' information; {shop.ActiveDisclosures.Count} disclosures checked.");

    /// <inheritdoc />
    protected override IEnumerable<Defect> Inspect(Disclosure item, ShopSnapshot shop)
    {
        if (item.CcpaRole is null)
            yield return Hard("no-role", $"The role under the CCPA is undecided.");
        if (item.IsSale == Answer.Unknown)
            yield return Hard("sale-undecided", $"Nobody decided whether it is a sale.");
        if (item.IsCrossContextAdvertising == Answer.Unknown)
            yield return Hard("sharing-undecided", $"Nobody decided whether it is sharing for cross-context advertising.");
        if (!string.IsNullOrWhiteSpace(item.CcpaRoleNote))
            yield break;
        if (item.CcpaRole == CcpaRole.ConsumerDirected)
            yield return Hard("no-direction-note", $"Nobody wrote down how the consumer directs the disclosure (§ 1798.140(ad)(2)(A)).");
        if (item.CcpaRole == CcpaRole.NoCaliforniaData)
            yield return Hard("no-reach-note", $"Nobody wrote down why no data of Californians reach the recipient.");
    }

    /// <inheritdoc />
    protected override RecordRef RefOf(Disclosure item, ShopSnapshot shop) => Recipients.Ref(shop, item);

    /// <inheritdoc />
    protected override string NameOf(Disclosure item, ShopSnapshot shop) => Recipients.NameOf(shop, item);

    /// <inheritdoc />
    protected override string Count(int met, int total) => $"{met} of {total} disclosures of Californians' information are classified.";
}
