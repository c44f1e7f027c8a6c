using ComplianceHub.Compliance;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Features.Registers;

/// <summary>
/// What stands against each record of a shop. A third party also answers for what stands against its agreements, its
/// disclosures and its transfers: no row looks right that makes a requirement fail.
/// </summary>
internal sealed class RecordFindings
{
    private readonly ILookup<Guid, RequirementFinding> _byRecord;
    private readonly ILookup<Guid, Guid> _ofVendor;

    private RecordFindings(ILookup<Guid, RequirementFinding> byRecord, ILookup<Guid, Guid> ofVendor) => (_byRecord, _ofVendor) = (byRecord, ofVendor);

    public static RecordFindings Of(ShopSnapshot shop, IEnumerable<Compliance.Readiness> readiness)
    {
        var vendors = shop.Disclosures.ToDictionary(disclosure => disclosure.Id, disclosure => disclosure.VendorId);
        var records = shop.Agreements.Select(agreement => (agreement.VendorId, agreement.Id))
            .Concat(shop.Disclosures.Select(disclosure => (disclosure.VendorId, disclosure.Id)))
            .Concat(shop.Transfers.SelectMany(transfer => transfer.DisclosureIds.Where(vendors.ContainsKey)
                .Select(disclosure => (vendors[disclosure], transfer.Id)).Distinct()));
        return new(
            readiness.SelectMany(one => one.Results)
                .SelectMany(result => result.Verdict.Findings.Select(finding => new RequirementFinding(result.Requirement, finding)))
                .ToLookup(one => one.Finding.Record.Id),
            records.ToLookup(pair => pair.Item1, pair => pair.Item2));
    }

    /// <summary>What stands against a record: hard findings first, its own before those of records that belong to it.</summary>
    public IReadOnlyList<RequirementFinding> About(RegisterRecord record)
    {
        var belonging = record is Vendor ? _ofVendor[record.Id] : [];
        return
        [
            .. belonging.Prepend(record.Id).Distinct().SelectMany(id => _byRecord[id])
                .OrderBy(one => one.Finding.Severity).ThenByDescending(one => one.Requirement.Severity).ThenBy(one => one.Finding.Record.Id != record.Id),
        ];
    }
}
