using ComplianceHub.Reports.Layout.Typesetting;
using SkiaSharp;

namespace ComplianceHub.Reports.Layout.Pdf;

/// <summary>Writes lines of text onto pages. Letters carry their text and clusters with them: without those, Skia writes
/// letters that a reader cannot turn back into "2026-11-23". Text of one colour is handed over together, in the order in
/// which it is read; each call into Skia costs more than a word.</summary>
internal sealed class TextPen(DocumentFonts fonts) : IDisposable
{
    private readonly SKTextBlobBuilder _builder = new();
    private readonly SKPaint _paint = new() { IsAntialias = true };
    private readonly List<Token> _pending = [];
    private readonly Dictionary<Mark, SKPath> _signs = [];
    private SKCanvas? _canvas;
    private Ink _ink;
    private bool _hasText;

    /// <summary>Starts a page.</summary>
    public void Begin(SKCanvas canvas) => _canvas = canvas;

    /// <summary>Ends the page.</summary>
    public void End()
    {
        HandOver();
        _canvas = null;
    }

    /// <summary>Writes tokens that stand beside each other from left to right.</summary>
    /// <param name="tokens">Of the line.</param>
    /// <param name="order">Positions into <paramref name="tokens"/> from left to right; null for reading order.</param>
    /// <param name="x">Left edge, in points.</param>
    /// <param name="baseLine">From the top of the page, in points.</param>
    public void Write(ReadOnlySpan<Token> tokens, int[]? order, float x, float baseLine)
    {
        var start = x;
        for (var i = 0; i < tokens.Length; i++)
        {
            var token = tokens[order is null ? i : order[i]];
            if (_pending.Count > 0 && !Joins(_pending[^1], token))
                start = Flush(start, baseLine);
            if (token.Sign is not null)
                Draw(token.Sign, start, baseLine - (token.Style.Size * 0.365f), token.Style.Size * Paragraph.SignSize);
            if (token.Run is null)
                start += token.Width;
            else
                _pending.Add(token);
        }
        Flush(start, baseLine);
    }

    /// <summary>Draws a sign.</summary>
    /// <param name="mark">The sign.</param>
    /// <param name="x">Left edge, in points.</param>
    /// <param name="middle">Height of its middle from the top of the page, in points.</param>
    /// <param name="size">Width and height, in points.</param>
    public void Draw(Mark mark, float x, float middle, float size)
    {
        if (!_signs.TryGetValue(mark, out var path))
            _signs.Add(mark, path = SKPath.ParseSvgPathData(mark.Path));
        // The shapes fill 20 of the 24 units of their field; the margin is cut to one unit.
        var scale = size / 22;
        _canvas!.Save();
        _canvas.Translate(x - scale, middle - (12 * scale));
        _canvas.Scale(scale);
        _canvas.DrawPath(path, Paint(mark.Ink));
        _canvas.Restore();
    }

    /// <summary>Paint of a colour; valid until the next call.</summary>
    public SKPaint Paint(Ink ink)
    {
        _paint.Color = new SKColor(ink.Red, ink.Green, ink.Blue);
        return _paint;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var path in _signs.Values)
            path.Dispose();
        _builder.Dispose();
        _paint.Dispose();
    }

    private static bool Joins(in Token before, in Token token) =>
        token.Run is not null && before.Run!.Face == token.Run.Face && before.Run.Tabular == token.Run.Tabular
        && before.Level == token.Level && before.Run.RightToLeft == token.Run.RightToLeft
        && (ReferenceEquals(before.Style, token.Style) || before.Style == token.Style);

    private void HandOver()
    {
        if (!_hasText)
            return;
        using var blob = _builder.Build();
        _canvas!.DrawText(blob, 0, 0, Paint(_ink));
        _hasText = false;
    }

    private float Flush(float x, float baseLine)
    {
        var (letters, bytes) = (0, 0);
        foreach (var token in _pending)
            (letters, bytes) = (letters + token.Run!.Letters.Length, bytes + token.Run.Text.Length);
        if (letters > 0)
        {
            var (style, first) = (_pending[0].Style, _pending[0].Run!);
            if (style.Ink != _ink)
                HandOver();
            (_ink, _hasText) = (style.Ink, true);
            x = Fill(_builder.AllocatePositionedTextRun(fonts.Of(first, style.Size), letters, bytes, null), style, x, baseLine);
        }
        _pending.Clear();
        return x;
    }

    // The text of a stretch from right to left stands in reading order, its letters from left to right.
    private float Fill(SKPositionedTextRunBuffer buffer, TextStyle style, float pen, float baseLine)
    {
        var glyphs = buffer.Glyphs;
        var positions = buffer.Positions;
        var clusters = buffer.Clusters;
        var text = buffer.Text;
        var isBackwards = _pending[0].Run!.RightToLeft;
        var textAt = isBackwards ? text.Length : 0;
        var at = 0;
        foreach (var token in _pending)
        {
            var run = token.Run!;
            if (isBackwards)
                textAt -= run.Text.Length;
            run.Text.CopyTo(text[textAt..]);
            foreach (var letter in run.Letters)
            {
                glyphs[at] = letter.Glyph;
                clusters[at] = letter.Cluster + (uint)textAt;
                positions[at++] = new SKPoint(pen + (letter.X * style.Size), baseLine - (letter.Y * style.Size));
                pen += (letter.Advance + style.Tracking) * style.Size;
            }
            if (!isBackwards)
                textAt += run.Text.Length;
        }
        return pen;
    }
}
