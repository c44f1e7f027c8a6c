using ComplianceHub.Compliance;
using static ComplianceHub.Tests.Compliance.Rows;

namespace ComplianceHub.Tests.Compliance;

public sealed class ScoreTests
{
    [Fact]
    public void Is_the_weighted_mean_of_the_values()
    {
        var score = Score.Of([Row(Severity.Critical), Row(Severity.Critical, Outcome.Partial, 0.75m), Row(Severity.Medium, Outcome.Fail)]);
        // (8 + 8 × 0.75 + 0) ÷ 19
        Assert.Equal((74, 19), (score.Points, score.Weight));
    }

    [Fact]
    public void Rounds_half_up() => Assert.Equal(63, Score.Of([Row(Severity.High), Row(Severity.Medium, Outcome.Fail)]).Points);

    [Fact]
    public void What_does_not_apply_leaves_both_sums() => Assert.Equal(100, Score.Of([Row(Severity.Low), Row(Severity.Blocker, Outcome.NotApplicable)]).Points);

    [Fact]
    public void What_is_not_assessed_counts_as_nothing_won()
    {
        var score = Score.Of([Row(Severity.Critical), Row(Severity.Critical), Row(Severity.Low, Outcome.NotAssessed)]);
        Assert.Equal((94, false), (score.Points, score.IsProvisional));
    }

    [Fact]
    public void Nothing_assessed_is_no_number()
    {
        var score = Score.Of([Row(Severity.Blocker, Outcome.NotAssessed), Row(Severity.Low, Outcome.NotApplicable)]);
        Assert.Equal((null, null, null, false, 0m), (score.Points, score.Band, score.Cap, score.IsNotApplicable, score.Coverage));
    }

    [Fact]
    public void Everything_not_applicable_is_not_applicable()
    {
        var score = Score.Of([Row(Severity.Blocker, Outcome.NotApplicable), Row(Severity.Low, Outcome.NotApplicable)]);
        Assert.Equal((null, true), (score.Points, score.IsNotApplicable));
    }

    [Fact]
    public void Only_what_weighs_nothing_is_no_number() => Assert.Null(Score.Of([Row(Severity.Information)]).Points);

    [Fact]
    public void A_failing_blocker_caps_at_49()
    {
        var blocker = Row(Severity.Blocker, Outcome.Fail);
        var score = Score.Of([blocker, .. Enumerable.Range(0, 9).Select(_ => Row(Severity.Blocker))]);
        Assert.Equal((49, 90, Band.NotReady), (score.Points, score.PointsWithoutCap, score.Band));
        Assert.Equal((49, true), (score.Cap!.Limit, score.Cap.IsReached));
        Assert.Equal([blocker], score.Cap.Requirements);
    }

    [Fact]
    public void A_partial_blocker_caps_nothing() => Assert.Null(Score.Of([Row(Severity.Blocker, Outcome.Partial, 0.1m)]).Cap);

    [Fact]
    public void A_failing_critical_caps_at_74() =>
        Assert.Equal((74, Band.Gaps), Told(Score.Of([Row(Severity.Critical, Outcome.Fail), .. Enumerable.Range(0, 9).Select(_ => Row(Severity.Critical))])));

    [Fact]
    public void The_lowest_cap_counts() => Assert.Equal(49,
        Score.Of([Row(Severity.Critical, Outcome.Fail), Row(Severity.Blocker, Outcome.Fail), .. Enumerable.Range(0, 9).Select(_ => Row(Severity.Blocker))]).Points);

    [Fact]
    public void A_cap_that_the_score_does_not_reach_is_named_all_the_same()
    {
        var score = Score.Of([Row(Severity.Critical, Outcome.Fail), Row(Severity.High)]);
        Assert.Equal((38, 74, false), (score.Points, score.Cap!.Limit, score.Cap.IsReached));
    }

    [Fact]
    public void A_cap_comes_before_the_rounding() =>
        // 23.9 of 32 are 74.7 points.
        Assert.Equal((74, 75), (Capped().Points, Capped().PointsWithoutCap));

    [Theory, InlineData(4, false, 80), InlineData(3, true, 75)]
    public void More_than_a_fifth_not_assessed_is_provisional(int passing, bool provisional, int points)
    {
        var score = Score.Of([Row(Severity.High, Outcome.NotAssessed), .. Enumerable.Range(0, passing).Select(_ => Row(Severity.High))]);
        Assert.Equal((provisional, points), (score.IsProvisional, score.Points));
    }

    [Fact]
    public void Provisional_never_says_ready()
    {
        // More than a fifth unknown leaves fewer than 80 points, so the limit of 89 is stated and not reached.
        var score = Score.Of([Row(Severity.Medium, Outcome.NotAssessed), Row(Severity.Critical)]);
        Assert.Equal((73, 89, false), (score.Points, score.Cap!.Limit, score.Cap.IsReached));
        Assert.NotEqual(Band.Ready, score.Band);
    }

    [Fact]
    public void Coverage_and_automatic_share_are_shares_of_the_weight()
    {
        var score = Score.Of([Row(Severity.Critical), Row(Severity.Low, source: VerdictSource.Statement), Row(Severity.Low, Outcome.NotAssessed), Row(Severity.High, Outcome.NotApplicable)]);
        Assert.Equal((9m / 10, 8m / 9), (score.Coverage, score.AutomaticShare));
    }

    [Fact]
    public void The_oldest_statement_is_of_those_that_count()
    {
        RequirementResult Stated(DateOnly day, Outcome outcome) => Row(Severity.Low, outcome, source: VerdictSource.Statement) is var row
            ? row with { Verdict = row.Verdict with { StatedOn = day } } : throw new InvalidOperationException();
        var score = Score.Of([Row(Severity.Critical), Stated(new(2026, 3, 12), Outcome.Pass), Stated(new(2026, 2, 2), Outcome.Fail), Stated(new(2025, 10, 14), Outcome.NotAssessed)]);
        Assert.Equal(new DateOnly(2026, 2, 2), score.OldestStatement);
        Assert.Null(Score.Of([Row(Severity.Critical)]).OldestStatement);
    }

    [Fact]
    public void Counts_every_row_also_those_without_weight() => Assert.Equal(new OutcomeCounts(2, 1, 1, 1, 1), Score.Of(
    [
        Row(Severity.Information), Row(Severity.Low), Row(Severity.Low, Outcome.Partial, 0.5m), Row(Severity.Low, Outcome.Fail),
        Row(Severity.Low, Outcome.NotApplicable), Row(Severity.Low, Outcome.NotAssessed),
    ]).Counts);

    private static Score Capped() => Score.Of([Row(Severity.Critical, Outcome.Fail), Row(Severity.Low, Outcome.Partial, 0.9m), Row(Severity.Critical), Row(Severity.Blocker), Row(Severity.High)]);

    private static (int?, Band?) Told(Score score) => (score.Points, score.Band);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.001, 1)]
    [InlineData(0.9771, 98)]
    [InlineData(0.9999, 99)]
    [InlineData(1, 100)]
    public void A_share_is_rounded_and_only_the_whole_is_100_percent(double share, int percent) =>
        Assert.Equal(percent, Score.Percent((decimal)share));

    [Fact]
    public void What_does_not_apply_is_not_counted_among_what_applies() =>
        Assert.Equal(10, new OutcomeCounts(Pass: 4, Partial: 3, Fail: 2, NotApplicable: 5, NotAssessed: 1).Applying);
}
