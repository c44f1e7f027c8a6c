using ComplianceHub.Reports.Layout.Pdf;

namespace ComplianceHub.Reports.Layout.Tree;

/// <summary>A part of a report laid out at a width: it has a height, can be drawn, and can be torn where a page ends.</summary>
internal abstract class Block
{
    /// <summary>In points.</summary>
    public abstract float Height { get; }

    /// <summary>The width that its content needs, in points; at most the width it was laid out at.</summary>
    public virtual float NaturalWidth => 0;

    /// <summary>Stays on the page of what follows it: a heading.</summary>
    public bool KeepsWithNext { get; init; }

    /// <summary>Draws it with its upper left corner at a point.</summary>
    public abstract void Draw(PageSurface page, float x, float y);

    /// <summary>Tears it in two.</summary>
    /// <param name="room">The height left on the page, less than <see cref="Height"/>.</param>
    /// <param name="isFresh">Nothing stands on the page yet: something must be placed, or the document would never end.</param>
    /// <returns>What stays on the page, null for nothing, and what goes to the next one.</returns>
    public virtual Torn Tear(float room, bool isFresh) => isFresh ? new(this, null) : new(null, this);
}

/// <summary>The two parts of a torn block.</summary>
/// <param name="Here">What stays on the page; null when nothing fits.</param>
/// <param name="Next">What goes to the next page; null when nothing is left.</param>
internal readonly record struct Torn(Block? Here, Block? Next);
