using ComplianceHub.Reports.Layout;

namespace ComplianceHub.Tests.Reports.Layout.Tree;

public sealed class PageBreakTests
{
    private const double FootMargin = 14 * 72 / 25.4;
    private static readonly string Lines = string.Join('\n', Enumerable.Range(1, 30).Select(i => $"line{i:D2}"));

    [Fact]
    public void A_table_repeats_its_head_on_every_page_and_loses_no_row()
    {
        using var pdf = PrintedPdf.Of(content => content.Table(table =>
        {
            table.Columns(columns => columns.Relative(1).Relative(1)).Head("Vendor", "Country");
            for (var i = 1; i <= 200; i++)
                table.Row($"<{i}>", "DE");
        }));
        Assert.True(pdf.Pages.Count > 3);
        Assert.All(pdf.Pages, page => Assert.StartsWith("VendorCountry", page, StringComparison.Ordinal));
        Assert.Equal(Enumerable.Range(1, 200), Numbers(pdf.Text));
    }

    [Fact]
    public void A_row_taller_than_a_page_goes_on_under_the_head()
    {
        var cell = string.Join(' ', Enumerable.Range(1, 900).Select(i => $"<{i}>"));
        using var pdf = PrintedPdf.Of(content => content.Table(table => table
            .Columns(columns => columns.Constant(150).Relative(1)).Head("Purposes", "Other").Row(cell, "short").Row("<901>", "last")));
        Assert.True(pdf.Pages.Count > 2);
        Assert.All(pdf.Pages, page => Assert.StartsWith("PurposesOther", page, StringComparison.Ordinal));
        Assert.Equal(Enumerable.Range(1, 901), Numbers(pdf.Text));
        Assert.True(pdf.LowestEdge >= FootMargin - 1);
    }

    [Fact]
    public void The_head_of_the_pages_after_the_first_may_be_another()
    {
        using var pdf = PrintedPdf.Of(content => content.Table(table =>
        {
            table.Columns(columns => columns.Relative(1).Relative(1)).Head("Point", "Recorded").Continued("Point", "Accounting, continued");
            for (var i = 1; i <= 200; i++)
                table.Row($"<{i}>", "x");
        }));
        Assert.StartsWith("PointRecorded", pdf.Pages[0], StringComparison.Ordinal);
        Assert.All(pdf.Pages.Skip(1), page => Assert.StartsWith("PointAccounting, continued", page, StringComparison.Ordinal));
    }

    [Fact]
    public void No_few_lines_of_a_row_stay_behind_or_go_on_alone()
    {
        var cell = string.Join('\n', Enumerable.Range(1, 18).Select(i => $"line{i:D2}"));
        for (var filler = 480; filler <= 740; filler += 7)
        {
            using var pdf = PrintedPdf.Of(content => content.Space(filler).Table(table => table.Columns(columns => columns.Relative(1)).Row(cell)));
            Assert.All(pdf.Pages, page => Assert.False(page.Split("line").Length - 1 is 1 or 2));
        }
    }

    [Fact]
    public void The_last_row_of_a_table_does_not_stand_alone_on_a_page()
    {
        for (var filler = 500; filler <= 720; filler += 6)
        {
            using var pdf = PrintedPdf.Of(content => content.Space(filler).Table(table =>
            {
                table.Columns(columns => columns.Relative(1)).Head("Point");
                for (var i = 1; i <= 8; i++)
                    table.Row($"<{i}>");
            }));
            Assert.NotEqual("Point<8>", pdf.Pages[^1]);
            Assert.Equal(Enumerable.Range(1, 8), Numbers(pdf.Text));
        }
    }

    [Fact]
    public void A_low_row_is_not_torn()
    {
        for (var filler = 690; filler <= 740; filler += 5)
        {
            using var pdf = PrintedPdf.Of(content => content.Space(filler).Table(table => table
                .Columns(columns => columns.Relative(1)).Row("one\ntwo\nthree\nfour")));
            Assert.Contains("onetwothreefour", pdf.Pages, StringComparer.Ordinal);
        }
    }

