using Bunit;
using ComplianceHub.Components.Controls;

namespace ComplianceHub.Tests.Components.Controls;

/// <summary>The heat map is a table whose cells say in words what their colour says.</summary>
public sealed class HeatMapTests : BunitContext
{
    private static readonly HeatGroup[] Groups = [new("GDPR", ["Transfers"]), new("CCPA", ["Opt-out"])];

    private static readonly HeatRow[] Rows =
    [
        new("Fjord & Fable", "/shops/fjord-and-fable", "DE · M. Lindqvist", "DE",
            [[new(49, "/g", IsCapped: true), new(49, "/t", IsCapped: true)], [new(null, "/c", Applies: false), new(null, "/c", Applies: false)]], "2 blockers"),
        new("Northwind Corner", "/shops/northwind-corner", "DK · no owner", "DK",
            [[new(null, "/g"), new(null, "/t")], [new(null, "/c"), new(91, "/o")]]),
    ];

    [Theory]
    [InlineData(0, "Fjord & Fable, GDPR: 49, Not ready, capped by a blocker")]
    [InlineData(1, "Fjord & Fable, GDPR, Transfers: 49, Not ready, capped by a blocker")]
    [InlineData(2, "Fjord & Fable, CCPA: n/a, not applicable")]
    [InlineData(4, "Northwind Corner, GDPR: not assessed")]
    [InlineData(7, "Northwind Corner, CCPA, Opt-out: 91, Ready")]
    public void A_cell_says_what_its_colour_says(int cell, string name) =>
        Assert.Equal(name, Map().FindAll("table td a")[cell].GetAttribute("aria-label"));

    [Fact]
    public void What_is_not_assessed_is_hatched_and_no_zero()
    {
        var cell = Map().FindAll("table td a")[4];
        Assert.Contains("heat-none", cell.ClassList);
        Assert.Equal("–", cell.TextContent.Trim());
    }

    [Fact]
    public void The_keyboard_enters_at_one_cell() =>
        Assert.Equal(["0", "-1", "-1", "-1", "-1", "-1", "-1", "-1"], Map().FindAll("table td a").Select(cell => cell.GetAttribute("tabindex")));

    [Fact]
    public void Rows_and_columns_have_heads()
    {
        var map = Map();
        Assert.Equal(["Fjord & Fable", "Northwind Corner"], map.FindAll("th[scope=row] a").Select(head => head.TextContent));
        Assert.Equal(["Shop", "Score", "Transfers", "Score", "Opt-out"], map.FindAll("th[scope=col]").Select(head => head.TextContent));
        Assert.Equal(["GDPR", "CCPA"], map.FindAll("th[scope=colgroup]").Select(head => head.TextContent));
    }

    [Fact]
    public void A_phone_reads_what_holds_a_shop_back() =>
        Assert.Contains("2 blockers", Map().Find("article").TextContent, StringComparison.Ordinal);

    private IRenderedComponent<HeatMap> Map() => Render<HeatMap>(map => map.Add(m => m.Groups, Groups).Add(m => m.Rows, Rows));
}
