using ComplianceHub.Compliance.Law;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>Whether a representative in the Union must be designated (Art. 27 GDPR).</summary>
internal static class RepresentativeDuty
{
    /// <summary>Yes under Art. 3(2) alone; no when established in the EEA or exempt by Art. 27(2)(a).</summary>
    public static Gate Of(ShopSnapshot shop) => shop.Index.Gate(nameof(RepresentativeDuty), Decide);

    private static Gate Decide(ShopSnapshot shop)
    {
        if (shop.Establishments.Count == 0)
            return Gate.Unknown(Questions.Establishments);
        if (shop.Establishments.FirstOrDefault(Eea.Contains) is { } country)
            return Gate.No($"The business is established in {Country.NameOf(country)}; a representative is for those without an establishment in the EEA.");
        var activities = shop.ActiveActivities;
        if (activities.Count == 0)
            return Gate.Unknown(Questions.Activities);
        if (Named(activities, activity => activity.Occasional == Answer.No) is { } regular)
            return Gate.Yes($"“{regular}” is not occasional (Art. 27(2)(a)).");
        if (Named(activities, activity => activity.RiskToPeople == Answer.Yes) is { } risky)
            return Gate.Yes($"“{risky}” is likely to be a risk to people (Art. 27(2)(a)).");
        if (Named(activities, activity => activity.LargeScale == Answer.Yes && SpecialData.IsUsedBy(activity, shop)) is { } large)
            return Gate.Yes($"“{large}” uses special or criminal data on a large scale (Art. 27(2)(a)).");
        List<string> open =
        [
            .. Ask(activities, activity => activity.Occasional == Answer.Unknown, "Does it happen only now and then: {0}?"),
            .. Ask(activities, activity => activity.RiskToPeople == Answer.Unknown, "Is a risk to people likely: {0}?"),
            .. Ask(activities, activity => activity.LargeScale == Answer.Unknown && SpecialData.IsUsedBy(activity, shop), "Is it on a large scale: {0}?"),
        ];
        return open.Count > 0
            ? Gate.Unknown(open)
            : Gate.No("Exempt by Art. 27(2)(a): all processing is occasional, without special or criminal data on a large scale, and unlikely to be a risk.");
    }

    // By name, so that the fact does not depend on the order of the records.
    private static string? Named(IReadOnlyList<ProcessingActivity> activities, Func<ProcessingActivity, bool> matches) =>
        activities.Where(matches).Select(activity => activity.Name).Order(StringComparer.Ordinal).FirstOrDefault();

    private static IEnumerable<string> Ask(IReadOnlyList<ProcessingActivity> activities, Func<ProcessingActivity, bool> matches, string question) =>
        activities.Any(matches) ? [Questions.About(question, activities.Where(matches))] : [];
}
