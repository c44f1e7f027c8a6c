using ComplianceHub.Compliance;
using ComplianceHub.Demo;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Tests.Given;

/// <summary>Snapshots of the demo's shops without a database, to test rules on them.</summary>
internal static class DemoSnapshots
{
    public static ShopSnapshot FjordAndFable(DateOnly? asOf = null) => Of("fjord-and-fable", asOf);

    public static ShopSnapshot OliveRow(DateOnly? asOf = null) => Of("olive-row", asOf);

    public static ShopSnapshot NorthwindCorner(DateOnly? asOf = null) => Of("northwind-corner", asOf);

    public static ShopSnapshot Of(string slug, DateOnly? asOf = null)
    {
        var demo = DemoGroup.Build();
        var shop = demo.Shops.Single(shop => shop.Slug == slug);
        var business = demo.LegalEntities.Single(entity => entity.Id == shop.LegalEntityId);
        List<OwnedRecord> records =
            [.. demo.Records.Where(record => record.ShopId == shop.Id || (record.ShopId is null && record.AppliesTo.Includes(shop.Id, business.Id)))];
        return new ShopSnapshot
        {
            AsOf = asOf ?? DemoGroup.Day,
            Shop = shop,
            LegalEntity = business,
            LegalEntityRecordsStaff = demo.Records.OfType<ProcessingActivity>().Any(activity =>
                activity.AppliesTo.LegalEntityIds.Contains(business.Id) && activity.Purposes.Exists(purpose => purpose.Kind == PurposeKind.StaffAdministration)),
            Activities = [.. records.OfType<ProcessingActivity>()],
            Elements = [.. records.OfType<DataElement>()],
            Systems = [.. records.OfType<DataSystem>()],
            Vendors = [.. records.OfType<Vendor>()],
            Agreements = [.. records.OfType<Agreement>()],
            Disclosures = [.. records.OfType<Disclosure>()],
            Transfers = [.. records.OfType<Transfer>()],
            RetentionRules = [.. records.OfType<RetentionRule>()],
            Notices = [.. records.OfType<Notice>()],
            People = [.. records.OfType<ResponsiblePerson>()],
            ConsentForms = [.. records.OfType<ConsentForm>()],
            Assessments = [.. records.OfType<Assessment>()],
            Measures = [.. records.OfType<SecurityMeasure>()],
            Attestations = [.. demo.Attestations.Where(attestation => attestation.ShopId == shop.Id)],
            Evidence = [.. records.OfType<EvidenceFile>()],
        };
    }
}
