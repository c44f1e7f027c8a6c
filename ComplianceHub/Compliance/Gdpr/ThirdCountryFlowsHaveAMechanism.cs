using ComplianceHub.Compliance.Shapes;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>Every flow of personal data to a third country has a mechanism that allows it.</summary>
public sealed class ThirdCountryFlowsHaveAMechanism() : GradedRequirement<ThirdCountryFlow>(
    "GDPR-44", "Art. 44–49 GDPR", "Every third-country flow has a mechanism", Severity.Blocker)
{
    /// <inheritdoc />
    public override Area Area => GdprAreas.Transfers;

    /// <inheritdoc />
    public override string Duty =>
        "Personal data may leave the European Economic Area only on the ground of an adequacy decision, safeguards or an exception. Remote access counts.";

    /// <inheritdoc />
    public override string Guidance =>
        "Agree on a transfer mechanism. Usually that is the right module of the standard contractual clauses with a transfer impact assessment; "
        + "else stop the access or choose a region in the EEA.";

    /// <inheritdoc />
    public override string EvidenceWanted => "Standard clauses, transfer impact assessment, or a print of the Data Privacy Framework entry";

    /// <inheritdoc />
    public override int? ValidMonths => 24;

    /// <inheritdoc />
    public override string? FineProvision => "Art. 83(5)";

    /// <inheritdoc />
    public override Effort Effort => Effort.Large;

    /// <inheritdoc />
    protected override string QuestionIfNone => FlowPopulation.Question;

    /// <inheritdoc />
    public override string FixTitle(Verdict verdict) =>
        NamesIn(verdict) is { Length: > 0 } names ? $"Agree on a transfer mechanism with {names}" : base.FixTitle(verdict);

    /// <inheritdoc />
    protected override string Count(int met, int total) => $"{met} of {total} flows have a mechanism.";

    /// <inheritdoc />
    protected override IEnumerable<ThirdCountryFlow> Population(ShopSnapshot shop) => shop.ThirdCountryFlows;

    /// <inheritdoc />
    protected override RecordRef RefOf(ThirdCountryFlow item, ShopSnapshot shop) => item.Ref();

    /// <inheritdoc />
    protected override Verdict IfEmpty(ShopSnapshot shop) => FlowPopulation.WithoutFlows(shop);

    // Catalogue: a hard defect here is always aggravated.
    /// <inheritdoc />
    protected override string? WhyAggravated(ThirdCountryFlow item, ShopSnapshot shop) => "";

    /// <inheritdoc />
    protected override IEnumerable<Defect> Inspect(ThirdCountryFlow item, ShopSnapshot shop)
    {
        if (!item.IsRecorded)
            return item.Disclosures.Select(disclosure => Unrecorded(disclosure, item));
        return item.Transfers
            .Select(transfer => MechanismDefect.Of(transfer, item, shop) is { } defect ? defect with { Record = transfer.Ref() } : null)
            .OfType<Defect>();
    }

    private static Defect Unrecorded(Disclosure disclosure, ThirdCountryFlow flow) =>
        Hard("no-transfer", $"No transfer to {Country.NameOf(flow.Country)} is recorded.") with
        {
            Record = disclosure.Ref(),
            Action = FixAction.AddTransfer,
            Repair = "transfer",
            Fix = "Record the transfer with the importer and what allows it, or stop it.",
        };

    // Where nobody knows the country, nobody can say that the list of flows is whole.
    /// <inheritdoc />
    protected override IEnumerable<Finding> InspectWhole(ShopSnapshot shop) =>
        FlowPopulation.WithoutCountry(shop).Select(vendor =>
            Soft("no-country", $"Its country is not recorded, so nobody can tell whether data leave the EEA.").On(vendor.Ref(), "Record the country of the third party."));
}
