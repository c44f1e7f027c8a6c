using ComplianceHub.Reports.Layout.Pdf;

namespace ComplianceHub.Reports.Layout.Tree;

/// <summary>Rows of a table, with the head above them on every page.</summary>
internal sealed class TableBlock : Block
{
    // Two rows together higher than this are left where they are.
    private const float LeastTornTable = 150;

    private readonly TableRowBlock? _head;
    private readonly TableRowBlock? _continued;
    private readonly TableRowBlock[] _rows;
    private readonly int _start;
    private readonly int _end;
    private readonly TableRowBlock? _first;
    private readonly TableRowBlock? _last;

    /// <summary>All of the rows.</summary>
    /// <param name="head">Above the rows; may be null.</param>
    /// <param name="continued">Above the rows on the pages after the first.</param>
    /// <param name="rows">In order.</param>
    public TableBlock(TableRowBlock? head, TableRowBlock? continued, TableRowBlock[] rows)
        : this(head, continued, rows, 0, rows.Length, null, null)
    {
    }

    private TableBlock(TableRowBlock? head, TableRowBlock? continued, TableRowBlock[] rows, int start, int end, TableRowBlock? first, TableRowBlock? last)
    {
        (_head, _continued, _rows, _start, _end, _first, _last) = (head, continued, rows, start, end, first, last);
        Height = (head?.Height ?? 0) + (first?.Height ?? 0) + (last?.Height ?? 0);
        for (var i = start; i < end; i++)
            Height += rows[i].Height;
    }

    /// <inheritdoc />
    public override float Height { get; }

    /// <inheritdoc />
    public override float NaturalWidth => Parts().Select(row => row.NaturalWidth).DefaultIfEmpty().Max();

    /// <inheritdoc />
    public override void Draw(PageSurface page, float x, float y)
    {
        foreach (var row in Parts())
        {
            row.Draw(page, x, y);
            y += row.Height;
        }
    }

    /// <inheritdoc />
    public override Torn Tear(float room, bool isFresh)
    {
        var y = _head?.Height ?? 0;
        if (_first is not null)
        {
            if (y + _first.Height > room)
                return TearRow(_first, _start, _start, room - y, isFresh);
            y += _first.Height;
        }
        for (var i = _start; i < _end; i++)
        {
            if (y + _rows[i].Height > room)
                return TearRow(_rows[i], i, i + 1, room - y, isFresh && i == _start && _first is null);
            y += _rows[i].Height;
        }
        return new(this, null);
    }

    // The rows before the torn one stay here; those from "after" on follow its rest on the next page.
    private Torn TearRow(TableRowBlock row, int before, int after, float room, bool isFresh)
    {
        var first = row == _first ? null : _first;
        var (here, next) = row.Tear(room, isFresh);
        if (here is null && before == _start && first is null)
            return new(null, this);
        // The last row takes the one before it along, so that it does not stand alone under a head.
        if (here is null && after == _end && before == _end - 1 && before - _start > 2 && _rows[before].Height + _rows[before - 1].Height < LeastTornTable)
            (before, after, next) = (before - 1, before - 1, null);
        return new(
            new TableBlock(_head, _continued, _rows, _start, before, first, here as TableRowBlock),
            next is null && after >= _end ? null : new TableBlock(_continued, _continued, _rows, after, _end, next as TableRowBlock, null));
    }

    private IEnumerable<TableRowBlock> Parts()
    {
        if (_head is not null)
            yield return _head;
        if (_first is not null)
            yield return _first;
        for (var i = _start; i < _end; i++)
            yield return _rows[i];
        if (_last is not null)
            yield return _last;
    }
}

/// <summary>One row of a table, or a part of it.</summary>
internal sealed class TableRowBlock(Placed[] cells, float width, TableLook look, Ink? edge, TableRowBlock.Place place) : Block
{
    // A row lower than this goes to the next page whole, and so does one of which little would stay, or little would go.
    private const float LeastTornHeight = 150;
    private const float LeastPart = 60;
    private const float LeastRest = 30;
    private const float MostMoved = 240;
    private const float HeadRule = 0.75f;
    private const float RowRule = 0.4f;
    private const float EdgeRule = 1.5f;

    /// <summary>Where a row stands in its table.</summary>
    public enum Place
    {
        /// <summary>Above the others, with a black rule below.</summary>
        Head,

        /// <summary>Among the others, with a grey rule below.</summary>
        Row,
    }

    public override float Height { get; } = Tallest(cells) + (2 * look.Padding) + (look.HasRules ? RowRule : 0);

    public override float NaturalWidth => cells.Max(cell => cell.X + cell.Block.NaturalWidth);

    public override void Draw(PageSurface page, float x, float y)
    {
        foreach (var (block, left) in cells)
            // Heads of several lines stand on the rule.
            block.Draw(page, x + left, place == Place.Head ? y + Height - look.Padding - block.Height : y + look.Padding);
        if (edge is { } ink)
            page.Fill(x - 6, y + 2, EdgeRule, Height - 4, ink);
        if (!look.HasRules)
            return;
        var (thickness, colour) = place == Place.Head ? (HeadRule, Ink.Text) : (RowRule, Ink.RowRule);
        page.Fill(x, y + Height - thickness, width, thickness, colour);
    }

    public override Torn Tear(float room, bool isFresh)
    {
        if (!isFresh && (Height < LeastTornHeight || room < LeastPart || (Height < MostMoved && Height - room < LeastRest)))
            return new(null, this);
        var inner = room - (2 * look.Padding) - RowRule;
        var (here, next) = (new Placed[cells.Length], new Placed[cells.Length]);
        var isTorn = false;
        for (var i = 0; i < cells.Length; i++)
        {
            var (block, x) = cells[i];
            var torn = block.Height <= inner ? new Torn(block, null) : block.Tear(inner, isFresh);
            if (torn.Here is null)
                return new(null, this);
            isTorn |= torn.Next is not null;
            here[i] = new(torn.Here, x);
            next[i] = new(torn.Next ?? new Gap(0), x);
        }
        return new(new TableRowBlock(here, width, look, edge, place), isTorn ? new TableRowBlock(next, width, look, edge, place) : null);
    }

    private static float Tallest(Placed[] cells)
    {
        var tallest = 0f;
        foreach (var cell in cells)
            tallest = Math.Max(tallest, cell.Block.Height);
        return tallest;
    }
}
