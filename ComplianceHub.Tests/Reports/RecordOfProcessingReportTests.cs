using ComplianceHub.Compliance;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Reports;
using ComplianceHub.Reports.Layout;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Reports;

public sealed class RecordOfProcessingReportTests
{
    [Fact]
    public void A_gap_where_the_law_says_where_possible_does_not_make_an_activity_incomplete()
    {
        var text = Text(DemoSnapshots.FjordAndFable());
        Assert.Contains("Product reviews | [partial] Complete, to check", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Incomplete", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_representative_is_not_required_of_a_business_in_the_EEA() =>
        Assert.Contains("Representative in the Union | Not required: the business is established in Germany; ", Text(DemoSnapshots.FjordAndFable()), StringComparison.Ordinal);

    [Fact]
    public void A_representative_is_not_recorded_where_nobody_knows_whether_one_is_required() =>
        Assert.Contains("Representative in the Union | Not recorded\n", Text(GivenShop.UnknownShop()), StringComparison.Ordinal);

    [Fact]
    public void A_representative_that_is_missing_is_said_once_and_marks_each_activity()
    {
        var shop = GivenShop.CompliantShop();
        (shop.LegalEntity.SeatCountry, shop.LegalEntity.Establishments, shop.Shop.Profile.OffersToEea) = ("US", ["US"], Answer.Yes);
        foreach (var activity in shop.Activities)
            activity.SubjectJurisdictions = [Jurisdiction.Eea];
        var text = Text(shop with { People = [.. shop.People.Where(person => person.Role != ResponsibleRole.EuRepresentative)] });
        Assert.Contains("Representative in the Union | Not recorded, and required: ", text, StringComparison.Ordinal);
        Assert.Single(text.Split('\n'), line => line.Contains("the representative in the Union is not recorded", StringComparison.Ordinal));
        Assert.Contains("What is recorded of the business is incomplete", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exception_is_called_by_its_article()
    {
        var text = Text(DemoSnapshots.FjordAndFable());
        Assert.Contains("United States: UPS, Contract with the person concerned (derogation), Art. 49(1)(b) GDPR", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Derogation contract", text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_transfer_is_stated_only_where_the_country_of_every_recipient_is_known()
    {
        var shop = DemoSnapshots.FjordAndFable();
        Assert.Contains("(e) Third countries | None: all recorded countries of the recipients are in the EEA", Text(shop), StringComparison.Ordinal);
        shop.Vendors.Single(vendor => vendor.LegalName == "DATEV eG").Country = null;
        Assert.Contains("(e) Third countries | Not recorded: the country of DATEV eG", Text(shop), StringComparison.Ordinal);
    }

    [Fact]
    public void The_overview_names_the_page_of_each_activity()
    {
        var shop = DemoSnapshots.FjordAndFable();
        using var pdf = Layout.PrintedPdf.Of(ReportCatalogue.WithName("record-of-processing")!.Compose(shop, PageSize.A4));
        var page = pdf.Outline.Single(entry => entry.Title == "Web analytics and session replay").Page;
        Assert.Contains($"Web analytics and session replayControllerComplete{page}", pdf.Pages[0], StringComparison.Ordinal);
    }

    private static string Text(ShopSnapshot shop) => ReportCatalogue.WithName("record-of-processing")!.Compose(shop, PageSize.A4).ToText();
}
