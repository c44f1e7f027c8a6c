using ComplianceHub.Compliance;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Reports;
using ComplianceHub.Reports.Layout;
using ComplianceHub.Tests.Given;
using ComplianceHub.Tests.Reports.Layout;

namespace ComplianceHub.Tests.Reports;

public sealed class ReportTests
{
    public static TheoryData<string> Names => [.. ReportCatalogue.All.Select(report => report.Name)];

    [Fact]
    public void The_readiness_report_says_score_and_what_caps_it()
    {
        var text = Text("readiness", DemoSnapshots.FjordAndFable());
        Assert.Contains("(bar: 49 of 100, ", text, StringComparison.Ordinal);
        Assert.Contains("Capped at 49:", text, StringComparison.Ordinal);
        Assert.Contains("As of 23 Nov 2026", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_readiness_report_has_every_requirement_and_every_finding()
    {
        var shop = DemoSnapshots.FjordAndFable();
        var text = Text("readiness", shop);
        foreach (var result in Regulations.All.SelectMany(regulation => Readiness.Of(shop, regulation).Results))
        {
            Assert.Contains(result.Requirement.Title, text, StringComparison.Ordinal);
            Assert.All(result.Verdict.Findings, finding => Assert.Contains(finding.Text, text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_first_page_holds_the_decision_however_long_the_names()
    {
        var shop = DemoSnapshots.FjordAndFable();
        shop.Shop.Name = Long(120);
        shop.LegalEntity.Name = Long(200);
        shop.LegalEntity.Address = Long(400);
        shop.Shop.Owner = Long(120);
        foreach (var vendor in shop.Vendors)
            vendor.LegalName = Long(200);
        foreach (var size in (PageSize[])[PageSize.A4, PageSize.Letter])
        {
            using var pdf = PrintedPdf.Of(ReportCatalogue.WithName("readiness")!.Compose(shop, size));
            Assert.Contains("The method is on page", pdf.Pages[0], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_incomplete_activity_is_printed_and_marked()
    {
        var shop = GivenShop.CompliantShop();
        Assert.DoesNotContain("Incomplete", Text("record-of-processing", shop), StringComparison.Ordinal);
        shop.Activities[0].Subjects = [];
        var text = Text("record-of-processing", shop);
        Assert.Contains("Incomplete", text, StringComparison.Ordinal);
        Assert.Contains("the people concerned are not recorded", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_of_an_activity_is_truncated()
    {
        var shop = GivenShop.CompliantShop();
        shop.Activities[0].MeasuresText = Long(4000) + " the end";
        Assert.Contains(shop.Activities[0].MeasuresText!, Text("record-of-processing", shop), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_processed_for_others_has_its_own_part()
    {
        var shop = GivenShop.CompliantShop();
        Assert.DoesNotContain("Art. 30(2)", Text("record-of-processing", shop), StringComparison.Ordinal);
        (shop.Activities[0].OurRole, shop.Activities[0].OnBehalfOf) = (ControllerRole.Processor, "Sister Shop AS");
        Assert.Contains("Sister Shop AS", Text("record-of-processing", shop), StringComparison.Ordinal);
    }

    [Fact]
    public void An_agreement_that_has_ended_is_not_in_force()
    {
        var shop = GivenShop.CompliantShop();
        Assert.DoesNotContain("Not in force", Text("third-parties", shop), StringComparison.Ordinal);
        shop.Agreements[0].EffectiveTo = GivenShop.Today.AddDays(-1);
        Assert.Contains("Not in force", Text("third-parties", shop), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Names))]
    public void Prints_an_empty_and_an_unknown_shop(string name)
    {
        Assert.NotEmpty(Pdf(name, GivenShop.EmptyShop()));
        Assert.NotEmpty(Pdf(name, GivenShop.UnknownShop()));
    }

    [Theory, MemberData(nameof(Names))]
    public void The_same_data_make_the_same_bytes(string name)
    {
        var shop = DemoSnapshots.FjordAndFable();
        Assert.Equal(Pdf(name, shop), Pdf(name, shop with { Vendors = [.. shop.Vendors] }));
    }

    [Theory, MemberData(nameof(Names))]
    public void Another_program_finds_no_fault(string name) =>
        Assert.EndsWith("exit code 0", OutsideTool.Run("qpdf", "qpdf", Pdf(name, DemoSnapshots.FjordAndFable()), "--check", "FILE"), StringComparison.Ordinal);

    [Fact]
    public void The_score_is_read_back_from_the_file() =>
        Assert.Contains("49", OutsideTool.Run("pdftotext", "poppler-utils", Pdf("readiness", DemoSnapshots.FjordAndFable()), "-l", "1", "FILE", "-").Split('\n').Select(line => line.Trim()));

    private static string Text(string name, ShopSnapshot shop) => ReportCatalogue.WithName(name)!.Compose(shop, PageSize.A4).ToText();

    private static byte[] Pdf(string name, ShopSnapshot shop) => ReportCatalogue.WithName(name)!.Compose(shop, PageSize.A4).ToPdf();

    private static string Long(int length) => string.Concat(Enumerable.Repeat("Wilhelmina ", (length / 11) + 1))[..length].TrimEnd() + "x";
}
