using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>Whether a data protection officer must be designated (Art. 37(1) GDPR, § 38 BDSG).</summary>
internal static class DataProtectionOfficerDuty
{
    private const int GermanThreshold = 20;

    /// <summary>Yes with the fact that asks for one; no when nothing does; unknown while a fact is missing.</summary>
    public static Gate Of(ShopSnapshot shop) => shop.Index.Gate(nameof(DataProtectionOfficerDuty), Decide);

    private static Gate Decide(ShopSnapshot shop)
    {
        var isGerman = shop.Establishments.Contains("DE");
        var persons = shop.LegalEntity.PersonsConstantlyProcessing;
        if (isGerman && persons >= GermanThreshold)
            return Gate.Yes($"Required: {persons:N0} people constantly process personal data, 20 or more (§ 38 BDSG).");
        var activities = shop.ActiveActivities;
        if (activities.Where(activity => Asks(activity, shop) == Answer.Yes).Select(activity => activity.Name).Order(StringComparer.Ordinal).FirstOrDefault() is { } name)
            return Gate.Yes($"Required: “{name}” is a core activity with large-scale monitoring or special data (Art. 37(1)(b), (c)).");
        List<string> open =
        [
            .. If(shop.Establishments.Count == 0, Questions.Establishments),
            .. If(isGerman && persons is null, "How many people constantly process personal data automatically (§ 38 BDSG)?"),
            .. If(activities.Count == 0, Questions.Activities),
        ];
        var unknown = activities.Where(activity => Asks(activity, shop) == Answer.Unknown).ToList();
        if (unknown.Count > 0)
            open.Add(Questions.About("Is it a core activity, on a large scale, or systematic monitoring: {0}?", unknown));
        return open.Count > 0
            ? Gate.Unknown(open)
            : Gate.No("No data protection officer is required: no core activity monitors people or uses special data on a large scale" + (isGerman ? $", and {persons:N0} people constantly process personal data, fewer than 20." : "."));
    }

    /// <summary>Whether somebody holds the office.</summary>
    public static bool IsDesignated(ShopSnapshot shop) => Officers(shop).Any();

    /// <summary>Those who hold the office.</summary>
    public static IEnumerable<ResponsiblePerson> Officers(ShopSnapshot shop) =>
        shop.People.Where(person => person.Role == ResponsibleRole.DataProtectionOfficer && shop.Holds(person));

    // Core, and on a large scale, and (monitoring or special data): one no decides, else an unknown leaves it open.
    private static Answer Asks(ProcessingActivity activity, ShopSnapshot shop)
    {
        var about = SpecialData.IsUsedBy(activity, shop) ? Answer.Yes : activity.SystematicMonitoring;
        Answer[] prongs = [activity.CoreActivity, activity.LargeScale, about];
        return prongs.Contains(Answer.No) ? Answer.No : prongs.Contains(Answer.Unknown) ? Answer.Unknown : Answer.Yes;
    }

    private static IEnumerable<string> If(bool missing, string question) => missing ? [question] : [];
}
