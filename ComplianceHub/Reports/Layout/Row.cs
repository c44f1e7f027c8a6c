using ComplianceHub.Reports.Layout.Tree;

namespace ComplianceHub.Reports.Layout;

/// <summary>Where the parts of a row stand when one is lower than the row.</summary>
public enum RowAlignment
{
    /// <summary>At the upper edge.</summary>
    Top,

    /// <summary>In the middle.</summary>
    Middle,

    /// <summary>At the lower edge.</summary>
    Bottom,
}

/// <summary>Parts beside each other being composed, from left to right.</summary>
public sealed class Row
{
    private readonly List<(Extent, Element)> _items = [];
    private readonly TextStyle _style;

    internal Row(TextStyle style) => _style = style;

    internal IReadOnlyList<(Extent Extent, Element Content)> Items => _items;

    /// <summary>A part of a fixed width in points.</summary>
    public Row Constant(float width, Action<Column> body) => Add(new Extent(width, 0), body);

    /// <summary>A part that takes a share of the width that is left.</summary>
    public Row Relative(float share, Action<Column> body) => Add(new Extent(0, share), body);

    /// <summary>A part as wide as its content.</summary>
    public Row Auto(Action<Column> body) => Add(new Extent(0, 0, IsNatural: true), body);

    private Row Add(Extent extent, Action<Column> body)
    {
        _items.Add((extent, Column.Compose(body, _style)));
        return this;
    }
}
