namespace ComplianceHub.Reports.Layout.Tree;

/// <summary>A row of a table as a tree.</summary>
/// <param name="Cells">One for each column, or a single one over the whole width.</param>
/// <param name="Edge">The colour of a rule at the left edge that marks the row; null for none.</param>
internal sealed record TableRow(IReadOnlyList<Element> Cells, Ink? Edge)
{
    public string Text() => string.Join(" | ", Cells.Select(cell => string.Join(" / ", cell.Lines())));
}

/// <summary>The lines and distances of a table, in points.</summary>
/// <param name="Gap">Between two columns.</param>
/// <param name="Padding">Above and below the content of a row.</param>
/// <param name="HasRules">Whether rules stand below head and rows.</param>
internal sealed record TableLook(float Gap, float Padding, bool HasRules);

/// <summary>A table.</summary>
internal sealed class TableElement(
    IReadOnlyList<Extent> columns, TableRow? head, IReadOnlyList<TableRow> rows, TableLook look) : Element
{
    /// <summary>The head on the pages after the first; null when it is the same.</summary>
    public TableRow? Continued { get; init; }

    public override IEnumerable<string> Lines() => (head is null ? rows : rows.Prepend(head)).Select(row => row.Text());

    public override Block Layout(float width, Setting setting)
    {
        var widths = Extent.Divide(columns, width, look.Gap, (column, most) => Natural(column, most, setting));
        var laidOut = new TableRowBlock[rows.Count];
        // Columns as wide as their content may change with a page number in one of them.
        if (columns.Any(column => column.IsNatural))
            for (var i = 0; i < laidOut.Length; i++)
                laidOut[i] = Layout(rows[i], widths, width, setting, TableRowBlock.Place.Row);
        else
        {
            Func<TableRow, float, Setting, TableRowBlock> layout = (row, most, with) => Layout(row, widths, most, with, TableRowBlock.Place.Row);
            for (var i = 0; i < laidOut.Length; i++)
                laidOut[i] = setting.Once(rows[i], width, layout);
        }
        var top = head is null ? null : Layout(head, widths, width, setting, TableRowBlock.Place.Head);
        var next = Continued is null ? top : Layout(Continued, widths, width, setting, TableRowBlock.Place.Head);
        return new TableBlock(top, next, laidOut) { KeepsWithNext = KeepsWithNext };
    }

    private float Natural(int column, float most, Setting setting) =>
        (head is null ? rows : rows.Prepend(head))
            .Where(row => row.Cells.Count > 1 || columns.Count == 1)
            .Select(row => row.Cells[column].Layout(most, setting).NaturalWidth + 0.5f)
            .DefaultIfEmpty()
            .Max();

    private TableRowBlock Layout(TableRow row, float[] widths, float width, Setting setting, TableRowBlock.Place place)
    {
        if (row.Cells.Count == 1 && widths.Length > 1)
            return new([new(row.Cells[0].Layout(width, setting), 0)], width, look, row.Edge, place);
        var cells = new Placed[row.Cells.Count];
        var x = 0f;
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = new(row.Cells[i].Layout(widths[i], setting), x);
            x += widths[i] + look.Gap;
        }
        return new(cells, width, look, row.Edge, place);
    }
}
