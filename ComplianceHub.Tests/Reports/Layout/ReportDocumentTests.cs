using ComplianceHub.Reports.Layout;

namespace ComplianceHub.Tests.Reports.Layout;

public sealed class ReportDocumentTests
{
    [Fact]
    public void The_same_tree_prints_the_same_bytes() =>
        Assert.Equal(SampleReport.Compose().ToPdf(), SampleReport.Compose().ToPdf());

    [Fact]
    public void Printing_twice_leaves_the_tree_as_it_was()
    {
        var report = SampleReport.Compose();
        Assert.Equal(report.ToPdf(), report.ToPdf());
    }

    [Fact]
    public async Task Printing_side_by_side_and_after_other_reports_prints_the_same_bytes()
    {
        var alone = SampleReport.Compose().ToPdf();
        var printed = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() =>
        {
            PrintedPdf.Report(content => content.Text($"Another report {i} ضصث שלום").Text("x", TextStyle.Title)).ToPdf();
            return SampleReport.Compose().ToPdf();
        }, TestContext.Current.CancellationToken)));
        Assert.All(printed, bytes => Assert.Equal(alone, bytes));
    }

    [Fact]
    public void Another_word_prints_other_bytes() => Assert.NotEqual(
        PrintedPdf.Report(content => content.Text("DHL")).ToPdf(), PrintedPdf.Report(content => content.Text("UPS")).ToPdf());

    [Fact]
    public void Reads_as_text_with_a_line_for_each_paragraph_and_row()
    {
        var report = ReportDocument.Of("Readiness", PageSize.A4, page =>
        {
            page.RunningHead("Fjord & Fable", "As of 16 Nov 2026");
            page.RunningFoot("Snapshot 7c1e");
            page.Content(content => content
                .Text(text => text.Strong("Capped at 49:").Span(" no agreement. See page ").PageOf("method").Span("."))
                .ScoreBar(49, Ink.Fail, withoutCap: 74)
                .Section("Processors", section => section.Table(table => table
                    .Columns(columns => columns.Auto().Relative(1).Constant(40, Alignment.End))
                    .Head("Outcome", "Requirement", "Points")
                    .Row(row => row.Cell(Mark.Fail, "Fail").Cell("Every processor is bound", "Hotjar: none on file").Cell("−7.6")))));
        });
        Assert.Equal("""
            == Readiness ==
            Fjord & Fable | As of 16 Nov 2026
            Capped at 49: no agreement. See page {page of method}.
            (bar: 49 of 100, 74 without the cap)
            # Processors
            Processors
            Outcome | Requirement | Points
            [fail] Fail | Every processor is bound / Hotjar: none on file | −7.6
            Snapshot 7c1e | Page {page} of {pages}

            """.ReplaceLineEndings("\n"), report.ToText());
    }

    [Fact]
    public void A_row_with_a_cell_too_few_is_refused() => Assert.Throws<ArgumentException>(() =>
        PrintedPdf.Report(content => content.Table(table => table.Columns(columns => columns.Auto().Auto()).Row("one"))));

    [Fact]
    public void A_row_with_a_cell_too_many_is_refused() => Assert.Throws<ArgumentException>(() =>
        PrintedPdf.Report(content => content.Table(table => table.Columns(columns => columns.Auto()).Row("one", "two"))));

    [Fact]
    public void A_page_break_in_a_cell_is_refused() => Assert.Throws<InvalidOperationException>(() =>
        PrintedPdf.Report(content => content.Box(box => box.PageBreak())));

    [Fact]
    public void Characters_without_a_font_are_printed_as_code_points_and_named_in_a_sentence()
    {
        var report = PrintedPdf.Report(content => content.Text("Shop 中 🙂 Ω"));
        Assert.Equal(["中", "🙂"], report.MissingCharacters().Select(rune => rune.ToString()));
        using var pdf = PrintedPdf.Of(report);
        Assert.Contains("Shop ‹U+4E2D› ‹U+1F642› Ω", pdf.Text, StringComparison.Ordinal);
        Assert.Contains("2 characters of this report are in none of the installed fonts and are printed as their code points: U+4E2D, U+1F642.", pdf.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_that_can_be_printed_whole_says_nothing_of_fonts()
    {
        using var pdf = PrintedPdf.Of(content => content.Text("Zieliński, Ελλάδα, Україна, שלום, مرحبا"));
        Assert.DoesNotContain("installed fonts", pdf.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_of_the_installation_adds_fonts()
    {
        var folder = Directory.CreateTempSubdirectory("fonts-");
        try
        {
            using (var shipped = typeof(ReportDocument).Assembly.GetManifestResourceStream("Fonts/JetBrainsMono-Regular.ttf")!)
            using (var copy = File.Create(Path.Combine(folder.FullName, "Added.ttf")))
                shipped.CopyTo(copy);
            // Box drawing is in the mono font, which text falls back to only when a folder adds it.
            var report = PrintedPdf.Report(content => content.Text("╔"));
            Assert.Single(report.MissingCharacters());
            Assert.Empty(report.MissingCharacters(ReportFonts.WithFolder(folder.FullName)));
            using var pdf = PrintedPdf.Of(report, ReportFonts.WithFolder(folder.FullName));
            Assert.Equal("╔", pdf.Text);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_file_that_is_no_TrueType_font_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory("fonts-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "broken.ttf"), "not a font");
            Assert.Throws<InvalidDataException>(() => ReportFonts.WithFolder(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_first_page_of_the_sample_is_one_page()
    {
        foreach (var size in (PageSize[])[PageSize.A4, PageSize.Letter])
        {
            using var pdf = PrintedPdf.Of(SampleReport.Compose(size));
            Assert.Equal(2, pdf.Pages.Count);
            Assert.Contains("The method is on page 2.", pdf.Pages[0], StringComparison.Ordinal);
            Assert.Contains("Every processor is bound by a data processing agreement", pdf.Pages[1], StringComparison.Ordinal);
        }
    }

    /// <summary>Run with <c>--explicit only</c> and look at the pages beside the mocks.</summary>
    [Fact(Explicit = true)]
    public void Writes_the_sample_to_look_at()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "sample-report.pdf");
        File.WriteAllBytes(file, SampleReport.Compose().ToPdf());
        TestContext.Current.TestOutputHelper?.WriteLine(file);
    }
}
