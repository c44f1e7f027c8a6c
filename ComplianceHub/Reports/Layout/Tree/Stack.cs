using ComplianceHub.Reports.Layout.Pdf;

namespace ComplianceHub.Reports.Layout.Tree;

/// <summary>Blocks below each other. A part of a stack shares its blocks, so a long one is cut into pages in linear time.</summary>
internal sealed class Stack : Block
{
    private readonly Block[] _blocks;
    private readonly int _start;
    private readonly int _end;
    private readonly Block? _first;
    private readonly Block? _last;
    private float? _height;

    /// <summary>All of the blocks.</summary>
    public Stack(Block[] blocks)
        : this(blocks, 0, blocks.Length)
    {
    }

    /// <param name="blocks">Shared with the other parts.</param>
    /// <param name="start">The first block of this part.</param>
    /// <param name="end">After its last block.</param>
    /// <param name="first">The rest of a torn block, before the others.</param>
    /// <param name="last">The beginning of a torn block, after the others.</param>
    private Stack(Block[] blocks, int start, int end, Block? first = null, Block? last = null) =>
        (_blocks, _start, _end, _first, _last) = (blocks, start, end, first, last);

    /// <inheritdoc />
    public override float Height => _height ??= Sum();

    /// <inheritdoc />
    public override float NaturalWidth => Parts().Select(block => block.NaturalWidth).DefaultIfEmpty().Max();

    /// <summary>The blocks of this part.</summary>
    public IEnumerable<Block> Parts()
    {
        if (_first is not null)
            yield return _first;
        for (var i = _start; i < _end; i++)
            yield return _blocks[i];
        if (_last is not null)
            yield return _last;
    }

    /// <inheritdoc />
    public override void Draw(PageSurface page, float x, float y)
    {
        foreach (var block in Parts())
        {
            block.Draw(page, x, y);
            y += block.Height;
        }
    }

    /// <inheritdoc />
    public override Torn Tear(float room, bool isFresh)
    {
        if (_first is not null)
            return TearFirst(_first, room, isFresh);
        var y = 0f;
        for (var i = _start; i < _end; i++)
        {
            var block = _blocks[i];
            if (block is PageEnd)
            {
                if (i > _start || !isFresh)
                    return new(Part(_start, i), Rest(i + 1));
                continue;
            }
            if (y + block.Height <= room)
            {
                y += block.Height;
                continue;
            }
            var torn = block.Tear(room - y, isFresh && i == _start);
            return torn.Here is not null ? new(Part(_start, i, torn.Here), Rest(i + 1, torn.Next)) : BreakBefore(i, room - y, isFresh);
        }
        return new(this, null);
    }

    private Torn TearFirst(Block first, float room, bool isFresh)
    {
        if (first.Height > room)
        {
            var torn = first.Tear(room, isFresh);
            return torn.Here is null ? new(null, this) : new(torn.Here, Rest(_start, torn.Next));
        }
        var (here, next) = new Stack(_blocks, _start, _end).Tear(room - first.Height, isFresh: false);
        var tail = here as Stack;
        return new(new Stack(_blocks, tail?._start ?? _start, tail?._end ?? _start, first, tail?._last), next);
    }

    // A heading goes to the next page together with what it is the heading of.
    private Torn BreakBefore(int at, float room, bool isFresh)
    {
        var cut = at;
        while (cut > _start && (_blocks[cut - 1].KeepsWithNext || _blocks[cut - 1] is Gap && cut - 1 > _start && _blocks[cut - 2].KeepsWithNext))
            cut--;
        if (cut > _start)
            return new(Part(_start, cut), Rest(cut));
        if (!isFresh)
            return new(null, this);
        var torn = _blocks[at].Tear(room, isFresh: true);
        return new(Part(_start, at, torn.Here), Rest(at + 1, torn.Next));
    }

    private Stack Part(int start, int end, Block? last = null) => new(_blocks, start, end, null, last);

    // A gap between two blocks is none when a page ends between them.
    private Stack? Rest(int start, Block? first = null)
    {
        while (first is null && start < _end && _blocks[start] is Gap)
            start++;
        return first is null && start >= _end ? null : new Stack(_blocks, start, _end, first);
    }

    private float Sum()
    {
        var sum = 0f;
        foreach (var block in Parts())
            sum += block.Height;
        return sum;
    }
}
