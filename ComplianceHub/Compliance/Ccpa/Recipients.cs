using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Ccpa;

/// <summary>How recipients are named in sentences and findings, and what an empty list of them means.</summary>
internal static class Recipients
{
    /// <summary>The names of the recipients of some disclosures, each once, by name.</summary>
    public static string Named(ShopSnapshot shop, IEnumerable<Disclosure> disclosures) =>
        string.Join(", ", disclosures.Select(disclosure => NameOf(shop, disclosure)).Distinct().Order(StringComparer.Ordinal));

    /// <summary>Points at a disclosure under the name of its recipient and its activity.</summary>
    public static RecordRef Ref(ShopSnapshot shop, Disclosure disclosure) => disclosure.Ref() with
    {
        Name = shop.Activity(disclosure.ActivityId) is { } activity ? $"{NameOf(shop, disclosure)}, {activity.Name}" : NameOf(shop, disclosure),
    };

    /// <summary>The recipient's name; the disclosure's own where the recipient does not apply to the shop.</summary>
    public static string NameOf(ShopSnapshot shop, Disclosure disclosure) =>
        shop.Vendor(disclosure.VendorId)?.DisplayName ?? disclosure.DisplayName;

    /// <summary>The verdict where no recipient of Californians' information has anything to check.</summary>
    public static Verdict NoneOf(ShopSnapshot shop, string fact) =>
        OpenQuestions(shop) is { Count: > 0 } open ? Verdict.NotAssessed(open) : Verdict.NotApplicable(fact);

    /// <summary>What must be recorded before anybody can say that no recipient gets Californians' information.</summary>
    public static IReadOnlyList<string> OpenQuestions(ShopSnapshot shop)
    {
        if (shop.ActiveActivities.Count == 0)
            return ["Which processing activities are there, and which third parties receive the data?"];
        // Where some recipients are recorded, an activity without any is a gap of the record (GDPR-30-1), not of this answer.
        var silent = shop.CalifornianDisclosures.Count > 0 ? [] : Californians.Activities(shop)
            .Where(activity => !activity.StatesNoRecipients)
            .Select(activity => activity.Name).Order(StringComparer.Ordinal).ToList();
        return
        [
            .. Californians.WithoutPlace(shop),
            .. silent.Count == 0 ? [] : (string[])[$"Which third parties receive data of these activities: {string.Join(", ", silent)}?"],
        ];
    }
}
