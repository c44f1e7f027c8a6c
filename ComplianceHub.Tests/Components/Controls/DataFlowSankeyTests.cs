using Bunit;
using ComplianceHub.Components.Controls;

namespace ComplianceHub.Tests.Components.Controls;

/// <summary>Every ribbon leads to its disclosures; only one without a mechanism is red.</summary>
public sealed class DataFlowSankeyTests : BunitContext
{
    private static readonly FlowNode[] Left = [new("o", "Orders", "4 activities"), new("s", "Service", "5 activities")];
    private static readonly FlowNode[] Right = [new("e", "EEA", "10"), new("i", "India", "1, no mechanism")];
    private static readonly DataFlow[] Flows = [new("o", "e", 5, true, "/oe"), new("s", "e", 3, true, "/se"), new("s", "i", 1, false, "/si")];

    [Fact]
    public void Only_the_flow_without_a_mechanism_is_hatched()
    {
        var picture = Picture();
        var hatched = Assert.Single(picture.FindAll("path.ribbon[fill]"));
        Assert.Equal("/si", hatched.ParentElement!.GetAttribute("href"));
        Assert.Single(picture.FindAll(".node.lacks[x='440']"));
    }

    [Fact]
    public void A_ribbon_says_from_where_to_where() =>
        Assert.Equal(["Orders to EEA: 5 disclosures", "Service to EEA: 3 disclosures", "Service to India: 1 disclosure, without a transfer mechanism"],
            Picture().FindAll("a").Select(link => link.GetAttribute("aria-label")).Order());

    [Fact]
    public void Ribbons_fill_their_nodes_and_nodes_do_not_overlap()
    {
        var drawing = new SankeyDrawing(Left, Right, Flows);
        Assert.True(drawing.Left[0].Y + drawing.Left[0].Height < drawing.Left[1].Y);
        Assert.True(drawing.Height > drawing.Right[1].Y + drawing.Right[1].Height);
        Assert.Equal(5.0 / 4, drawing.Left[0].Height / drawing.Left[1].Height, 3);
    }

    [Fact]
    public void No_flows_is_no_mistake() => Assert.Empty(new SankeyDrawing([], [], []).Ribbons);

    private IRenderedComponent<DataFlowSankey> Picture() => Render<DataFlowSankey>(sankey => sankey
        .Add(s => s.Left, Left).Add(s => s.Right, Right).Add(s => s.Flows, Flows).Add(s => s.Summary, "India has no transfer mechanism."));
}
