using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>The assessment of legitimate interests that counts for an activity (Art. 6(1)(f) GDPR).</summary>
internal static class LegitimateInterestsAssessment
{
    /// <summary>The latest completed one; null when there is none.</summary>
    public static Assessment? Of(ProcessingActivity activity, ShopSnapshot shop) =>
        shop.Assessments
            .Where(assessment => assessment is { Kind: AssessmentKind.LegitimateInterests, CompletedOn: { } completed }
                && assessment.ActivityIds.Contains(activity.Id) && shop.Reached(completed))
            .MaxBy(assessment => (assessment.CompletedOn, assessment.Id));
}
