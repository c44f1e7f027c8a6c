using Bunit;
using ComplianceHub.Components.Controls;

namespace ComplianceHub.Tests.Components.Controls;

/// <summary>The score bar shows the score, and what a cap holds back.</summary>
public sealed class ScoreBarTests : BunitContext
{
    [Fact]
    public void The_cap_is_hatched_from_the_score_to_what_it_would_be()
    {
        var bar = Bar(49, 74);
        Assert.Equal("left:49%;width:25%", bar.Find(".held").GetAttribute("style"));
        Assert.Equal("Score 49 of 100, 74 before the cap", bar.Find("[role=img]").GetAttribute("aria-label"));
    }

    [Theory, InlineData(null), InlineData(68), InlineData(60)]
    public void Without_a_cap_nothing_is_held_back(int? withoutCap) => Assert.Empty(Bar(68, withoutCap).FindAll(".held"));

    [Fact]
    public void Nothing_assessed_is_hatched_and_no_zero()
    {
        var figure = Render<ScoreFigure>(score => score.Add(s => s.Score, null));
        Assert.StartsWith("–", figure.Find(".big").TextContent, StringComparison.Ordinal);
        Assert.Empty(figure.FindAll(".track .score"));
        Assert.NotNull(figure.Find(".track.none"));
    }

    [Theory, InlineData(49, "notready"), InlineData(50, "gaps"), InlineData(74, "gaps"), InlineData(75, "ready"), InlineData(100, "ready")]
    public void The_colour_is_the_bands(int score, string css) => Assert.Contains(css, Bar(score, null).Find(".score").ClassList);

    [Fact]
    public void A_count_of_zero_is_left_out_and_the_others_are_links()
    {
        var counts = Render<OutcomeCounts>(list => list
            .Add(l => l.Counts, [(ComplianceHub.Compliance.Outcome.Pass, 10), (ComplianceHub.Compliance.Outcome.Fail, 0)])
            .Add(l => l.Link, outcome => $"/list?outcome={outcome}"));
        Assert.Equal("/list?outcome=Pass", Assert.Single(counts.FindAll("a")).GetAttribute("href"));
    }

    private IRenderedComponent<ScoreBar> Bar(int? score, int? withoutCap) =>
        Render<ScoreBar>(bar => bar.Add(b => b.Score, score).Add(b => b.WithoutCap, withoutCap));
}
