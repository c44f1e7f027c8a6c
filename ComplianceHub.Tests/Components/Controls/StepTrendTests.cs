using Bunit;
using ComplianceHub.Components.Controls;

namespace ComplianceHub.Tests.Components.Controls;

/// <summary>The lines of the months are steps: a score holds until the day it changes.</summary>
public sealed class StepTrendTests : BunitContext
{
    private static readonly DateOnly From = new(2025, 11, 23), To = new(2026, 11, 23);
    private static readonly TrendSeries Gdpr = new("GDPR", [new(From, 86), new(new(2026, 3, 4), 49)]);
    private static readonly TrendSeries Ccpa = new("CCPA", [new(From, 74)]);

    [Fact]
    public void A_line_holds_until_the_step_and_then_falls()
    {
        var drawing = new StepTrendDrawing(From, To, [Gdpr]);
        var day = drawing.X(new(2026, 3, 4));
        Assert.Equal(FormattableString.Invariant($"M40 {drawing.Y(86):0.#}H{day:0.#}V{drawing.Y(49):0.#}H862"), drawing.Path(Gdpr));
        Assert.True(drawing.Y(49) > drawing.Y(86));
    }

    [Fact]
    public void Days_without_an_assessment_are_a_gap()
    {
        var series = new TrendSeries("GDPR", [new(From, 60), new(new(2026, 2, 1), null), new(new(2026, 5, 1), 70)]);
        Assert.Equal(2, new StepTrendDrawing(From, To, [series]).Path(series).Count(sign => sign == 'M'));
    }

    [Theory, InlineData(0), InlineData(31), InlineData(49), InlineData(100)]
    public void Every_score_is_inside_the_picture(int score)
    {
        var drawing = new StepTrendDrawing(From, To, [new("GDPR", [new(From, score)])]);
        Assert.InRange(drawing.Y(score), 10, 180);
    }

    [Fact]
    public void Nothing_assessed_draws_no_line() =>
        Assert.Equal("", new StepTrendDrawing(From, To, [new("GDPR", [])]).Path(new("GDPR", [])));

    [Fact]
    public void Names_at_the_end_do_not_overlap()
    {
        var ends = new StepTrendDrawing(From, To, [new("GDPR", [new(From, 74)]), new("CCPA", [new(From, 75)])]).Ends();
        Assert.True(Math.Abs(ends[0]!.Value - ends[1]!.Value) >= 15.9);
    }

    [Fact]
    public void The_picture_says_what_it_shows()
    {
        var trend = Render<StepTrend>(t => t.Add(c => c.From, From).Add(c => c.To, To).Add(c => c.Series, [Gdpr, Ccpa])
            .Add(c => c.Notes, [new(0, new(2026, 3, 4), "4 Mar: Hotjar added")]).Add(c => c.Summary, "GDPR fell from 86 to 49."));
        Assert.Equal("GDPR fell from 86 to 49.", trend.Find("svg").GetAttribute("aria-label"));
        Assert.Equal("GDPR fell from 86 to 49.", trend.Find("p").TextContent);
        Assert.Contains("4 Mar: Hotjar added", trend.Markup, StringComparison.Ordinal);
        Assert.Contains("GDPR 49", trend.Markup, StringComparison.Ordinal);
    }
}
