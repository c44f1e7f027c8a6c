using ComplianceHub.Reports.Layout;

namespace ComplianceHub.Tests.Reports.Layout.Typesetting;

public sealed class LineTests
{
    [Theory]
    [InlineData("Bus. & Prof. Code § 22575(b)", "§ 22575(b)"), InlineData("It follows from Art. 28(3)", "Art. 28(3)"), InlineData("11 CCR §§ 7013 and 7026", "§§ 7013")]
    public void A_paragraph_sign_stays_with_its_number(string text, string whole)
    {
        for (var width = 60; width <= 140; width += 20)
        {
            var report = PrintedPdf.Report(content => content.Row(row => row.Constant(width, cell => cell.Text(text)).Relative(1, rest => rest.Text(""))));
            var lines = OutsideTool.Run("pdftotext", "poppler-utils", report.ToPdf(), "-layout", "FILE", "-").Split('\n');
            Assert.Contains(lines, line => line.Contains(whole, StringComparison.Ordinal));
        }
    }

    private const double RightMargin = 595 - (18 * 72 / 25.4);

    [Theory]
    [InlineData("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft")]
    [InlineData("https://example.com/a/very/long/path?with=parameters&and=more#fragment-0123456789")]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    public void A_long_word_breaks_and_stays_whole_in_the_text(string word)
    {
        using var pdf = PrintedPdf.Of(content => content.Row(row => row.Constant(60, left => left.Text(word)).Relative(1, right => right.Text(""))));
        Assert.Equal(word, pdf.Text);
        Assert.True(pdf.RightEdge <= (18 * 72 / 25.4) + 61);
    }

    [Fact]
    public void A_word_of_a_hundred_thousand_letters_never_leaves_the_page()
    {
        using var pdf = PrintedPdf.Of(content => content.Text(new string('W', 100_000)));
        Assert.Equal(100_000, pdf.Pages.Sum(page => page.Length));
        Assert.True(pdf.RightEdge <= RightMargin + 1);
    }

    [Fact]
    public void A_column_narrower_than_a_letter_still_ends()
    {
        using var pdf = PrintedPdf.Of(content => content.Row(row => row.Constant(1, left => left.Text("Wide words"))));
        Assert.Equal("Widewords", pdf.Text.Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public void A_date_is_not_torn_at_its_hyphens_and_a_compound_is()
    {
        Assert.Equal(["on", "2026-11-23"], LinesOf("on 2026-11-23", 50));
        Assert.Equal(["data-", "protection"], LinesOf("data-protection", 50));
    }

    [Fact]
    public void A_bold_word_and_the_comma_behind_it_stay_together()
    {
        for (var width = 60; width < 110; width += 2)
            Assert.DoesNotContain(",", Lines(PrintedPdf.Of(content => content.Row(row =>
                row.Constant(width, cell => cell.Text(text => text.Span("words and ").Strong("Processors").Span(", more")))))), StringComparer.Ordinal);
    }

    [Fact]
    public void Numbers_in_a_column_end_at_the_same_edge()
    {
        using var pdf = PrintedPdf.Of(content => content.Table(table => table
            .Columns(columns => columns.Constant(80, Alignment.End)).Row("1.1").Row("8.8")));
        using var document = UglyToad.PdfPig.PdfDocument.Open(pdf.Bytes);
        var digits = document.GetPage(1).Letters.Where(letter => char.IsDigit(letter.Value[0])).ToList();
        Assert.Equal(digits[0].StartBaseLine.X, digits[2].StartBaseLine.X, 0.01);
        Assert.Equal(digits[1].EndBaseLine.X, digits[3].EndBaseLine.X, 0.01);
    }

    private static IReadOnlyList<string> LinesOf(string text, float width) =>
        Lines(PrintedPdf.Of(content => content.Row(row => row.Constant(width, cell => cell.Text(text)))));

    private static IReadOnlyList<string> Lines(PrintedPdf pdf)
    {
        using (pdf)
        using (var document = UglyToad.PdfPig.PdfDocument.Open(pdf.Bytes))
            return [.. document.GetPage(1).Letters
                .GroupBy(letter => Math.Round(letter.StartBaseLine.Y))
                .OrderByDescending(line => line.Key)
                .Select(line => string.Concat(line.Select(letter => letter.Value)).Trim())];
    }
}
