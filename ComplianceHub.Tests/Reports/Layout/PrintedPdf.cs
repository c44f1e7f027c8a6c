using ComplianceHub.Reports.Layout;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Outline;

namespace ComplianceHub.Tests.Reports.Layout;

/// <summary>A PDF as another program reads it.</summary>
internal sealed class PrintedPdf : IDisposable
{
    private readonly PdfDocument _document;

    private PrintedPdf(byte[] bytes) => (Bytes, _document) = (bytes, PdfDocument.Open(bytes));

    public byte[] Bytes { get; }

    public IReadOnlyList<string> Pages => [.. _document.GetPages().Select(page => page.Text)];

    public string Text => string.Join('\n', Pages);

    public string? Title => _document.Information.Title;

    public (double Width, double Height) Size => (_document.GetPage(1).Width, _document.GetPage(1).Height);

    public IReadOnlyList<(int Level, string Title, int Page)> Outline => _document.TryGetBookmarks(out var bookmarks)
        ? [.. bookmarks.GetNodes().Select(node => (node.Level, node.Title, ((DocumentBookmarkNode)node).PageNumber))]
        : [];

    public static PrintedPdf Of(ReportDocument document, ReportFonts? fonts = null) => new(document.ToPdf(fonts));

    public static PrintedPdf Of(Action<Column> content) => Of(Report(content));

    public static ReportDocument Report(Action<Column> content) =>
        ReportDocument.Of("Report", PageSize.A4, page => page.Content(content));

    /// <summary>How far right the rightmost letter of any page reaches, in points.</summary>
    public double RightEdge => _document.GetPages().SelectMany(page => page.Letters).Max(letter => letter.BoundingBox.Right);

    /// <summary>How far down the lowest letter of any page reaches, in points from the lower edge.</summary>
    public double LowestEdge => _document.GetPages().SelectMany(page => page.Letters).Min(letter => letter.BoundingBox.Bottom);

    /// <summary>The base line of the highest letter of the last page, in points from the lower edge.</summary>
    public double TopOfLastPage => _document.GetPage(_document.NumberOfPages).Letters.Max(letter => letter.StartBaseLine.Y);

    public void Dispose() => _document.Dispose();
}
