using ComplianceHub.Compliance;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Tests.Given;

/// <summary>Finds the one record that a test breaks.</summary>
internal static class SnapshotParts
{
    public static ProcessingActivity TheActivity(this ShopSnapshot shop, string name) => shop.Activities.Single(activity => activity.Name == name);

    public static DataElement TheElement(this ShopSnapshot shop, string name) => shop.Elements.Single(element => element.Name == name);

    public static Notice TheNotice(this ShopSnapshot shop, NoticeKind kind) => shop.Notices.Single(notice => notice.Kind == kind);

    public static Vendor TheVendor(this ShopSnapshot shop, string name) => shop.Vendors.Single(vendor => vendor.LegalName == name);

    public static Agreement TheAgreement(this ShopSnapshot shop, AgreementKind kind) => shop.Agreements.Single(agreement => agreement.Kind == kind);

    public static Disclosure TheDisclosureTo(this ShopSnapshot shop, string vendor) =>
        shop.Disclosures.Single(disclosure => disclosure.VendorId == shop.TheVendor(vendor).Id);

    public static void Find(this List<ClauseReview> reviews, string code, ClauseFinding finding) =>
        reviews.Single(review => review.Code == code).Finding = finding;
}
