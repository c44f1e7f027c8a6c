using ComplianceHub.Reports.Layout.Typesetting;

namespace ComplianceHub.Reports.Layout.Tree;

/// <summary>A part of a paragraph: text, a sign or a page number.</summary>
/// <param name="Style">How it looks.</param>
internal abstract record Inline(TextStyle Style)
{
    /// <summary>As text, for tests.</summary>
    public abstract string Text { get; }

    /// <summary>As it is set, with page numbers filled in.</summary>
    public virtual Piece Set(PageNumbers pages) => new(Text, Style);
}

/// <summary>Words.</summary>
internal sealed record Words(string Printable, TextStyle Style) : Inline(Style)
{
    public override string Text => Printable;
}

/// <summary>A sign, such as the octagon of a failing requirement.</summary>
internal sealed record Sign(Mark Mark, TextStyle Style) : Inline(Style)
{
    public override string Text => $"[{Mark.Name}] ";

    public override Piece Set(PageNumbers pages) => new("", Style, Mark);
}

/// <summary>A number that is known once the report is cut into pages.</summary>
internal sealed record PageNumber(string Text, TextStyle Style, Func<PageNumbers, int> Of) : Inline(Style)
{
    public override string Text { get; } = Text;

    public override Piece Set(PageNumbers pages) => new(pages.Quote(Of), Style);
}

/// <summary>A paragraph of one look, which nearly every cell of a long table is.</summary>
internal sealed class PlainText(string printable, TextStyle style) : Element
{
    public override IEnumerable<string> Lines() => printable.Split('\n');

    public override Block Layout(float width, Setting setting) => TextElement.Set([new(printable, style)], style, width, setting, KeepsWithNext);
}

/// <summary>A paragraph.</summary>
internal sealed class TextElement(Inline[] parts, TextStyle style) : Element
{
    public override IEnumerable<string> Lines() => string.Concat(parts.Select(part => part.Text)).Split('\n');

    public override Block Layout(float width, Setting setting) =>
        Set([.. parts.Select(part => part.Set(setting.Pages))], style, width, setting, KeepsWithNext);

    /// <summary>Breaks pieces of text into lines.</summary>
    public static LinesBlock Set(ReadOnlySpan<Piece> pieces, TextStyle style, float width, Setting setting, bool keepsWithNext)
    {
        setting.Paragraph.Read(pieces);
        var (tokens, lines) = setting.LineBreaker.Break(setting.Paragraph.Tokens, width);
        var (lineHeight, size) = (style.LineHeight, style.Size);
        foreach (var piece in pieces)
            (lineHeight, size) = (Math.Max(lineHeight, piece.Style.LineHeight), Math.Max(size, piece.Style.Size));
        var face = setting.Shaper.FaceOf(style);
        var baseLine = ((lineHeight - ((face.Ascent + face.Descent) * size)) / 2) + (face.Ascent * size);
        var measure = new Measure(width, lineHeight, baseLine, style.Alignment, setting.Paragraph.IsMixed);
        return new(tokens, lines, 0, lines.Length, measure) { KeepsWithNext = keepsWithNext };
    }
}