    [Fact]
    public void A_heading_goes_to_the_next_page_with_its_text()
    {
        for (var filler = 600; filler <= 760; filler += 5)
        {
            using var pdf = PrintedPdf.Of(content => content.Text("before").Space(filler)
                .Section("Heading", section => section.Text("text")));
            Assert.Contains(pdf.Pages, page => page.EndsWith("Headingtext", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_heading_stays_with_the_first_row_of_its_table()
    {
        for (var filler = 600; filler <= 760; filler += 5)
        {
            using var pdf = PrintedPdf.Of(content => content.Text("before").Space(filler).Section("Heading", section => section
                .Table(table => table.Columns(columns => columns.Relative(1)).Head("Head").Row("row").Row("row"))));
            Assert.Contains(pdf.Pages, page => page.Contains("HeadingHeadrow", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void No_line_of_a_paragraph_stays_alone()
    {
        for (var filler = 560; filler <= 740; filler += 4)
        {
            using var pdf = PrintedPdf.Of(content => content.Text("x").Space(filler).Text("line1\nline2\nline3\nline4\nline5"));
            foreach (var lines in pdf.Pages.Select(page => page.Split("line").Length - 1))
                Assert.NotEqual(1, lines);
        }
    }

    [Fact]
    public void What_is_kept_together_moves_whole()
    {
        using var pdf = PrintedPdf.Of(content => content.Space(500).KeepTogether(whole => whole.Text(Lines).Text("end")));
        Assert.Equal(Lines.Replace("\n", "", StringComparison.Ordinal) + "end", pdf.Pages[^1]);
    }

    [Fact]
    public void What_is_kept_together_but_taller_than_a_page_is_torn()
    {
        using var pdf = PrintedPdf.Of(content => content.KeepTogether(whole => whole.Text(Lines).Text(Lines).Text(Lines)));
        Assert.Equal(2, pdf.Pages.Count);
        Assert.True(pdf.LowestEdge >= FootMargin - 1);
    }

    [Fact]
    public void A_box_and_a_row_go_on_on_the_next_page()
    {
        using var pdf = PrintedPdf.Of(content => content.Space(600)
            .Row(row => row.Relative(1, left => left.Box(box => box.Text(Lines))).Relative(1, right => right.Text("right"))));
        Assert.Equal(2, pdf.Pages.Count);
        Assert.Contains("line01", pdf.Pages[0], StringComparison.Ordinal);
        Assert.EndsWith("line30", pdf.Pages[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Space_vanishes_where_a_page_ends()
    {
        using var spaced = PrintedPdf.Of(content => content.Text("before").Space(725).Text("last").Space(60).Text("after"));
        using var plain = PrintedPdf.Of(content => content.Text("after"));
        Assert.Equal("after", spaced.Pages[^1]);
        Assert.Equal(plain.TopOfLastPage, spaced.TopOfLastPage, 0.01);
    }

    [Fact]
    public void Two_page_breaks_leave_a_page_empty_and_a_leading_one_none()
    {
        using var pdf = PrintedPdf.Of(content => content.PageBreak().Text("one").PageBreak().Text("two"));
        Assert.Equal(["one", "two"], pdf.Pages);
    }

    [Fact]
    public void A_report_without_content_has_one_page()
    {
        using var pdf = PrintedPdf.Of(content => content.Space(0));
        Assert.Single(pdf.Pages);
    }

    [Fact]
    public void Every_page_has_its_number_and_text_quotes_the_page_of_a_section()
    {
        using var pdf = PrintedPdf.Of(ReportDocument.Of("Report", PageSize.A4, page =>
        {
            page.RunningFoot("foot");
            page.Content(content =>
            {
                content.Text(text => text.Span("Method: page ").PageOf("method").Span(" of ").PageCount());
                for (var i = 0; i < 11; i++)
                    content.PageBreak().Text($"page {i}");
                content.Section("Method", method => method.Text("points"), key: "method");
            });
        }));
        Assert.StartsWith("Method: page 12 of 12", pdf.Pages[0], StringComparison.Ordinal);
        Assert.EndsWith("footPage 1 of 12", pdf.Pages[0], StringComparison.Ordinal);
        Assert.EndsWith("footPage 12 of 12", pdf.Pages[11], StringComparison.Ordinal);
    }

    [Fact]
    public void Work_grows_with_the_rows_not_faster()
    {
        Allocated(500);
        var (some, many) = (Allocated(1_000), Allocated(8_000));
        Assert.InRange(many / (double)some, 5, 10);
    }

    private static long Allocated(int rows)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        PrintedPdf.Report(content => content.Table(table =>
        {
            table.Columns(columns => columns.Relative(1).Relative(1)).Head("Vendor", "Country");
            for (var i = 0; i < rows; i++)
                table.Row("Vendor of the shop " + i, "Germany");
        })).ToPdf();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static IEnumerable<int> Numbers(string text) =>
        text.Split('<').Skip(1).Select(part => int.Parse(part[..part.IndexOf('>', StringComparison.Ordinal)]));
}
