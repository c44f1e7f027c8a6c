using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Ccpa;

/// <summary>A category of personal information with the activities about Californians that use it.</summary>
/// <param name="Category">The category of § 1798.140(v)(1).</param>
/// <param name="Uses">Each use: an activity with a datum of the category.</param>
public sealed record CategoryInUse(PersonalInformationCategory Category, IReadOnlyList<(ProcessingActivity Activity, DataElement Element)> Uses)
{
    /// <summary>The activities that use it, by name.</summary>
    public IEnumerable<ProcessingActivity> Activities =>
        Uses.Select(use => use.Activity).Distinct().OrderBy(activity => activity.Name, StringComparer.Ordinal).ThenBy(activity => activity.Id);
}

/// <summary>What the registers say about people in California, "ca(a)" of catalogue 1.2.</summary>
internal static class Californians
{
    /// <summary>The active activities about Californians.</summary>
    public static IEnumerable<ProcessingActivity> Activities(ShopSnapshot shop) => shop.ActiveActivities.Where(ShopSnapshot.IsCalifornian);

    /// <summary>The categories that some activities use, in the order of their letters.</summary>
    public static IEnumerable<CategoryInUse> Categories(ShopSnapshot shop, IEnumerable<ProcessingActivity> activities) =>
        from activity in activities
        from element in shop.ElementsOf(activity)
        from category in element.Categories.Distinct()
        group (activity, element) by category into uses
        orderby uses.Key
        select new CategoryInUse(uses.Key, [.. uses]);

    /// <summary>The categories of the data that a disclosure gives; without a list of data, those of the whole activity.</summary>
    public static IEnumerable<PersonalInformationCategory> CategoriesOf(ShopSnapshot shop, Disclosure disclosure)
    {
        var elements = disclosure.ElementIds.Count > 0 || shop.Activity(disclosure.ActivityId) is not { } activity
            ? disclosure.ElementIds.Select(shop.Element).OfType<DataElement>()
            : shop.ElementsOf(activity);
        return elements.SelectMany(element => element.Categories).Distinct();
    }

    /// <summary>Soft findings for data about Californians that nobody has put into a category: no rule by category sees them.</summary>
    public static IEnumerable<Finding> WithoutCategory(ShopSnapshot shop) =>
        Activities(shop).SelectMany(shop.ElementsOf).Distinct().Where(element => element.Categories.Count == 0)
            .Select(element => new Defect(FindingSeverity.Soft, "no-category", $"No category of the CCPA is recorded.")
                .On(element.Ref(), "Choose the categories of § 1798.140(v)(1) that the datum falls in."));

    /// <summary>The verdict where no activity about Californians has anything to check: a question while the registers cannot tell.</summary>
    public static Verdict NoneOf(ShopSnapshot shop, string question, string fact)
    {
        if (shop.ActiveActivities.Count == 0)
            return Verdict.NotAssessed(question);
        var open = WithoutPlace(shop).Concat(WithoutData(shop)).ToList();
        return open.Count > 0 ? Verdict.NotAssessed(open) : Verdict.NotApplicable(fact);
    }

    /// <summary>Questions about activities of which nobody recorded where the people concerned are.</summary>
    public static IEnumerable<string> WithoutPlace(ShopSnapshot shop) =>
        Ask(shop.ActiveActivities.Where(activity => activity.SubjectJurisdictions.Count == 0),
            names => $"Where are the people whose data these activities use: {names}?");

    private static IEnumerable<string> WithoutData(ShopSnapshot shop) =>
        Ask(Activities(shop).Where(activity => !shop.ElementsOf(activity).Any(element => element.Categories.Count > 0)),
            names => $"Which categories of personal information do these activities use: {names}?");

    private static IEnumerable<string> Ask(IEnumerable<ProcessingActivity> activities, Func<string, string> question)
    {
        var names = activities.Select(activity => activity.Name).Order(StringComparer.Ordinal).ToList();
        return names.Count == 0 ? [] : [question(string.Join(", ", names))];
    }
}
