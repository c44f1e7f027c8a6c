using static System.FormattableString;

namespace ComplianceHub.Components.Controls;

/// <summary>Where the nodes and ribbons of a <see cref="DataFlowSankey"/> lie. Same flows, same picture.</summary>
internal sealed class SankeyDrawing
{
    private const double LeftX = 148, RightX = 440, Top = 14, Gap = 20, SmallestNode = 18;

    /// <summary>Lays the flows out, in the order of the nodes so that ribbons cross as little as the order allows.</summary>
    public SankeyDrawing(IReadOnlyList<FlowNode> left, IReadOnlyList<FlowNode> right, IReadOnlyList<DataFlow> flows)
    {
        var total = Math.Max(1, flows.Sum(flow => flow.Weight));
        var unit = Math.Min(18, 210.0 / total);
        Left = Stack(left, node => flows.Where(flow => flow.From == node.Id), unit);
        Right = Stack(right, node => flows.Where(flow => flow.To == node.Id), unit);
        Height = Math.Max(Bottom(Left), Bottom(Right)) + 10;

        var leftUsed = Left.ToDictionary(box => box.Node.Id, box => box.Y);
        var rightUsed = Right.ToDictionary(box => box.Node.Id, box => box.Y);
        var ordered =
            from source in left
            from target in right
            from flow in flows
            where flow.From == source.Id && flow.To == target.Id
            select flow;
        Ribbons = [.. ordered.Select(flow => Ribbon(flow, Math.Max(2, flow.Weight * unit), leftUsed, rightUsed))];
    }

    /// <summary>The left nodes.</summary>
    public IReadOnlyList<Box> Left { get; }

    /// <summary>The right nodes.</summary>
    public IReadOnlyList<Box> Right { get; }

    /// <summary>The flows; those without a mechanism are drawn last, on top.</summary>
    public IReadOnlyList<(DataFlow Flow, string Path)> Ribbons { get; }

    /// <summary>How high the picture is.</summary>
    public double Height { get; }

    private static double Bottom(IReadOnlyList<Box> boxes) => boxes.Count == 0 ? Top : boxes[^1].Y + Math.Max(boxes[^1].Height, 36);

    private static List<Box> Stack(IReadOnlyList<FlowNode> nodes, Func<FlowNode, IEnumerable<DataFlow>> flowsOf, double unit)
    {
        var boxes = new List<Box>();
        var y = Top;
        foreach (var node in nodes)
        {
            var flows = flowsOf(node).ToList();
            var height = Math.Max(SmallestNode, flows.Sum(flow => Math.Max(2, flow.Weight * unit)));
            boxes.Add(new Box(node, y, height, flows.Exists(flow => !flow.HasMechanism)));
            // Two lines of text must fit beside a thin node.
            y += Math.Max(height, 36 - Gap + 4) + Gap;
        }

        return boxes;
    }

    private static (DataFlow Flow, string Path) Ribbon(
        DataFlow flow, double height, Dictionary<string, double> leftUsed, Dictionary<string, double> rightUsed)
    {
        var (from, to) = (leftUsed[flow.From], rightUsed[flow.To]);
        leftUsed[flow.From] += height;
        rightUsed[flow.To] += height;
        const double Middle = (LeftX + RightX) / 2;
        return (flow, Invariant($"M{LeftX} {from:0.#}C{Middle} {from:0.#},{Middle} {to:0.#},{RightX} {to:0.#}V{to + height:0.#}C{Middle} {to + height:0.#},{Middle} {from + height:0.#},{LeftX} {from + height:0.#}Z"));
    }

    /// <summary>A node's bar.</summary>
    /// <param name="Node">The node.</param>
    /// <param name="Y">Its upper edge.</param>
    /// <param name="Height">Its height.</param>
    /// <param name="LacksMechanism">Whether one of its flows has none.</param>
    internal sealed record Box(FlowNode Node, double Y, double Height, bool LacksMechanism);
}
