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
    public void A_cap_is_explained_in_the_words_of_the_findings()
    {
        var text = Text("readiness", DemoSnapshots.FjordAndFable());
        Assert.Contains("Capped at 49: Hotjar Ltd: no data processing agreement is in force; PickPack 3PL GmbH: ", text, StringComparison.Ordinal);
        Assert.Contains("BPO Support Pvt Ltd (IN): no transfer mechanism is on file (GDPR-44). It would be 74 without the cap.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_page_says_the_fixes_whole_and_what_they_win_together()
    {
        var shop = DemoSnapshots.FjordAndFable();
        var gdpr = Readiness.Of(shop, Regulations.All[0]);
        var fixes = TopFixes.Of(gdpr);
        var text = Text("readiness", shop);
        Assert.All(fixes, fix => Assert.Contains($"{fix.Title} | {fix.Result.Requirement.Id}", text, StringComparison.Ordinal));
        Assert.Contains($"The first two lift GDPR from 49 to {TopFixes.After(gdpr, [.. fixes.Take(2)]).Points}, all five to {TopFixes.After(gdpr, [.. fixes]).Points}.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_recorded_reads_as_questions_and_never_as_success()
    {
        var text = Text("readiness", DemoSnapshots.NorthwindCorner());
        Assert.Contains("Nothing is assessed: 25 requirements ask for what nobody has recorded.", text, StringComparison.Ordinal);
        Assert.Contains("What to record first for GDPR", text, StringComparison.Ordinal);
        Assert.DoesNotContain("No requirement fails", text, StringComparison.Ordinal);
        Assert.Single(text.Split('\n'), line => line.Contains("What share of revenue comes from selling", StringComparison.Ordinal));
    }

    [Fact]
    public void A_headline_of_a_fix_does_not_end_within_a_citation() =>
        Assert.All(Regulations.All.SelectMany(regulation => regulation.Requirements).Select(requirement => requirement.FixTitle(Verdict.NotAssessed("What is it?"))),
            title => Assert.False(title.EndsWith("Art", StringComparison.Ordinal), title));

    [Fact]
    public void Every_requirement_and_every_record_that_fails_is_in_the_text_of_the_file()
    {
        var shop = DemoSnapshots.FjordAndFable();
        var text = OutsideTool.Run("pdftotext", "poppler-utils", Pdf("readiness", shop), "-layout", "FILE", "-");
        foreach (var result in Regulations.All.SelectMany(regulation => Readiness.Of(shop, regulation).Results))
        {
            Assert.Contains(result.Requirement.Id, text, StringComparison.Ordinal);
            Assert.All(result.Verdict.Findings.Select(finding => finding.Subject.Name.Split(' ')[0]), name => Assert.Contains(name, text, StringComparison.Ordinal));
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Names_in_any_script_are_printed_or_said_to_be_missing(string name)
    {
        var shop = DemoSnapshots.FjordAndFable();
        (shop.Vendors[0].LegalName, shop.Vendors[1].LegalName, shop.Activities[0].Name) = ("Ελληνικά Ταχυδρομεία Żółć Şişli", "楽天", "Ελληνικά Żółć Şişli 楽天");
        using var pdf = PrintedPdf.Of(ReportCatalogue.WithName(name)!.Compose(shop, PageSize.A4));
        var text = pdf.Text.Replace("\n", "", StringComparison.Ordinal);
        Assert.Contains("Ελληνικά", text, StringComparison.Ordinal);
        Assert.Contains("Żółć", text, StringComparison.Ordinal);
        Assert.Contains("Şişli", text, StringComparison.Ordinal);
        Assert.Contains("are in none of the installed fonts", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_third_party_shows_the_agreement_that_it_lacks()
    {
        var hotjar = Text("third-parties", DemoSnapshots.FjordAndFable()).Split('\n').First(line => line.StartsWith("Hotjar Ltd | Processor", StringComparison.Ordinal));
        Assert.EndsWith("[fail] Data processing agreement / No data processing agreement is in force. / [fail] CCPA service-provider terms / No service-provider terms are in force, so it counts as a third party.", hotjar, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_contractor_has_to_certify_that_it_understands()
    {
        var shop = DemoSnapshots.FjordAndFable();
        Assert.DoesNotContain("Certification that it understands", Text("third-parties", shop), StringComparison.Ordinal);
        foreach (var disclosure in shop.Disclosures.Where(disclosure => disclosure.CcpaRole == CcpaRole.ServiceProvider))
            disclosure.CcpaRole = CcpaRole.Contractor;
        Assert.Contains("Certification that it understands", Text("third-parties", shop), StringComparison.Ordinal);
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
            Assert.Contains("(whole from page 2)", pdf.Pages[0], StringComparison.Ordinal);
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
        Assert.DoesNotContain("(a) On behalf of", Text("record-of-processing", shop), StringComparison.Ordinal);
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
    public void Every_font_is_embedded(string name) =>
        Assert.All(OutsideTool.Run("pdffonts", "poppler-utils", Pdf(name, DemoSnapshots.FjordAndFable()), "FILE").Split('\n')[2..^1], font => Assert.Matches("CID TrueType +Identity-H +yes yes yes", font));

    [Theory, MemberData(nameof(Names))]
    public void The_file_says_its_title_language_and_pages(string name)
    {
        var report = ReportCatalogue.WithName(name)!;
        using var pdf = PrintedPdf.Of(report.Compose(DemoSnapshots.FjordAndFable(), PageSize.Letter));
        Assert.Equal($"Fjord & Fable: {report.Title}", pdf.Title);
        Assert.Contains("/Lang (en-GB)", System.Text.Encoding.Latin1.GetString(pdf.Bytes), StringComparison.Ordinal);
        Assert.NotEmpty(pdf.Outline);
        for (var page = 1; page <= pdf.Pages.Count; page++)
        {
            Assert.EndsWith($"Page {page} of {pdf.Pages.Count}", pdf.Pages[page - 1], StringComparison.Ordinal);
            Assert.StartsWith($"Fjord & Fable · {report.Title}As of 23 Nov 2026", pdf.Pages[page - 1], StringComparison.Ordinal);
        }
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
