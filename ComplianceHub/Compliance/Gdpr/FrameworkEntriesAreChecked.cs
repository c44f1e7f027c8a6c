using ComplianceHub.Compliance.Law;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>Importers under the EU-US Data Privacy Framework are certified, somebody has looked, and clauses stand behind it.</summary>
/// <param name="requiresFallback">
/// Whether our policy asks for standard clauses that step in if the framework falls. A recommendation, no duty: its
/// authority lost its independence on 29 June 2026.
/// </param>
public sealed class FrameworkEntriesAreChecked(bool requiresFallback = true) : MechanismRequirement(
    "GDPR-45-DPF", "Decision (EU) 2023/1795", "Data Privacy Framework entries are checked", Severity.High)
{
    /// <summary>Months for which a look at the entry is good.</summary>
    internal const int CheckMonths = 12;

    /// <inheritdoc />
    public override string Duty => "Data may go to an importer in the United States under the Data Privacy Framework while that very company is certified for these data.";

    /// <inheritdoc />
    public override string Guidance => "Look the importer up on dataprivacyframework.gov and record its entry. Agree on standard contractual clauses as fallback.";

    /// <inheritdoc />
    public override string EvidenceWanted => "Print of the entry, and the fallback clauses";

    /// <inheritdoc />
    public override int? ValidMonths => CheckMonths;

    /// <inheritdoc />
    protected override string MechanismName => "the Data Privacy Framework";

    /// <inheritdoc />
    public override string FixTitle(Verdict verdict) =>
        NamesIn(verdict) is { Length: > 0 } names ? $"Check the Data Privacy Framework entry of {names}" : base.FixTitle(verdict);

    /// <inheritdoc />
    protected override string Count(int met, int total) => $"{met} of {total} importers under the Data Privacy Framework have a verified entry.";

    /// <inheritdoc />
    protected override bool IsAbout(TransferMechanism mechanism) => mechanism == TransferMechanism.DataPrivacyFramework;

    /// <inheritdoc />
    protected override IEnumerable<Defect> Inspect(Transfer transfer, ThirdCountryFlow flow, ShopSnapshot shop)
    {
        if (MechanismDefect.Of(transfer, flow, shop) is { } defect)
            yield return defect;
        else if (MechanismDefect.EntryOf(transfer, flow) is { } entry)
            foreach (var found in Verification(entry, shop).Concat(HumanResources(entry, flow, shop)))
                yield return found;
        if (requiresFallback && shop.Reached(TransferMechanisms.UnitedStatesReassessedFrom) && !HasFallback(transfer, flow, shop))
            yield return Soft("no-fallback", $"No standard clauses step in if the framework falls; it is contested after Trump v. Slaughter (29 Jun 2026).") with { Fix = "Agree on standard contractual clauses as fallback, and record them with the transfer." };
    }

    private static IEnumerable<Defect> Verification(DataPrivacyFramework entry, ShopSnapshot shop)
    {
        if (entry.VerifiedOn is not { } day || !shop.Reached(day))
            yield return Hard("never-verified", $"The entry was never looked up.");
        else if (shop.IsOlderThan(day, CheckMonths))
            yield return Soft("verified-old", $"The entry was last looked up on {day:d MMM yyyy}.");
    }

    private static IEnumerable<Defect> HumanResources(DataPrivacyFramework entry, ThirdCountryFlow flow, ShopSnapshot shop)
    {
        if (!flow.Disclosures.SelectMany(disclosure => disclosure.ElementIds).Select(shop.Element).Any(element => element?.IsHumanResources == true))
            yield break;
        if (entry.CoversHumanResources == Answer.No)
            yield return Hard("no-human-resources", $"The certification does not cover data about staff and applicants, which are transferred.");
        if (entry.CoversHumanResources == Answer.Unknown)
            yield return Soft("human-resources-open", $"Whether the certification covers data about staff and applicants is not recorded.");
    }

    private static bool HasFallback(Transfer transfer, ThirdCountryFlow flow, ShopSnapshot shop) =>
        (shop.Agreement(transfer.FallbackAgreementId) is { } fallback && shop.IsInForce(fallback))
        || (transfer.FallbackInDataProcessingAgreement && flow.Vendors.Any(vendor => shop.InForce(vendor, AgreementKind.DataProcessingAgreement) is not null));
}
