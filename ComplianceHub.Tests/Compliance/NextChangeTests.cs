using ComplianceHub.Compliance;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Compliance;

/// <summary>A stored score is true until the day that its snapshot names: the calendar is turned day by day to find a rule that looks at a date past it.</summary>
public sealed class NextChangeTests
{
    private const int Days = 500;

    [Fact]
    public void Nothing_changes_before_the_day_that_the_snapshot_names() => Turn(DemoSnapshots.FjordAndFable());

    [Fact]
    public void Nor_in_a_shop_that_meets_everything() => Turn(GivenShop.CompliantShop());

    private static void Turn(ShopSnapshot shop)
    {
        var (before, named) = Look(shop);
        var turns = 0;
        for (var day = shop.AsOf.AddDays(1); day < shop.AsOf.AddDays(Days); day = day.AddDays(1))
        {
            var (now, next) = Look(shop with { AsOf = day });
            if (named is null || day < named)
                Assert.Equal((day, before), (day, now));
            else
                turns++;
            (before, named) = (now, next);
        }
        Assert.True(turns > 0, "No day changed anything, so nothing was tried.");
    }

    private static (string Verdicts, DateOnly? Named) Look(ShopSnapshot shop)
    {
        var verdicts = Regulations.All.Select(regulation => Readiness.Of(shop, regulation))
            .Select(readiness => $"{readiness.Regulation.Id} {readiness.Score.Points}: {string.Join(' ', readiness.Results.Select(result => $"{result.Requirement.Id}={result.Verdict.Outcome}/{result.Verdict.Value}"))}");
        return (string.Join('\n', verdicts), shop.NextChange);
    }
}
