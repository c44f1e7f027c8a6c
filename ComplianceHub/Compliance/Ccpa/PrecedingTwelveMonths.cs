using ComplianceHub.Compliance.Law;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Ccpa;

/// <summary>
/// The categories that a California policy must list for the preceding 12 months (§ 1798.130(a)(5)(B), (C)), computed
/// from the registers: those that must be listed, and those that may be.
/// </summary>
internal sealed class PrecedingTwelveMonths(ShopSnapshot shop)
{
    private const int Months = 12;

    /// <summary>Disclosures of Californians' information that went on at some time in the period.</summary>
    private readonly IReadOnlyList<Disclosure> _disclosures =
    [
        .. shop.Disclosures.Where(disclosure =>
            shop.Activity(disclosure.ActivityId) is { Status: not ActivityStatus.Draft } activity
            && ShopSnapshot.IsCalifornian(activity)
            && SaleAndSharing.ReachesCalifornians(disclosure)
            && (disclosure.Since is not { } since || shop.Reached(since))
            && (disclosure.Until is not { } until || !shop.IsOlderThan(until, Months))),
    ];

    /// <summary>Whether anything was sold or shared in the period.</summary>
    public bool SoldOrSharedAny => _disclosures.Any(SaleAndSharing.IsSoldOrShared);

    /// <summary>Whether anything was disclosed to a service provider or contractor in the period.</summary>
    public bool DisclosedAny => _disclosures.Any(IsForBusinessPurpose);

    /// <summary>In words where the policy's lists differ from the registers; nothing when they agree.</summary>
    public IEnumerable<string> Differences(PolicyLists lists)
    {
        var inUse = OfActivities(ActivityStatus.Active);
        var possible = SaleAndSharing.Of(shop).Possible;
        return
        [
            .. Difference("collected", lists.Collected, inUse, [.. inUse, .. OfActivities(ActivityStatus.Retired)]),
            .. Difference("sold or shared", lists.SoldOrShared, Of(_disclosures.Where(SaleAndSharing.IsSoldOrShared)), Of(_disclosures.Where(SaleAndSharing.IsSoldOrShared).Concat(possible))),
            .. Difference("disclosed for a business purpose", lists.Disclosed, Of(_disclosures.Where(IsForBusinessPurpose)), Of(_disclosures)),
        ];
    }

    // What is sold or shared is in its own list; a role that nobody decided allows the category without asking for it.
    private static bool IsForBusinessPurpose(Disclosure disclosure) =>
        SaleAndSharing.ClaimsServiceProvider(disclosure) && !SaleAndSharing.IsSoldOrShared(disclosure);

    private static IEnumerable<string> Difference(
        string list, List<PersonalInformationCategory> listed, HashSet<PersonalInformationCategory> required, HashSet<PersonalInformationCategory> allowed)
    {
        var missing = required.Except(listed).Letters();
        var surplus = listed.Except(allowed).Letters();
        if (missing.Length > 0)
            yield return $"{list}: {missing} missing";
        if (surplus.Length > 0)
            yield return $"{list}: {surplus} not in the registers";
    }

    // An activity that ended may have collected within the period; the record does not say when it ended.
    private HashSet<PersonalInformationCategory> OfActivities(ActivityStatus status) =>
    [
        .. shop.Activities.Where(activity => activity.Status == status && ShopSnapshot.IsCalifornian(activity))
            .SelectMany(shop.ElementsOf).SelectMany(element => element.Categories),
    ];

    private HashSet<PersonalInformationCategory> Of(IEnumerable<Disclosure> disclosures) =>
        [.. disclosures.SelectMany(disclosure => Californians.CategoriesOf(shop, disclosure))];
}
