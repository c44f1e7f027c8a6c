using ComplianceHub.Reports.Layout.Pdf;

namespace ComplianceHub.Reports.Layout.Tree;

/// <summary>Space and lines around a block. Torn, a box is drawn whole on both pages.</summary>
/// <param name="Left">Space at the left, in points.</param>
/// <param name="Top">Space above, in points.</param>
/// <param name="Right">Space at the right, in points.</param>
/// <param name="Bottom">Space below, in points.</param>
internal sealed record Frame(float Left, float Top, float Right, float Bottom)
{
    /// <summary>Drawn behind the content on its whole field: surface, x, y, width, height.</summary>
    public Action<PageSurface, float, float, float, float>? Decoration { get; init; }
}

/// <summary>A node with space or lines around it.</summary>
/// <param name="content">What is framed.</param>
/// <param name="frame">The space and the lines.</param>
/// <param name="shrinks">Whether the frame is as wide as its content, not as wide as it may be.</param>
internal sealed class FramedElement(Element content, Frame frame, bool shrinks = false) : Element
{
    public override IEnumerable<string> Lines() => content.Lines();

    public override Block Layout(float width, Setting setting)
    {
        var inner = content.Layout(Math.Max(1, width - frame.Left - frame.Right), setting);
        var outer = shrinks ? Math.Min(width, inner.NaturalWidth + frame.Left + frame.Right) : width;
        return new Framed(inner, frame, outer) { KeepsWithNext = KeepsWithNext };
    }
}

/// <summary>A block with space or lines around it.</summary>
internal sealed class Framed(Block content, Frame frame, float width) : Block
{
    public override float Height => frame.Top + content.Height + frame.Bottom;

    public override float NaturalWidth => content.NaturalWidth + frame.Left + frame.Right;

    public override void Draw(PageSurface page, float x, float y)
    {
        frame.Decoration?.Invoke(page, x, y, width, Height);
        content.Draw(page, x + frame.Left, y + frame.Top);
    }

    public override Torn Tear(float room, bool isFresh)
    {
        var torn = content.Tear(room - frame.Top - frame.Bottom, isFresh);
        return torn.Here is null
            ? new(null, this)
            : new(new Framed(torn.Here, frame, width), torn.Next is null ? null : new Framed(torn.Next, frame, width));
    }
}

/// <summary>A node that is not torn unless it is taller than a page.</summary>
internal sealed class WholeElement(Element content) : Element
{
    public override IEnumerable<string> Lines() => content.Lines();

    public override Block Layout(float width, Setting setting) => new Whole(content.Layout(width, setting)) { KeepsWithNext = KeepsWithNext };

    private sealed class Whole(Block content) : Block
    {
        public override float Height => content.Height;

        public override float NaturalWidth => content.NaturalWidth;

        public override void Draw(PageSurface page, float x, float y) => content.Draw(page, x, y);

        public override Torn Tear(float room, bool isFresh) => isFresh ? content.Tear(room, isFresh) : new(null, this);
    }
}
