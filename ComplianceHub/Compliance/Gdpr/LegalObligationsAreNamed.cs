using ComplianceHub.Compliance.Law;
using ComplianceHub.Compliance.Shapes;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>One purpose that rests on a legal obligation.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Basis">The basis with its law.</param>
public sealed record LegalObligationUse(ProcessingActivity Activity, PurposeBasis Basis);

/// <summary>GDPR-6-1-c: a legal obligation is one of Union or Member State law that binds the controller itself.</summary>
public sealed class LegalObligationsAreNamed() : AllOrFailRequirement<LegalObligationUse>(
    "GDPR-6-1-c", "Art. 6(1)(c), 6(3) GDPR", "Legal obligations are named", Severity.Medium)
{
    private const string Union = "EU";

    /// <inheritdoc />
    public override Area Area => GdprAreas.Lawfulness;

    /// <inheritdoc />
    public override string Duty =>
        "A legal obligation carries a purpose only when Union law or the law of a Member State lays it down and binds this controller. A statute of the United States is none, and a duty of the payment provider is not the shop's.";

    /// <inheritdoc />
    public override string Guidance => "Cite the law of the Union or a Member State that binds the business itself, or choose another basis.";

    /// <inheritdoc />
    public override string EvidenceWanted => "Citation of the law";

    /// <inheritdoc />
    public override int? ValidMonths => 24;

    /// <inheritdoc />
    public override string? FineProvision => "Art. 83(5)";

    /// <inheritdoc />
    protected override string QuestionIfNone => Questions.Activities;

    /// <inheritdoc />
    protected override IEnumerable<LegalObligationUse> Population(ShopSnapshot shop) =>
        from activity in shop.ActiveActivities
        where activity.OurRole != ControllerRole.Processor
        from basis in activity.Bases
        where basis.Basis == LawfulBasis.LegalObligation
        select new LegalObligationUse(activity, basis);

    /// <inheritdoc />
    protected override Verdict IfEmpty(ShopSnapshot shop) => shop.ActiveActivities.Count == 0
        ? Verdict.NotAssessed(QuestionIfNone)
        : Verdict.NotApplicable($"No activity relies on a legal obligation; {shop.ActiveActivities.Count} checked.");

    /// <inheritdoc />
    protected override IEnumerable<Defect> Inspect(LegalObligationUse item, ShopSnapshot shop)
    {
        var basis = item.Basis;
        if (string.IsNullOrWhiteSpace(basis.LegalReference))
        {
            yield return Hard("no-law", $"“{PurposeOf(item)}” relies on a legal obligation, but no law is named.") with { Repair = $"law-{basis.PurposeCode}" };
            yield break;
        }

        if (basis.LegalReferenceJurisdiction is not { Length: > 0 } jurisdiction)
            yield return Soft("whose-law", $"It is not recorded whose law “{basis.LegalReference}” is.");
        else if (jurisdiction != Union && !Eea.Contains(jurisdiction))
            yield return Hard("foreign-law", $"“{basis.LegalReference}” is law of {Country.NameOf(jurisdiction)}, not of the Union or a Member State.");
        if (basis.BindsController == Answer.No)
            yield return Hard("not-bound", $"“{basis.LegalReference}” binds somebody else, not this controller.");
        if (basis.BindsController == Answer.Unknown)
            yield return Soft("bound-unknown", $"It is not recorded whether “{basis.LegalReference}” binds this controller itself.");
    }

    private static string PurposeOf(LegalObligationUse item) =>
        item.Activity.Purposes.Find(purpose => purpose.Code == item.Basis.PurposeCode) is { } purpose ? PurposeUse.NameOf(purpose) : item.Basis.PurposeCode;

    /// <inheritdoc />
    protected override RecordRef RefOf(LegalObligationUse item, ShopSnapshot shop) => item.Activity.Ref();

    /// <inheritdoc />
    protected override string NameOf(LegalObligationUse item, ShopSnapshot shop) => $"{item.Activity.Name} → {PurposeOf(item)}";

    /// <inheritdoc />
    protected override string Count(int met, int total) => $"{met} of {total} purposes that rely on a legal obligation name the law.";
}
