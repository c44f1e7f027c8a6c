using ComplianceHub.Reports.Layout.Tree;
using ComplianceHub.Reports.Layout.Typesetting;
using SkiaSharp;

namespace ComplianceHub.Reports.Layout.Pdf;

/// <summary>One sheet, laid out: blocks and their upper left corners.</summary>
internal sealed record Sheet(IReadOnlyList<(Block Block, float X, float Y)> Blocks);

/// <summary>Draws laid-out sheets into the bytes of a PDF. No clock and no random number is read: the same sheets make
/// the same bytes.</summary>
internal static class PdfPrinter
{
    /// <summary>The PDF.</summary>
    /// <param name="title">Shown by readers instead of the file name; printable text.</param>
    /// <param name="size">Of every sheet.</param>
    /// <param name="sheets">In order.</param>
    /// <param name="shaper">Knows all letters that the sheets print.</param>
    public static byte[] Print(string title, PageSize size, IReadOnlyList<Sheet> sheets, Shaper shaper)
    {
        var bookmarks = new List<Bookmark>();
        using var fonts = new DocumentFonts(shaper.All);
        using var pen = new TextPen(fonts);
        using var bytes = new SKDynamicMemoryWStream();
        var metadata = new SKDocumentPdfMetadata { Title = title, Creator = "ComplianceHub", RasterDpi = 72, EncodingQuality = 100 };
        using (var document = SKDocument.CreatePdf(bytes, metadata))
        {
            for (var i = 0; i < sheets.Count; i++)
            {
                var canvas = document.BeginPage(size.Width, size.Height);
                var surface = new PageSurface(canvas, pen, i, bookmarks);
                pen.Begin(canvas);
                foreach (var (block, x, y) in sheets[i].Blocks)
                    block.Draw(surface, x, y);
                pen.End();
                document.EndPage();
            }
            document.Close();
        }
        using var drawn = bytes.DetachAsData();
        var update = new PdfUpdate(drawn.ToArray());
        PdfOutline.Add(update, bookmarks, size.Height);
        return update.Finish();
    }
}
