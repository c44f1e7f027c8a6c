using ComplianceHub.Reports.Layout.Pdf;
using ComplianceHub.Reports.Layout.Typesetting;

namespace ComplianceHub.Reports.Layout.Tree;

/// <summary>How the lines of a paragraph stand.</summary>
/// <param name="Width">Of the column, in points.</param>
/// <param name="LineHeight">From one line to the next, in points.</param>
/// <param name="BaseLine">From the upper edge of a line, in points.</param>
/// <param name="Alignment">The edge that lines lean on.</param>
/// <param name="IsMixed">Whether anything is read from right to left.</param>
internal readonly record struct Measure(float Width, float LineHeight, float BaseLine, Alignment Alignment, bool IsMixed);

/// <summary>Some of the lines of a paragraph. Where a page ends, no line of a paragraph stays alone.</summary>
internal sealed class LinesBlock(Token[] tokens, Line[] lines, int start, int end, Measure measure) : Block
{
    public override float Height => (end - start) * measure.LineHeight;

    public override float NaturalWidth
    {
        get
        {
            var widest = 0f;
            for (var i = start; i < end; i++)
                widest = Math.Max(widest, lines[i].Width);
            return widest;
        }
    }

    public override void Draw(PageSurface page, float x, float y)
    {
        for (var i = start; i < end; i++)
        {
            var indent = measure.Alignment == Alignment.End ? measure.Width - lines[i].Width : 0;
            page.Text(tokens.AsSpan(lines[i].Start..lines[i].End), measure.IsMixed, x + indent, y + ((i - start) * measure.LineHeight) + measure.BaseLine);
        }
    }

    public override Torn Tear(float room, bool isFresh)
    {
        var count = end - start;
        var fitting = Math.Min((int)(room / measure.LineHeight), count);
        if (fitting == count - 1 && count > 2)
            fitting--;
        if (fitting < Math.Min(2, count))
            fitting = isFresh ? Math.Clamp((int)(room / measure.LineHeight), 1, count) : 0;
        if (fitting == 0)
            return new(null, this);
        var cut = start + fitting;
        return new(new LinesBlock(tokens, lines, start, cut, measure), cut == end ? null : new LinesBlock(tokens, lines, cut, end, measure));
    }
}
