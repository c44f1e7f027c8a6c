using ComplianceHub.Compliance.Law;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance;

/// <summary>A country outside the EEA that a disclosure under the GDPR reaches (Art. 44 GDPR); remote access counts.</summary>
/// <param name="Disclosure">The disclosure.</param>
/// <param name="Vendor">The recipient.</param>
/// <param name="Country">The third country.</param>
/// <param name="Transfers">The transfers on record that serve the disclosure in that country; none is a gap.</param>
public sealed record ThirdCountryReach(Disclosure Disclosure, Vendor Vendor, string Country, IReadOnlyList<Transfer> Transfers)
{
    /// <summary>Whether every transfer on record names what allows it, and there is one.</summary>
    public bool HasMechanism => Transfers.Count > 0 && Transfers.All(transfer => transfer.Mechanism != TransferMechanism.None);

    /// <summary>The countries that an active disclosure reaches; none when it stays in the EEA.</summary>
    internal static IEnumerable<ThirdCountryReach> Of(Disclosure disclosure, ShopSnapshot shop)
    {
        if (shop.Vendor(disclosure.VendorId) is not { } vendor || !shop.IsUnderGdpr(disclosure))
            return [];
        var transfers = shop.TransfersOf(disclosure).ToList();
        // A transfer that somebody recorded counts, also where the third party's countries do not name it.
        var countries = disclosure.GdprRole == RecipientRole.IndependentController
            ? CountriesOf(vendor, disclosure.GdprRole)
            : CountriesOf(vendor, disclosure.GdprRole).Concat(transfers.Select(transfer => transfer.ImporterCountry));
        return countries
            .Where(country => country.Length > 0 && !Eea.Contains(country))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(country => new ThirdCountryReach(disclosure, vendor, country, transfers.FindAll(transfer => transfer.ImporterCountry == country)));
    }

    // What an independent controller does with the data afterwards is its own export, not ours.
    private static IEnumerable<string> CountriesOf(Vendor vendor, RecipientRole? role)
    {
        IEnumerable<string?> countries = role == RecipientRole.IndependentController
            ? [vendor.Country]
            : [vendor.Country, .. vendor.ProcessingCountries, .. vendor.AccessCountries, .. vendor.SubProcessors.Select(sub => sub.Country)];
        return countries.OfType<string>();
    }
}
