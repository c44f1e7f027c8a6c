using ComplianceHub.Reports.Layout.Typesetting;
using SkiaSharp;

namespace ComplianceHub.Reports.Layout.Pdf;

/// <summary>An entry of the document's outline.</summary>
/// <param name="Title">As shown beside the pages.</param>
/// <param name="Level">1 for a chapter.</param>
/// <param name="Page">The page, counted from 0.</param>
/// <param name="Y">From the top of the page, in points.</param>
internal readonly record struct Bookmark(string Title, int Level, int Page, float Y);

/// <summary>The page that blocks draw themselves on. Lengths are in points, from the upper left corner.</summary>
internal sealed class PageSurface(SKCanvas canvas, TextPen pen, int page, List<Bookmark> bookmarks)
{
    /// <summary>Writes one line.</summary>
    /// <param name="tokens">In reading order.</param>
    /// <param name="isMixed">Whether some of them may be read from right to left.</param>
    /// <param name="x">Left edge.</param>
    /// <param name="baseLine">From the top of the page.</param>
    public void Text(ReadOnlySpan<Token> tokens, bool isMixed, float x, float baseLine) =>
        pen.Write(tokens, isMixed ? Order(tokens) : null, x, baseLine);

    /// <summary>Adds an entry to the outline.</summary>
    public void Bookmark(string title, int level, float y) => bookmarks.Add(new(title, level, page, y));

    /// <summary>Fills a field; a rule is a thin field.</summary>
    public void Fill(float x, float y, float width, float height, Ink ink) =>
        canvas.DrawRect(x, y, width, height, pen.Paint(ink));

    /// <summary>Fills a field with round corners.</summary>
    public void FillRound(float x, float y, float width, float height, float radius, Ink ink) =>
        canvas.DrawRoundRect(x, y, width, height, radius, radius, pen.Paint(ink));

    /// <summary>Draws the outline of a field with round corners, inside of its edge.</summary>
    public void Outline(float x, float y, float width, float height, float radius, float thickness, Ink ink)
    {
        using var paint = Stroke(thickness, ink);
        canvas.DrawRoundRect(x + (thickness / 2), y + (thickness / 2), width - thickness, height - thickness, radius, radius, paint);
    }

    /// <summary>Draws a sign with its upper left corner at a point.</summary>
    public void Sign(Mark mark, float x, float y, float size) => pen.Draw(mark, x, y + (size / 2), size);

    /// <summary>Fills a field with thin diagonal lines, which rise to the right.</summary>
    /// <param name="x">Left edge.</param>
    /// <param name="y">Upper edge.</param>
    /// <param name="width">Of the field.</param>
    /// <param name="height">Of the field.</param>
    /// <param name="radius">Of its corners.</param>
    /// <param name="thickness">Of a line.</param>
    /// <param name="distance">From one line to the next, across.</param>
    /// <param name="ink">Of the lines.</param>
    public void Hatch(float x, float y, float width, float height, float radius, float thickness, float distance, Ink ink)
    {
        using var paint = Stroke(thickness, ink);
        using var lines = new SKPathBuilder();
        for (var left = x - height; left < x + width; left += distance * 1.4142f)
        {
            lines.MoveTo(left, y + height);
            lines.LineTo(left + height, y);
        }
        using var path = lines.Detach();
        Within(x, y, width, height, radius, () => canvas.DrawPath(path, paint));
    }

    /// <summary>Draws inside of a field with round corners alone.</summary>
    public void Within(float x, float y, float width, float height, float radius, Action draw)
    {
        canvas.Save();
        using var field = new SKRoundRect(SKRect.Create(x, y, width, height), radius);
        canvas.ClipRoundRect(field, antialias: true);
        draw();
        canvas.Restore();
    }

    private static SKPaint Stroke(float thickness, Ink ink) => new()
    {
        IsAntialias = true,
        Style = SKPaintStyle.Stroke,
        StrokeWidth = thickness,
        Color = new SKColor(ink.Red, ink.Green, ink.Blue),
    };

    private static int[] Order(ReadOnlySpan<Token> tokens)
    {
        var levels = new byte[tokens.Length];
        for (var i = 0; i < levels.Length; i++)
            levels[i] = tokens[i].Level;
        return ReadingOrder.Visual(levels);
    }
}
