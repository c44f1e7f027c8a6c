using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance;

/// <summary>
/// Personal data that reach one importer in one third country (Chapter V GDPR; catalogue, GDPR-44). Remote access
/// counts. One transfer may serve several disclosures; a disclosure that no transfer serves is a flow of its own.
/// </summary>
/// <param name="Importer">The importer of the transfers, or the third party where no transfer is recorded.</param>
/// <param name="Country">The third country.</param>
/// <param name="Vendors">The third parties that the disclosures go to.</param>
/// <param name="Disclosures">The active disclosures behind the flow; at least one.</param>
/// <param name="Transfers">The transfers that serve them; empty when nobody recorded one.</param>
public sealed record ThirdCountryFlow(
    string Importer, string Country, IReadOnlyList<Vendor> Vendors, IReadOnlyList<Disclosure> Disclosures, IReadOnlyList<Transfer> Transfers)
{
    /// <summary>Whether a transfer is recorded for it.</summary>
    public bool IsRecorded => Transfers.Count > 0;

    /// <summary>Whether every transfer names what allows it. Whether that holds is for GDPR-44 to say.</summary>
    public bool HasMechanism => IsRecorded && Transfers.All(transfer => transfer.Mechanism != TransferMechanism.None);

    /// <summary>The importer with its country, for example "BPO Support (IN)".</summary>
    public string Name => $"{Importer} ({Country})";

    /// <summary>The record to open: the transfer, or the disclosure for which one is missing.</summary>
    public RecordRef Ref() => IsRecorded ? Transfers[0].Ref() : new RecordRef(Register.Disclosures, Disclosures[0].Id, Name);

    /// <summary>The flows of a shop, by name.</summary>
    internal static IReadOnlyList<ThirdCountryFlow> Of(ShopSnapshot shop) =>
    [
        .. shop.ActiveDisclosures.SelectMany(shop.ThirdCountryFlowsOf).SelectMany(PartsOf)
            .GroupBy(part => part.Key)
            .Select(Join)
            .OrderBy(flow => flow.Name, StringComparer.Ordinal)
            .ThenBy(flow => flow.Ref().Id),
    ];

    // A disclosure is part of the flow of each transfer that serves it, or else of one that nobody recorded.
    private static IEnumerable<Part> PartsOf(ThirdCountryReach reach) => reach.Transfers.Count == 0
        ? [new(new(null, reach.Vendor.Id, reach.Country), reach, null)]
        : reach.Transfers.Select(transfer => new Part(new(transfer.Importer.Trim().ToUpperInvariant(), null, reach.Country), reach, transfer));

    private static ThirdCountryFlow Join(IGrouping<FlowKey, Part> parts)
    {
        List<Transfer> transfers = [.. parts.Select(part => part.Transfer).OfType<Transfer>().DistinctBy(transfer => transfer.Id).OrderBy(transfer => transfer.Id)];
        List<Vendor> vendors = [.. parts.Select(part => part.Reach.Vendor).DistinctBy(vendor => vendor.Id).OrderBy(vendor => vendor.Id)];
        return new ThirdCountryFlow(
            transfers.Count > 0 ? transfers[0].Importer : vendors[0].DisplayName,
            parts.Key.Country,
            vendors,
            [.. parts.Select(part => part.Reach.Disclosure).DistinctBy(disclosure => disclosure.Id).OrderBy(disclosure => disclosure.Id)],
            transfers);
    }

    private sealed record FlowKey(string? Importer, Guid? VendorId, string Country);

    private sealed record Part(FlowKey Key, ThirdCountryReach Reach, Transfer? Transfer);
}
