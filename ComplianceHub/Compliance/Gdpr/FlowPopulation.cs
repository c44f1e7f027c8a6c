using ComplianceHub.Compliance.Law;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>What it means that no data flow to a third country, or none by a certain mechanism (catalogue, GDPR-44).</summary>
internal static class FlowPopulation
{
    /// <summary>What is asked when nobody has recorded who receives data.</summary>
    public const string Question = "Who receives personal data, and in which countries are they? Remote access from abroad counts.";

    /// <summary>The verdict of a shop without any flow: a question while a recipient’s countries are open, else the fact.</summary>
    public static Verdict WithoutFlows(ShopSnapshot shop)
    {
        if (shop.Disclosures.Count == 0)
            return Verdict.NotAssessed(Question);
        var open = OpenQuestions(shop);
        if (open.Count > 0)
            return Verdict.NotAssessed(open);
        var names = Recipients(shop).Select(vendor => vendor.DisplayName).Distinct().Order(StringComparer.Ordinal).ToList();
        return Verdict.NotApplicable(names.Count == 0
            ? "No data go to a third country: no third party receives data under the GDPR."
            : Sentences.Ended($"No data go to a third country; {names.Count} recipients checked: {string.Join(", ", names)}"));
    }

    /// <summary>The verdict of a shop of which no transfer uses a mechanism.</summary>
    public static Verdict WithoutUse(string mechanism, ShopSnapshot shop) => shop.ThirdCountryFlows.Count == 0
        ? WithoutFlows(shop)
        : Verdict.NotApplicable($"No transfer relies on {mechanism}; {Recipients(shop).Count()} recipients checked.");

    /// <summary>The third parties that receive data under the GDPR and whose own country is not recorded, by name.</summary>
    public static IEnumerable<Vendor> WithoutCountry(ShopSnapshot shop) =>
        Recipients(shop).Where(vendor => string.IsNullOrEmpty(vendor.Country)).OrderBy(vendor => vendor.DisplayName, StringComparer.Ordinal).ThenBy(vendor => vendor.Id);

    private static IEnumerable<Vendor> Recipients(ShopSnapshot shop) =>
        shop.Vendors.Where(vendor => shop.DisclosuresTo(vendor).Any(shop.IsUnderGdpr));

    private static IReadOnlyList<string> OpenQuestions(ShopSnapshot shop) =>
    [
        .. WithoutCountry(shop).Select(vendor => $"In which country is {vendor.DisplayName}?").Distinct(),
        .. Recipients(shop).Where(vendor => ActsWithUs(vendor, shop) && HasUnknownSubProcessors(vendor)).Select(vendor => vendor.DisplayName).Distinct()
            .Order(StringComparer.Ordinal).Select(name => $"Which sub-processors does {name} use, and in which countries?"),
    ];

    private static bool ActsWithUs(Vendor vendor, ShopSnapshot shop) =>
        shop.DisclosuresTo(vendor).Any(disclosure => disclosure.GdprRole is null or RecipientRole.Processor && shop.IsUnderGdpr(disclosure));

    private static bool HasUnknownSubProcessors(Vendor vendor) => vendor.SubProcessors.Count == 0
        ? vendor.UsesSubProcessors != Answer.No
        : vendor.SubProcessors.Exists(sub => string.IsNullOrEmpty(sub.Country));
}
