using Bunit;
using ComplianceHub.Components.Controls;

namespace ComplianceHub.Tests.Components.Controls;

/// <summary>The day the registers are read for.</summary>
public sealed class AsOfControlTests : BunitContext
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private DateOnly? _chosen;

    [Fact]
    public void Today_is_neutral()
    {
        var control = Control(Today);
        Assert.Contains("today", control.Find(".day").TextContent, StringComparison.Ordinal);
        Assert.Empty(control.FindAll(".other, .back"));
    }

    [Fact]
    public void Another_day_has_a_way_back()
    {
        var control = Control(new DateOnly(2026, 3, 1));
        Assert.Contains("1 Mar 2026", control.Find(".other").TextContent, StringComparison.Ordinal);
        control.Find("[aria-label='Back to today']").Click();
        Assert.Equal(Today, _chosen);
    }

    [Fact]
    public void A_day_is_picked()
    {
        var control = Control(Today);
        control.Find(".day").Click();
        control.Find("input[type=date]").Change("2027-01-01");
        Assert.Equal(new DateOnly(2027, 1, 1), _chosen);
        Assert.Empty(control.FindAll("[role=dialog]"));
    }

    [Theory, InlineData(""), InlineData("2027-02-30"), InlineData("<b>")]
    public void What_is_no_day_is_not_chosen(string typed)
    {
        var control = Control(Today);
        control.Find(".day").Click();
        control.Find("input[type=date]").Change(typed);
        Assert.Null(_chosen);
    }

    [Fact]
    public void Escape_closes_the_choice()
    {
        var control = Control(Today);
        control.Find(".day").Click();
        control.Find(".asof").KeyDown("Escape");
        Assert.Empty(control.FindAll("[role=dialog]"));
    }

    private IRenderedComponent<AsOfControl> Control(DateOnly day) => Render<AsOfControl>(control => control
        .Add(c => c.Day, day).Add(c => c.Today, Today).Add(c => c.DayChanged, chosen => _chosen = chosen));
}
