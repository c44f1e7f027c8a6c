namespace ComplianceHub.Reports.Layout.Tree;

/// <summary>How wide a part of a row or a column of a table is.</summary>
/// <param name="Constant">In points; 0 when the width is a share.</param>
/// <param name="Share">Of what the constant and natural widths leave.</param>
/// <param name="IsNatural">As wide as its content, not wider than the row.</param>
internal readonly record struct Extent(float Constant, float Share, bool IsNatural = false)
{
    /// <summary>The widths of all parts, in points.</summary>
    /// <param name="extents">In order.</param>
    /// <param name="width">To be divided, in points.</param>
    /// <param name="gap">Between two parts, in points.</param>
    /// <param name="natural">The width of the content of a part, given the most it may take.</param>
    public static float[] Divide(IReadOnlyList<Extent> extents, float width, float gap, Func<int, float, float> natural)
    {
        var widths = new float[extents.Count];
        var left = width - (gap * Math.Max(0, extents.Count - 1));
        for (var i = 0; i < widths.Length; i++)
            left -= widths[i] = extents[i].Constant;
        for (var i = 0; i < widths.Length; i++)
            if (extents[i].IsNatural)
                left -= widths[i] = Math.Min(natural(i, Math.Max(left, 1)), Math.Max(left, 1));
        var shares = extents.Sum(extent => extent.Share);
        for (var i = 0; i < widths.Length; i++)
            if (extents[i].Share > 0)
                widths[i] = Math.Max(1, left * extents[i].Share / shares);
        return widths;
    }
}

/// <summary>Parts beside each other.</summary>
internal sealed class RowElement(IReadOnlyList<(Extent Extent, Element Content)> items, float gap, RowAlignment alignment) : Element
{
    public override IEnumerable<string> Lines() => [string.Join(" | ", items.Select(item => Joined(item.Content.Lines())))];

    public override Block Layout(float width, Setting setting)
    {
        var widths = Extent.Divide([.. items.Select(item => item.Extent)], width, gap,
            // Half a point more than the text: rounding must not break the line.
            (i, most) => items[i].Content.Layout(most, setting).NaturalWidth + 0.5f);
        var parts = new Placed[items.Count];
        var x = 0f;
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = new(items[i].Content.Layout(widths[i], setting), x);
            x += widths[i] + gap;
        }
        return new Beside(parts, x - gap, alignment) { KeepsWithNext = KeepsWithNext };
    }
}
