using ComplianceHub.Compliance;
using ComplianceHub.Components;
using ComplianceHub.Components.Controls;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Features.DataFlows;

/// <summary>One way that data take: an activity, a third party, a place.</summary>
/// <param name="Activity">The activity that discloses.</param>
/// <param name="Group">The group of activities in the picture.</param>
/// <param name="ThirdParty">The recipient.</param>
/// <param name="Region">The region in the picture: the EEA, or a third country.</param>
/// <param name="HasMechanism">Whether something allows it; always so in the EEA.</param>
/// <param name="Disclosure">The record.</param>
public sealed record FlowRow(string Activity, string Group, string ThirdParty, string Region, bool HasMechanism, RecordRef Disclosure);

/// <summary>The data flows of a shop as nodes, ribbons and rows. Pure.</summary>
public sealed class FlowPicture
{
    private const string Eea = "EEA";

    private FlowPicture(IReadOnlyList<FlowRow> rows, string slug)
    {
        Rows = rows;
        Left = [.. rows.GroupBy(row => row.Group).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => new FlowNode(group.Key, group.Key, Count(group.Select(row => row.Activity).Distinct().Count(), "activity", "activities")))];
        Right = [.. rows.GroupBy(row => row.Region).OrderBy(group => group.Key != Eea).ThenByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Select(Place)];
        Flows = [.. rows.GroupBy(row => (row.Group, row.Region)).Select(ribbon => new DataFlow(ribbon.Key.Group, ribbon.Key.Region, ribbon.Count(), ribbon.All(row => row.HasMechanism), Address(slug, ribbon.Key.Group, ribbon.Key.Region)))];
    }

    /// <summary>Groups of activities, the busiest first.</summary>
    public IReadOnlyList<FlowNode> Left { get; }

    /// <summary>Regions, the EEA first.</summary>
    public IReadOnlyList<FlowNode> Right { get; }

    /// <summary>The ribbons between them.</summary>
    public IReadOnlyList<DataFlow> Flows { get; }

    /// <summary>The table twin: every disclosure with every place that it reaches.</summary>
    public IReadOnlyList<FlowRow> Rows { get; }

    /// <summary>The finding, in a sentence.</summary>
    public string Summary => Rows.Where(row => !row.HasMechanism).Select(row => row.Region).Distinct().Order(StringComparer.Ordinal).ToList() switch
    {
        [] when Rows.Count == 0 => "No disclosure is recorded.",
        [] => "Every flow to a third country has a transfer mechanism on record.",
        [var one] => $"{one} has no transfer mechanism.",
        var several => $"{string.Join(", ", several)} have no transfer mechanism.",
    };

    /// <summary>The picture of a shop on its day.</summary>
    public static FlowPicture Of(ShopSnapshot shop)
    {
        ArgumentNullException.ThrowIfNull(shop);
        return new([.. shop.ActiveDisclosures.SelectMany(disclosure => RowsOf(disclosure, shop)).OrderBy(row => row.HasMechanism).ThenBy(row => row.Activity, StringComparer.Ordinal).ThenBy(row => row.ThirdParty, StringComparer.Ordinal).ThenBy(row => row.Region, StringComparer.Ordinal)], shop.Shop.Slug);
    }

    private static IEnumerable<FlowRow> RowsOf(Disclosure disclosure, ShopSnapshot shop)
    {
        if (shop.Activity(disclosure.ActivityId) is not { } activity || shop.Vendor(disclosure.VendorId) is not { } vendor)
            yield break;
        var group = GroupOf(activity);
        var reaches = shop.ThirdCountryFlowsOf(disclosure).ToList();
        foreach (var reach in reaches)
            yield return new(activity.Name, group, vendor.DisplayName, Country.NameOf(reach.Country), reach.HasMechanism, disclosure.Ref());
        if (reaches.Count == 0)
            yield return new(activity.Name, group, vendor.DisplayName, vendor.Country is null ? "Not recorded" : Compliance.Law.Eea.Contains(vendor.Country) ? Eea : Country.NameOf(vendor.Country), true, disclosure.Ref());
    }

    private static string GroupOf(ProcessingActivity activity) => activity.Purposes.FirstOrDefault()?.Kind switch
    {
        PurposeKind.OrderFulfilment or PurposeKind.Payment or PurposeKind.Returns or PurposeKind.Accounting or PurposeKind.FraudPrevention => "Orders",
        PurposeKind.CustomerAccounts or PurposeKind.CustomerService or PurposeKind.Loyalty or PurposeKind.Reviews => "Service",
        PurposeKind.Marketing or PurposeKind.SoftOptIn or PurposeKind.Retargeting or PurposeKind.PersonalisedAdvertising or PurposeKind.Recommendations => "Marketing",
        PurposeKind.Analytics => "Analytics",
        PurposeKind.Recruitment or PurposeKind.StaffAdministration => "People",
        PurposeKind.Security or PurposeKind.ProofOfCompliance => "Security",
        _ => "Other",
    };

    private static FlowNode Place(IGrouping<string, FlowRow> place)
    {
        var parties = place.Select(row => row.ThirdParty).Distinct().Count();
        var note = place.Key == Eea ? "none needed" : place.All(row => row.HasMechanism) ? "mechanism on record" : "no mechanism";
        return new(place.Key, place.Key, $"{parties}, {note}");
    }

    private static string Count(int count, string one, string many) => $"{count} {(count == 1 ? one : many)}";

    private static string Address(string slug, string group, string region) =>
        $"{HubUrls.DataFlows(slug)}?view=table&from={Uri.EscapeDataString(group)}&to={Uri.EscapeDataString(region)}";
}
