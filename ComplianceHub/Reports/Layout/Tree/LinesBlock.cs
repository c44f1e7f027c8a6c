using ComplianceHub.Reports.Layout.Pdf;
using ComplianceHub.Reports.Layout.Typesetting;

namespace ComplianceHub.Reports.Layout.Tree;

/// <summary>A paragraph that was broken into lines.</summary>
internal sealed record SetText(
    Token[] Tokens, float Width, float LineHeight, float BaseLine, Alignment Alignment, bool IsMixed);

/// <summary>Some of the lines of a paragraph. Where a page ends, no line of a paragraph stays alone.</summary>
internal sealed class LinesBlock(SetText text, Line[] lines, int start, int end) : Block
{
    public override float Height => (end - start) * text.LineHeight;

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
            var indent = text.Alignment == Alignment.End ? text.Width - lines[i].Width : 0;
            page.Text(text, lines[i], x + indent, y + ((i - start) * text.LineHeight) + text.BaseLine);
        }
    }

    public override Torn Tear(float room, bool isFresh)
    {
        var count = end - start;
        var fitting = Math.Min((int)(room / text.LineHeight), count);
        if (fitting == count - 1 && count > 2)
            fitting--;
        if (fitting < Math.Min(2, count))
            fitting = isFresh ? Math.Clamp((int)(room / text.LineHeight), 1, count) : 0;
        if (fitting == 0)
            return new(null, this);
        var cut = start + fitting;
        return new(new LinesBlock(text, lines, start, cut), cut == end ? null : new LinesBlock(text, lines, cut, end));
    }
}
