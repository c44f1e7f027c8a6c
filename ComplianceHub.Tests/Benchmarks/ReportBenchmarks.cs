using System.Diagnostics;
using ComplianceHub.Compliance;
using ComplianceHub.Reports;
using ComplianceHub.Reports.Layout;
using ComplianceHub.Reports.Layout.Pdf;
using ComplianceHub.Reports.Layout.Tree;
using ComplianceHub.Reports.Layout.Typesetting;
using ComplianceHub.Tests.Given;
using SkiaSharp;

namespace ComplianceHub.Tests.Benchmarks;

/// <summary>
/// How long printing takes. The floor is the same text without layout: the same letters at the same places, handed to
/// Skia and written as PDF. A second one is plain Skia: the same text in lines of one size, in one font, without shaping;
/// such a file has no bold, no outline and no columns. Explicit: run with
/// <c>dotnet run --project ComplianceHub.Tests -c Release -- --explicit only --filter-namespace "*Benchmarks"</c>.
/// </summary>
public sealed class ReportBenchmarks
{
    private const int Rows = 5000;

    [Fact(Explicit = true)]
    public void Readiness_report_of_the_demo_shop()
    {
        var report = ReportCatalogue.WithName("readiness")!;
        var shop = DemoSnapshots.FjordAndFable();
        Measure("readiness report, first of the process", () => report.Compose(shop, PageSize.A4).ToPdf(), 1);
        PlainFloor(report.Compose(shop, PageSize.A4));
        var floor = Floor(report.Compose(shop, PageSize.A4));
        Measure("evaluate and compose", () => report.Compose(DemoSnapshot(shop), PageSize.A4), floor: floor);
        Measure("readiness report, warm", () => report.Compose(DemoSnapshot(shop), PageSize.A4).ToPdf(), floor: floor);
    }

    [Fact(Explicit = true)]
    public void A_table_of_5000_rows()
    {
        Measure("5,000 rows, first of the process", () => Table().ToPdf(), 1);
        PlainFloor(Table());
        var floor = Floor(Table());
        Measure("compose 5,000 rows", () => Table(), floor: floor);
        Measure("lay out 5,000 rows", () => LayOut(Table()), floor: floor);
        Measure("5,000 rows, warm", () => Table().ToPdf(), floor: floor);
    }

    // A snapshot keeps what the rules have looked up; a copy has to look again.
    private static ShopSnapshot DemoSnapshot(ShopSnapshot shop) => shop with { Vendors = [.. shop.Vendors] };

    private static ReportDocument Table() => ReportDocument.Of("Agreements", PageSize.A4, page =>
    {
        page.RunningHead("Fjord & Fable · Agreements", "As of 23 Nov 2026");
        page.RunningFoot("Snapshot 7c1e 04d9 … b2f6 58aa · catalogue 2026.11");
        page.Content(content => content.Table(table =>
        {
            table.Columns(columns => columns.Constant(34).Relative(3).Relative(5).Relative(2).Constant(60).Constant(40, Alignment.End))
                .Head("No.", "Third party", "What it does", "Country", "From", "Points");
            for (var i = 1; i <= Rows; i++)
                table.Row($"{i}", $"Vendor {i} GmbH & Co. KG", $"Processes orders and returns of customers of market {i % 17} for fulfilment", "Germany", $"{1 + (i % 28)} Nov 2026", $"−{i % 10}.{i % 7}");
        }));
    });

    private static void LayOut(ReportDocument document)
    {
        using var shaper = new Shaper(ReportFonts.Shipped);
        document.LayOut(shaper);
    }

    private static double Floor(ReportDocument document)
    {
        using var shaper = new Shaper(ReportFonts.Shipped);
        var sheets = document.LayOut(shaper);
        return Measure("floor: draw the same letters without layout", () => PdfPrinter.Print(document.Title, document.Size, sheets, shaper));
    }

    private static void PlainFloor(ReportDocument document)
    {
        var lines = document.ToText().Split('\n').SelectMany(line => line.Split(" | ")).SelectMany(cell => cell.Chunk(70)).Select(part => new string(part)).ToList();
        using var stream = typeof(ReportFonts).Assembly.GetManifestResourceStream("Fonts/Inter_400Regular.ttf")!;
        using var typeface = SKTypeface.FromStream(stream);
        Measure("floor: plain Skia, one font, no shaping", () => Draw(lines, typeface, document.Size));
    }

    private static void Draw(List<string> lines, SKTypeface typeface, PageSize size)
    {
        const int LinesOfAPage = 60;
        using var font = new SKFont(typeface, 8.5f) { Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None };
        using var paint = new SKPaint();
        using var bytes = new SKDynamicMemoryWStream();
        using var document = SKDocument.CreatePdf(bytes);
        foreach (var page in lines.Chunk(LinesOfAPage))
        {
            var canvas = document.BeginPage(size.Width, size.Height);
            for (var i = 0; i < page.Length; i++)
                canvas.DrawText(page[i], 51, 60 + (i * 12), SKTextAlign.Left, font, paint);
            document.EndPage();
        }
        document.Close();
    }

    // The median of several runs: the machine does other things too.
    private static double Measure(string what, Action action, int runs = 9, double? floor = null)
    {
        if (runs > 1)
            action();
        var times = new double[runs];
        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var i = 0; i < runs; i++)
        {
            var clock = Stopwatch.StartNew();
            action();
            times[i] = clock.Elapsed.TotalMilliseconds;
        }
        var megabytes = (GC.GetTotalAllocatedBytes(precise: true) - before) / 1e6 / runs;
        Array.Sort(times);
        var milliseconds = times[runs / 2];
        var ratio = floor is { } least ? $"{milliseconds / least:N2} x floor" : "";
        TestContext.Current.TestOutputHelper!.WriteLine($"{what,-45} {milliseconds,10:N1} ms {megabytes,10:N1} MB {ratio}");
        return milliseconds;
    }
}
