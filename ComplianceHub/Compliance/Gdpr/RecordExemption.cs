using ComplianceHub.Domain;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>Whether the business may skip the record of processing (Art. 30(5) GDPR). A yes means that it may.</summary>
internal static class RecordExemption
{
    private const int Employees = 250;

    /// <summary>Fewer than 250 employed, and all processing occasional, without risk and without special or criminal data.</summary>
    public static Gate Of(ShopSnapshot shop) => shop.Index.Gate(nameof(RecordExemption), Decide);

    private static Gate Decide(ShopSnapshot shop)
    {
        var activities = shop.ActiveActivities;
        if (shop.LegalEntity.Employees is not { } employees)
            return Gate.Unknown([AskEmployees, .. activities.Count == 0 ? [Questions.Activities] : Array.Empty<string>()]);
        if (activities.Count == 0)
            return Gate.Unknown(Questions.Activities);
        var regular = activities.Count(activity => activity.Occasional == Answer.No);
        var risky = activities.Count(activity => activity.RiskToPeople == Answer.Yes);
        var special = activities.Count(activity => SpecialData.IsUsedBy(activity, shop));
        List<string> reasons =
        [
            .. If(employees >= Employees, $"{employees:N0} people are employed, 250 or more"),
            .. If(regular > 0, $"selling online is not occasional ({regular} of {activities.Count} activities are not)"),
            .. If(risky > 0, $"a risk to people is likely ({risky} of {activities.Count} activities)"),
            .. If(special > 0, $"special or criminal data are used ({special} of {activities.Count} activities)"),
        ];
        if (reasons.Count > 0)
            return Gate.No($"Exemption not available: {string.Join("; ", reasons)}.");
        List<string> open =
        [
            .. If(activities.Any(activity => activity.Occasional == Answer.Unknown), Questions.About("Does it happen only now and then: {0}?", activities.Where(activity => activity.Occasional == Answer.Unknown))),
            .. If(activities.Any(activity => activity.RiskToPeople == Answer.Unknown), Questions.About("Is a risk to people likely: {0}?", activities.Where(activity => activity.RiskToPeople == Answer.Unknown))),
        ];
        return open.Count > 0
            ? Gate.Unknown(open)
            : Gate.Yes($"Exemption available: {employees:N0} people are employed, and all {activities.Count} activities are occasional, without risk to people and without special or criminal data.");
    }

    private const string AskEmployees = "How many people does the business employ?";

    private static IEnumerable<string> If(bool applies, string text) => applies ? [text] : [];
}
