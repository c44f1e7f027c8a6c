using ComplianceHub.Reports.Layout.Tree;

namespace ComplianceHub.Reports.Layout;

/// <summary>A table being composed: columns first, then the head, then the rows.</summary>
public sealed class Table
{
    private readonly TableColumns _columns = new();
    private readonly List<TableRow> _rows = [];
    private TableRow? _head;
    private TableRow? _continued;
    private TableLook _look = new(3.Millimetres(), 1.5f.Millimetres(), HasRules: true);

    internal Table()
    {
    }

    /// <summary>Declares the columns from left to right.</summary>
    public Table Columns(Action<TableColumns> declare)
    {
        declare(_columns);
        return this;
    }

    /// <summary>Rows close below each other, for short facts.</summary>
    public Table Dense()
    {
        _look = _look with { Padding = 0.85f.Millimetres() };
        return this;
    }

    /// <summary>No lines, and rows close below each other.</summary>
    public Table WithoutRules()
    {
        _look = _look with { Padding = 0.5f.Millimetres(), HasRules = false };
        return this;
    }

    /// <summary>The head, which is repeated on every page.</summary>
    /// <exception cref="ArgumentException">The number of titles is not that of the columns.</exception>
    public Table Head(params string[] titles)
    {
        var row = NewRow(isHead: true);
        foreach (var title in titles)
            row.Cell(title);
        _head = row.Finish();
        return this;
    }

    /// <summary>The head on the pages after the first, where it is another: one that names what the table is about.</summary>
    /// <exception cref="ArgumentException">The number of titles is not that of the columns.</exception>
    public Table Continued(params string[] titles)
    {
        var row = NewRow(isHead: true);
        foreach (var title in titles)
            row.Cell(title);
        _continued = row.Finish();
        return this;
    }

    /// <summary>A row of plain texts.</summary>
    /// <exception cref="ArgumentException">The number of cells is not that of the columns.</exception>
    public Table Row(params string[] cells)
    {
        var row = NewRow(isHead: false);
        foreach (var cell in cells)
            row.Cell(cell);
        _rows.Add(row.Finish());
        return this;
    }

    /// <summary>A row of composed cells.</summary>
    /// <exception cref="ArgumentException">The number of cells is not that of the columns.</exception>
    public Table Row(Action<TableCells> compose)
    {
        var row = NewRow(isHead: false);
        compose(row);
        _rows.Add(row.Finish());
        return this;
    }

    /// <summary>A row that is one cell over the whole width: a heading between rows, or a remark.</summary>
    public Table FullWidth(Action<Column> body)
    {
        _rows.Add(new([Column.Compose(body, TextStyle.Cell)], null));
        return this;
    }

    internal TableElement Element() => new(_columns.Extents, _head, _rows, _look) { Continued = _continued };

    private TableCells NewRow(bool isHead) => new(isHead, _columns.Alignments);
}

/// <summary>The columns of a table being declared, from left to right.</summary>
public sealed class TableColumns
{
    private readonly List<Extent> _extents = [];
    private readonly List<Alignment> _alignments = [];

    internal TableColumns()
    {
    }

    internal IReadOnlyList<Extent> Extents => _extents;

    internal IReadOnlyList<Alignment> Alignments => _alignments;

    /// <summary>A column of a fixed width in points.</summary>
    public TableColumns Constant(float width, Alignment alignment = Alignment.Start) => Add(new Extent(width, 0), alignment);

    /// <summary>A column that takes a share of the width that is left.</summary>
    public TableColumns Relative(float share, Alignment alignment = Alignment.Start) => Add(new Extent(0, share), alignment);

    /// <summary>A column as wide as its widest cell. Every cell is laid out twice for it: not for long tables.</summary>
    public TableColumns Auto(Alignment alignment = Alignment.Start) => Add(new Extent(0, 0, IsNatural: true), alignment);

    private TableColumns Add(Extent extent, Alignment alignment)
    {
        _extents.Add(extent);
        _alignments.Add(alignment);
        return this;
    }
}

/// <summary>The cells of a row being composed, from left to right.</summary>
public sealed class TableCells
{
    private readonly Element[] _cells;
    private int _count;
    private readonly bool _isHead;
    private readonly IReadOnlyList<Alignment> _alignments;
    private Ink? _edge;

    internal TableCells(bool isHead, IReadOnlyList<Alignment> alignments) =>
        (_isHead, _alignments, _cells) = (isHead, alignments, new Element[alignments.Count]);

    /// <summary>A cell of plain text.</summary>
    public TableCells Cell(string text) => Add(Column.Plain(text, NextStyle));

    /// <summary>A cell of composed content.</summary>
    public TableCells Cell(Action<Column> body) => Add(Column.Compose(body, NextStyle));

    /// <summary>A cell with a first line in semi-bold and a second one in grey.</summary>
    public TableCells Cell(string first, string second) =>
        Cell(cell => cell.Text(text => text.Strong(first).Line().Grey(second)));

    /// <summary>A cell with a sign and its word.</summary>
    public TableCells Cell(Mark mark, string word) => Cell(cell => cell.Outcome(mark, word));

    /// <summary>A rule at the left edge of the row: red where something fails.</summary>
    public TableCells Edge(Ink ink)
    {
        _edge = ink;
        return this;
    }

    internal TableRow Finish() => _count == _cells.Length
        ? new(_cells, _edge)
        : throw new ArgumentException($"The table has {_cells.Length} columns; this row has {_count} cells.");

    private TableCells Add(Element cell)
    {
        if (_count == _cells.Length)
            throw new ArgumentException($"The table has {_cells.Length} columns; this row has more cells.");
        _cells[_count++] = cell;
        return this;
    }

    private TextStyle NextStyle => (_isHead, _alignments.ElementAtOrDefault(_count)) switch
    {
        (false, Alignment.Start) => TextStyle.Cell,
        (false, _) => TextStyle.CellEnd,
        (_, Alignment.Start) => TextStyle.CellHead,
        _ => TextStyle.CellHeadEnd,
    };
}
