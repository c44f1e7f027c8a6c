using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance;

/// <summary>
/// What makes a breach weigh more (catalogue 1.2): special categories, children, sale or sharing of sensitive
/// information, a transfer without mechanism, large scale. Unknown does not aggravate.
/// </summary>
internal static class Aggravation
{
    public static bool IsInvolvedIn(ProcessingActivity activity, ShopSnapshot shop) =>
        IsLargeOrAboutChildren(activity)
        || shop.ElementsOf(activity).Any(element => element.SpecialCategory is not null)
        || shop.DisclosuresOf(activity).Any(disclosure => IsSensitiveSale(disclosure, activity, shop) || LacksMechanism(disclosure, shop));

    public static bool IsInvolvedIn(Disclosure disclosure, ShopSnapshot shop) =>
        shop.Activity(disclosure.ActivityId) is { } activity
        && (IsLargeOrAboutChildren(activity)
            || DataOf(disclosure, activity, shop).Any(element => element.SpecialCategory is not null)
            || IsSensitiveSale(disclosure, activity, shop)
            || LacksMechanism(disclosure, shop));

    private static bool IsLargeOrAboutChildren(ProcessingActivity activity) =>
        activity.LargeScale == Answer.Yes || activity.ChildrenData == Answer.Yes || activity.Subjects.Contains(DataSubjectCategory.Children);

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
