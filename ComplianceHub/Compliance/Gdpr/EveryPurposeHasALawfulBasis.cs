using ComplianceHub.Compliance.Law;
using ComplianceHub.Compliance.Shapes;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>GDPR-6-1: every purpose rests on one lawful basis that can carry it.</summary>
public sealed class EveryPurposeHasALawfulBasis() : GradedRequirement<PurposeUse>(
    "GDPR-6-1", "Art. 6(1) GDPR", "Every purpose has a lawful basis", Severity.Blocker)
{
    /// <inheritdoc />
    public override Area Area => GdprAreas.Lawfulness;

    /// <inheritdoc />
    public override string Duty =>
        "Processing is lawful only on one of six bases: consent, contract, legal obligation, vital interests, public task or legitimate interests. Each purpose has one, and what the basis itself asks for is on record.";

    /// <inheritdoc />
    public override string Guidance => "Choose a lawful basis that can carry the purpose. Advertising and analytics need consent; then adapt the notice.";

    /// <inheritdoc />
    public override string EvidenceWanted => "Activity record with the basis of each purpose";

    /// <inheritdoc />
    public override int? ValidMonths => 24;

    /// <inheritdoc />
    public override string? FineProvision => "Art. 83(5)";

    /// <inheritdoc />
    public override Effort Effort => Effort.Medium;

    /// <inheritdoc />
    protected override string QuestionIfNone => Questions.Activities;

    /// <inheritdoc />
    protected override IEnumerable<PurposeUse> Population(ShopSnapshot shop) => PurposeUse.Of(shop);

    /// <inheritdoc />
    protected override Verdict IfEmpty(ShopSnapshot shop) => shop.ActiveActivities.Count == 0
        ? Verdict.NotAssessed(QuestionIfNone)
        : Verdict.NotApplicable($"The business is controller of no activity; {shop.ActiveActivities.Count} checked.");

    /// <inheritdoc />
    protected override IEnumerable<Defect> Inspect(PurposeUse item, ShopSnapshot shop)
    {
        if (item.Purpose is not { } purpose)
            return [Hard("no-purpose", $"No purpose is recorded, so none has a lawful basis.")];
        var bases = item.Activity.BasesOf(purpose).ToList();
        if (bases.Count == 0)
            return purpose is { Kind: PurposeKind.SoftOptIn, RestsOnSoftOptIn: true }
                ? []
                : [Hard("no-basis", $"“{PurposeUse.NameOf(purpose)}” has no lawful basis.")];
        var competing = bases.Select(basis => basis.Basis).Distinct().Order().ToList();
        return bases.SelectMany(basis => InspectBasis(basis, purpose, item.Activity, shop)).Concat(competing.Count < 2
            ? []
            : [Soft("competing", $"“{PurposeUse.NameOf(purpose)}” names {string.Join(" and ", competing.Select(LawfulBases.NameOf))}. Choose one.")]);
    }

    private static IEnumerable<Defect> InspectBasis(PurposeBasis basis, Purpose purpose, ProcessingActivity activity, ShopSnapshot shop)
    {
        var (name, relied) = (PurposeUse.NameOf(purpose), LawfulBases.NameOf(basis.Basis));
        switch (basis.Basis)
        {
            case LawfulBasis.Consent when !shop.ConsentForms.Any(form => form.ActivityIds.Contains(activity.Id)):
                yield return Hard("no-consent", $"“{name}” relies on {relied}, but no consent form is recorded.") with { Action = FixAction.AddConsentForm, Repair = "consent-form" };
                break;
            case LawfulBasis.Contract when IsAdvertising(purpose.Kind):
                yield return Hard("not-necessary", $"“{name}” relies on {relied}; it is not necessary to perform the contract.");
                break;
            case LawfulBasis.LegalObligation or LawfulBasis.PublicTask when string.IsNullOrWhiteSpace(basis.LegalReference):
                yield return Hard("no-law", $"“{name}” relies on {relied}, but no law is named.") with { Repair = $"law-{purpose.Code}" };
                break;
            case LawfulBasis.LegitimateInterests when LegitimateInterestsAssessment.Of(activity, shop) is null:
                yield return Hard("no-assessment", $"“{name}” relies on {relied}, but no assessment of them is on file.") with { Action = FixAction.AddAssessment, Repair = "assessment" };
                break;
        }

        if (basis.Basis is LawfulBasis.VitalInterests or LawfulBasis.PublicTask)
            yield return Soft("unusual", $"“{name}” relies on {relied}, which hardly ever fits a private shop.");
    }

    // None of these is needed to perform what the customer bought (EDPB Guidelines 2/2019).
    private static bool IsAdvertising(PurposeKind? kind) => kind is PurposeKind.Marketing or PurposeKind.SoftOptIn
        or PurposeKind.Retargeting or PurposeKind.Analytics or PurposeKind.PersonalisedAdvertising;

    /// <inheritdoc />
    protected override string? WhyAggravated(PurposeUse item, ShopSnapshot shop) => Aggravation.ReasonOf(item.Activity, shop);

    /// <inheritdoc />
    protected override RecordRef RefOf(PurposeUse item, ShopSnapshot shop) => item.Activity.Ref();

    /// <inheritdoc />
    protected override string NameOf(PurposeUse item, ShopSnapshot shop) => item is { Purpose: { } purpose, Activity.Purposes.Count: > 1 }
        ? $"{item.Activity.Name} → {PurposeUse.NameOf(purpose)}"
        : item.Activity.Name;

    /// <inheritdoc />
    protected override string Count(int met, int total) => $"{met} of {total} purposes have a lawful basis.";
}
