using ComplianceHub.Compliance.Law;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance;

/// <summary>Personal data that a disclosure under the GDPR brings to one country outside the EEA (Art. 44 GDPR).</summary>
/// <param name="Disclosure">The disclosure.</param>
/// <param name="Vendor">The recipient.</param>
/// <param name="Country">The third country.</param>
/// <param name="Transfers">The transfers on record that serve the disclosure in that country; none is a gap.</param>
public sealed record ThirdCountryFlow(Disclosure Disclosure, Vendor Vendor, string Country, IReadOnlyList<Transfer> Transfers)
{
    /// <summary>Whether a transfer on record names what allows it.</summary>
    public bool HasMechanism => Transfers.Any(transfer => transfer.Mechanism != TransferMechanism.None);

    /// <summary>The flows of an active disclosure; none when it stays in the EEA.</summary>
    internal static IEnumerable<ThirdCountryFlow> Of(Disclosure disclosure, ShopSnapshot shop)
    {
        if (shop.Vendor(disclosure.VendorId) is not { } vendor || shop.Activity(disclosure.ActivityId) is not { } activity || !shop.IsUnderGdpr(activity))
            return [];
        return CountriesOf(vendor, disclosure.GdprRole)
            .Where(IsThirdCountry)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(country => new ThirdCountryFlow(disclosure, vendor, country,
                [.. shop.TransfersOf(disclosure).Where(transfer => transfer.ImporterCountry == country)]));
    }

    // What an independent controller does with the data afterwards is its own export, not ours.
    private static IEnumerable<string> CountriesOf(Vendor vendor, RecipientRole? role)
    {
        var seat = vendor.Country is { Length: > 0 } country ? [country] : Array.Empty<string>();
        return role == RecipientRole.IndependentController
            ? seat
            : seat.Concat(vendor.ProcessingCountries).Concat(vendor.AccessCountries).Concat(vendor.SubProcessors.Select(sub => sub.Country).OfType<string>());
    }

    private static bool IsThirdCountry(string country) => Domain.Country.IsKnown(country) && !Eea.Contains(country);
}
