using ComplianceHub.Reports.Layout.Pdf;

namespace ComplianceHub.Reports.Layout.Tree;

/// <summary>A block and its distance from the left edge of the row, in points.</summary>
internal readonly record struct Placed(Block Block, float X);

/// <summary>Blocks beside each other. Torn, each of them goes on at the top of the next page.</summary>
internal sealed class Beside(Placed[] parts, float width, RowAlignment alignment) : Block
{
    public override float Height { get; } = parts.Length == 0 ? 0 : parts.Max(part => part.Block.Height);

    public override float NaturalWidth => width;

    public override void Draw(PageSurface page, float x, float y)
    {
        foreach (var (block, left) in parts)
        {
            var free = Height - block.Height;
            block.Draw(page, x + left, y + (alignment switch { RowAlignment.Top => 0, RowAlignment.Middle => free / 2, _ => free }));
        }
    }

    public override Torn Tear(float room, bool isFresh)
    {
        var (here, next) = (new List<Placed>(), new List<Placed>());
        foreach (var (block, left) in parts)
        {
            if (block.Height <= room)
            {
                here.Add(new(block, left));
                continue;
            }
            var torn = block.Tear(room, isFresh);
            if (torn.Here is null)
                return new(null, this);
            here.Add(new(torn.Here, left));
            if (torn.Next is not null)
                next.Add(new(torn.Next, left));
        }
        return new(new Beside([.. here], width, RowAlignment.Top), next.Count == 0 ? null : new Beside([.. next], width, RowAlignment.Top));
    }
}
