using System.Text;
using ComplianceHub.Reports.Layout;

namespace ComplianceHub.Tests.Reports.Layout.Pdf;

public sealed class PdfFileTests
{
    private const string Hostile = ") >> endobj \\ (<script> \u0000\u0001\u001B\u0007 ]]> %%EOF startxref 0 \uD800 <</Title";

    [Theory]
    [InlineData("23 Nov 2026, 14:32 CET"), InlineData("2026-11-23"), InlineData("GDPR-28-3-0"), InlineData("Art. 28(3)(a) to (h)")]
    [InlineData("+7.6"), InlineData("−1.0"), InlineData("1,111,711.10"), InlineData("Fjord & Fable “Points” – v7"), InlineData("a->b != c <= d")]
    [InlineData("office flow fi ﬂ"), InlineData("Zieliński Ελλάδα Україна ß ç ő")]
    public void Another_reader_extracts_what_was_printed(string text)
    {
        // As running text, in a cell with tabular digits, and in mono.
        using var pdf = PrintedPdf.Of(content => content.Text(text)
            .Table(table => table.Columns(columns => columns.Relative(1)).Row(text))
            .Text(line => line.Mono(text)));
        var normal = text.Replace("ﬂ", "fl", StringComparison.Ordinal);
        Assert.Equal(normal + normal + normal, pdf.Text);
    }

    [Fact]
    public void Poppler_extracts_ids_dates_and_tabular_numbers()
    {
        var text = OutsideTool.Run("pdftotext", "poppler-utils", SampleReport.Compose().ToPdf(), "-layout", "FILE", "-");
        foreach (var printed in (string[])["15 Dec 2026", "GDPR-28-3, acknowledged", "2026.11", "−0.6", "+1.5", "pickpack-avv-2023-12-14.pdf", "4be0 7a12 … 6cc8 91d3", "Page 2 of 2"])
            Assert.Contains(printed, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Poppler_extracts_right_to_left_words()
    {
        var pdf = PrintedPdf.Report(content => content.Text("Shop شركة الرياض and חברת ישראל")).ToPdf();
        var text = OutsideTool.Run("pdftotext", "poppler-utils", pdf, "FILE", "-");
        Assert.Contains("شركة الرياض", text, StringComparison.Ordinal);
        Assert.Contains("חברת ישראל", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Qpdf_finds_no_error()
    {
        var report = OutsideTool.Run("qpdf", "qpdf", SampleReport.Compose().ToPdf(), "--check", "FILE");
        Assert.Contains("No syntax or stream encoding errors found", report, StringComparison.Ordinal);
        Assert.EndsWith("exit code 0", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_font_is_embedded_as_searchable_TrueType()
    {
        var fonts = OutsideTool.Run("pdffonts", "poppler-utils", SampleReport.Compose().ToPdf(), "FILE").Split('\n')[2..^1];
        Assert.True(fonts.Length >= 5);
        // Columns: name, type, encoding, embedded, subset, to Unicode, object.
        Assert.All(fonts, font => Assert.Matches(@"CID TrueType +Identity-H +yes yes yes", font));
    }

    [Fact]
    public void Only_the_letters_of_the_document_are_embedded() =>
        Assert.InRange(PrintedPdf.Report(content => content.Text("Fjord & Fable")).ToPdf().Length, 1, 12_000);

    [Fact]
    public void Sections_become_the_outline_with_their_pages()
    {
        using var pdf = PrintedPdf.Of(content => content
            .Section("Processors", section => section.Section("Hotjar", inner => inner.Text("none")).Section("Nosto", inner => inner.Text("one")))
            .PageBreak()
            .Section("Method", section => section.Text("points")));
        Assert.Equal([(0, "Processors", 1), (1, "Hotjar", 1), (1, "Nosto", 1), (0, "Method", 2)], pdf.Outline);
    }

    [Fact]
    public void A_report_without_sections_has_no_outline()
    {
        using var pdf = PrintedPdf.Of(content => content.Text("x"));
        Assert.Empty(pdf.Outline);
    }

    [Fact]
    public void Hostile_text_stays_text()
    {
        var report = ReportDocument.Of(Hostile, PageSize.A4, page =>
        {
            page.RunningHead(Hostile, Hostile);
            page.Content(content => content.Section(Hostile, section => section.Text(Hostile).Text(text => text.Mono(Hostile))));
        });
        using var pdf = PrintedPdf.Of(report);
        const string Clean = ") >> endobj \\ (<script>  ]]> %%EOF startxref 0 \uFFFD <</Title";
        Assert.Equal(Clean, pdf.Title);
        Assert.Equal(Clean, Assert.Single(pdf.Outline).Title);
        Assert.Contains(Clean.Replace("\uFFFD", "‹U+FFFD›", StringComparison.Ordinal), pdf.Text, StringComparison.Ordinal);
        Assert.EndsWith("exit code 0", OutsideTool.Run("qpdf", "qpdf", pdf.Bytes, "--check", "FILE"), StringComparison.Ordinal);
    }

    [Fact]
    public void Holds_no_date_no_script_and_no_link()
    {
        var pdf = Encoding.Latin1.GetString(PrintedPdf.Report(content => content.Text("https://example.com/a")).ToPdf());
        foreach (var entry in (string[])["/CreationDate", "/ModDate", "/URI", "/JavaScript", "/Annots", "/Metadata"])
            Assert.DoesNotContain(entry, pdf, StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_is_named_by_the_hash_of_its_content()
    {
        static string Id(string text) =>
            Encoding.Latin1.GetString(PrintedPdf.Report(content => content.Text(text)).ToPdf()).Split("/ID [<")[1][..32];
        Assert.Equal(Id("one"), Id("one"));
        Assert.NotEqual(Id("one"), Id("two"));
    }

    [Fact]
    public void Letter_and_A4_have_their_sizes()
    {
        using var a4 = PrintedPdf.Of(SampleReport.Compose());
        using var letter = PrintedPdf.Of(SampleReport.Compose(PageSize.Letter));
        Assert.Equal((595, 842), (Math.Round(a4.Size.Width), Math.Round(a4.Size.Height)));
        Assert.Equal((612, 792), (Math.Round(letter.Size.Width), Math.Round(letter.Size.Height)));
    }

    [Fact]
    public void Many_pages_keep_their_order_in_the_outline()
    {
        using var pdf = PrintedPdf.Of(content =>
        {
            for (var i = 1; i <= 70; i++)
                content.Section($"Chapter {i}", chapter => chapter.Text("text")).PageBreak();
        });
        Assert.Equal(Enumerable.Range(1, 70).Select(i => (0, $"Chapter {i}", i)), pdf.Outline);
    }
}
