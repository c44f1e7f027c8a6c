using ComplianceHub.Compliance.Shapes;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>No card verification code, PIN or track is kept after authorisation.</summary>
public sealed class NoCardCodeIsKept() : AllOrFailRecordRequirement<RegisterRecord>(
    "PCI-3-3-1", "PCI DSS v4.0.1 req. 3.3.1", "No card verification code is kept after authorisation", Severity.Blocker)
{
    private const int AttestationMonths = 12;

    /// <inheritdoc />
    public override Area Area => GdprAreas.Security;

    /// <inheritdoc />
    public override string Duty =>
        "The card schemes forbid to keep verification code, PIN or track after the payment is authorised. Keeping them shows that Art. 32 GDPR is not met.";

    /// <inheritdoc />
    public override string Guidance => "Purge the code and take payments through hosted fields of the payment provider. Set its retention to 0 days.";

    /// <inheritdoc />
    public override string EvidenceWanted => "PCI self-assessment questionnaire (SAQ) or attestation of compliance (AOC)";

    /// <inheritdoc />
    public override int? ValidMonths => AttestationMonths;

    /// <inheritdoc />
    public override string? Question => "Is a PCI self-assessment questionnaire or an attestation of compliance of the last 12 months on file?";

    /// <inheritdoc />
    public override Effort Effort => Effort.Medium;

    /// <inheritdoc />
    protected override string QuestionIfNone => "Which activities process personal data, and which data do they keep?";

    /// <inheritdoc />
    protected override Gate When(ShopSnapshot shop) => shop.Shop.Profile.AcceptsCards switch
    {
        Answer.Yes => Gate.Yes("The shop takes card payments."),
        Answer.No => Gate.No("The shop takes no card payments."),
        _ => Gate.Unknown("Does the shop take card payments?"),
    };

    /// <inheritdoc />
    protected override string Count(int met, int total) => met == total
        ? $"No card verification code is kept; {total} activities and retention rules checked."
        : $"{met} of {total} activities and retention rules keep no card verification code.";

    /// <inheritdoc />
    protected override IEnumerable<RegisterRecord> Population(ShopSnapshot shop)
    {
        var activities = shop.ActiveActivities;
        return activities.Count == 0 ? [] : [.. activities, .. shop.RetentionRules.Where(rule => Forbidden(rule.ElementIds, shop).Any())];
    }

    /// <inheritdoc />
    protected override IEnumerable<Defect> Inspect(RegisterRecord item, ShopSnapshot shop) => item switch
    {
        ProcessingActivity activity => Forbidden(activity.ElementIds, shop)
            .Where(element => element.SystemIds.Count > 0 || !IsNeverStored(activity, element, shop))
            .Select(element => Hard($"stored-{element.Id:N}", $"{element.Name} is stored.")),
        RetentionRule { Period.IsNever: true } => [],
        RetentionRule rule => Forbidden(rule.ElementIds, shop)
            .Select(element => Hard($"period-{element.Id:N}", $"{element.Name} is kept ({Period(rule)}); it must never be stored.") with { Fix = "Set the period to 0 days: never stored." }),
        _ => [],
    };

    /// <inheritdoc />
    protected override IEnumerable<Finding> InspectWhole(ShopSnapshot shop)
    {
        var latest = shop.Attestations.Where(attestation => attestation.RequirementId == Id && shop.Reached(attestation.StatedOn))
            .MaxBy(attestation => (attestation.StatedOn, attestation.Id));
        var isValid = latest is { Answer: AttestationAnswer.Yes } && !shop.IsOver(latest.ValidUntil) && !shop.IsOlderThan(latest.StatedOn, AttestationMonths)
            && latest.EvidenceIds.Exists(id => shop.Evidence.Any(file => file.Id == id));
        if (!isValid)
        {
            yield return (Soft("no-attestation", $"No PCI self-assessment or attestation of compliance of the last 12 months is on file.") with { Action = FixAction.Attest })
                .On(latest?.Ref() ?? shop.Shop.Ref(), "Answer the question and file the questionnaire.");
        }
    }

    private static IEnumerable<DataElement> Forbidden(IEnumerable<Guid> elements, ShopSnapshot shop) =>
        elements.Select(shop.Element).OfType<DataElement>().Where(element => element.IsForbiddenAfterAuthorisation);

    // Used at the till, but a rule of 0 days says that it is never written down.
    private static bool IsNeverStored(ProcessingActivity activity, DataElement element, ShopSnapshot shop) =>
        shop.RetentionRulesOf(activity).Any(rule => rule.Period is { IsNever: true } && rule.Covers(activity, element));

    private static string Period(RetentionRule rule) => rule switch
    {
        { IsIndefinite: true } => "without end",
        { Period: { } period } => period.ToString(),
        _ => "no period of 0 days",
    };
}
