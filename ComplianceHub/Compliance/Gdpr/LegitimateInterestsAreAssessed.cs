using ComplianceHub.Compliance.Shapes;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>GDPR-6-1-f: whoever relies on legitimate interests has weighed them against those of the people concerned.</summary>
public sealed class LegitimateInterestsAreAssessed() : GradedRecordRequirement<ProcessingActivity>(
    "GDPR-6-1-f", "Art. 6(1)(f), 13(1)(d), recital 47 GDPR", "Legitimate interests are assessed", Severity.High)
{
    private const int FreshMonths = 24;

    /// <inheritdoc />
    public override Area Area => GdprAreas.Lawfulness;

    /// <inheritdoc />
    public override string Duty =>
        "Legitimate interests carry a purpose only when they are not overridden by the interests of the people concerned: the interest, the necessity, the balance and the safeguards are assessed and approved.";

    /// <inheritdoc />
    public override string Guidance => "Complete the three-step assessment of legitimate interests. Name the interest, show the necessity, weigh the balance, list safeguards and have it approved.";

    /// <inheritdoc />
    public override string EvidenceWanted => "Assessment of legitimate interests";

    /// <inheritdoc />
    public override int? ValidMonths => FreshMonths;

    /// <inheritdoc />
    public override string? FineProvision => "Art. 83(5)";

    /// <inheritdoc />
    public override Effort Effort => Effort.Medium;

    /// <inheritdoc />
    protected override string QuestionIfNone => Questions.Activities;

    /// <inheritdoc />
    protected override IEnumerable<ProcessingActivity> Population(ShopSnapshot shop) => shop.ActiveActivities.Where(activity =>
        activity.OurRole != ControllerRole.Processor && activity.Bases.Exists(basis => basis.Basis == LawfulBasis.LegitimateInterests));

    /// <inheritdoc />
    protected override Verdict IfEmpty(ShopSnapshot shop) => shop.ActiveActivities.Count == 0
        ? Verdict.NotAssessed(QuestionIfNone)
        : Verdict.NotApplicable($"No activity relies on legitimate interests; {shop.ActiveActivities.Count} checked.");

    /// <inheritdoc />
    protected override IEnumerable<Defect> Inspect(ProcessingActivity item, ShopSnapshot shop)
    {
        if (LegitimateInterestsAssessment.Of(item, shop) is not { } assessment)
            return [Hard("missing", $"No assessment of legitimate interests is on file.") with { Action = FixAction.AddAssessment, Repair = "assessment" }];
        return InspectAssessment(assessment, shop).Select(defect => defect with { Record = assessment.Ref() }).Concat(Children(item));
    }

    private static IEnumerable<Defect> InspectAssessment(Assessment assessment, ShopSnapshot shop)
    {
        if (assessment.Outcome == AssessmentOutcome.NotAdequate)
            yield return Hard("negative", $"The assessment came to a negative result: the interests of people override.");
        if (assessment.Outcome == AssessmentOutcome.Open)
            yield return Hard("undecided", $"The assessment has no result.");
        var missing = string.Join(", ", Missing(assessment));
        if (assessment.EvidenceId is null && missing.Length > 0)
            yield return Hard("incomplete", $"The assessment says nothing on {missing}, and no file is attached.");
        if (string.IsNullOrWhiteSpace(assessment.ApprovedBy))
            yield return Soft("not-approved", $"Nobody has approved the assessment.");
        if (shop.IsOlderThan(assessment.CompletedOn!.Value, FreshMonths))
            yield return Soft("old", $"Completed on {assessment.CompletedOn:d MMM yyyy}, more than 24 months ago.");
        else if (shop.IsOver(assessment.ValidUntil))
            yield return Soft("lapsed", $"Valid until {assessment.ValidUntil:d MMM yyyy}.");
    }

    private static IEnumerable<Defect> Children(ProcessingActivity activity)
    {
        if (activity.ChildrenData == Answer.Yes || activity.Subjects.Contains(DataSubjectCategory.Children))
            yield return Soft("children", $"The people concerned include children, whose interests weigh more.");
    }

    private static IEnumerable<string> Missing(Assessment assessment) =>
        new (string Name, string? Text)[]
        {
            ("the interest", assessment.Interest), ("the necessity", assessment.Necessity),
            ("the balance", assessment.Balancing), ("the safeguards", assessment.Safeguards),
        }.Where(part => string.IsNullOrWhiteSpace(part.Text)).Select(part => part.Name);

    /// <inheritdoc />
    protected override string Count(int met, int total) => $"{met} of {total} activities that rely on legitimate interests have a positive assessment.";
}
