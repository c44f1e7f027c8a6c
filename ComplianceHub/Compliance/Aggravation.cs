using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance;

/// <summary>
/// What makes a breach weigh more (catalogue 1.2): special categories, children, sale or sharing of sensitive
/// information, a transfer without mechanism, large scale. Unknown does not aggravate.
/// </summary>
internal static class Aggravation
{
    /// <summary>What aggravates in an activity or one of its active disclosures, in words; null when nothing does.</summary>
    public static string? ReasonOf(ProcessingActivity activity, ShopSnapshot shop) =>
        OfActivity(activity)
        ?? OfData(shop.ElementsOf(activity))
        ?? shop.DisclosuresOf(activity).Select(disclosure => OfRecipient(disclosure, activity, shop)).OfType<string>().Order(StringComparer.Ordinal).FirstOrDefault();

    /// <summary>What aggravates in a disclosure or its activity, in words; null when nothing does.</summary>
    public static string? ReasonOf(Disclosure disclosure, ShopSnapshot shop) => shop.Activity(disclosure.ActivityId) is { } activity
        ? OfActivity(activity) ?? OfData(DataOf(disclosure, activity, shop)) ?? OfRecipient(disclosure, activity, shop)
        : null;

    /// <summary>What aggravates in some disclosures of one third party, in words; null when nothing does.</summary>
    public static string? ReasonOf(IEnumerable<Disclosure> disclosures, ShopSnapshot shop) =>
        disclosures.Select(disclosure => ReasonOf(disclosure, shop)).OfType<string>().Order(StringComparer.Ordinal).FirstOrDefault();

    /// <summary>Whether anything aggravates in an activity.</summary>
    public static bool IsInvolvedIn(ProcessingActivity activity, ShopSnapshot shop) => ReasonOf(activity, shop) is not null;

    private static string? OfActivity(ProcessingActivity activity) => activity switch
    {
        { LargeScale: Answer.Yes } => "large scale",
        { ChildrenData: Answer.Yes } => "data of children",
        _ when activity.Subjects.Contains(DataSubjectCategory.Children) => "data of children",
        _ => null,
    };

    private static string? OfData(IEnumerable<DataElement> data) => data.Any(element => element.SpecialCategory is not null) ? "special categories of data" : null;

    private static string? OfRecipient(Disclosure disclosure, ProcessingActivity activity, ShopSnapshot shop)
    {
        if (IsSensitiveSale(disclosure, activity, shop))
            return "sale or sharing of sensitive information";
        return LacksMechanism(disclosure, shop) ? "a transfer without mechanism" : null;
    }

    private static bool IsSensitiveSale(Disclosure disclosure, ProcessingActivity activity, ShopSnapshot shop) =>
        (disclosure.IsSale == Answer.Yes || disclosure.IsCrossContextAdvertising == Answer.Yes)
        && DataOf(disclosure, activity, shop).Any(element =>
            element.SensitiveInformation is not null || element.Categories.Contains(PersonalInformationCategory.SensitivePersonalInformation));

    private static bool LacksMechanism(Disclosure disclosure, ShopSnapshot shop) =>
        shop.ThirdCountryFlowsOf(disclosure).Any(flow => !flow.HasMechanism);

    // Where nobody recorded which data are disclosed, any of the activity's may be.
    private static IEnumerable<DataElement> DataOf(Disclosure disclosure, ProcessingActivity activity, ShopSnapshot shop) =>
        disclosure.ElementIds.Count == 0 ? shop.ElementsOf(activity) : disclosure.ElementIds.Select(shop.Element).OfType<DataElement>();
}
