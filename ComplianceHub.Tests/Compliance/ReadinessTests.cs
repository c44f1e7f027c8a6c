using ComplianceHub.Compliance;
using ComplianceHub.Domain;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Compliance;

public sealed class ReadinessTests
{
    private static readonly Regulation Gdpr = Regulations.WithId("GDPR")!;
    private static readonly Regulation Ccpa = Regulations.WithId("CCPA")!;

    [Fact]
    public void The_compliant_shop_has_100_points_under_both()
    {
        Assert.Equal(100, Readiness.Of(GivenShop.CompliantShop(), Gdpr).Score.Points);
        Assert.Equal(100, Readiness.Of(GivenShop.CompliantShop(), Ccpa).Score.Points);
    }

    [Fact]
    public void A_shop_of_which_nothing_is_recorded_has_no_number() =>
        Assert.All([GivenShop.UnknownShop(), DemoSnapshots.NorthwindCorner()], shop => Assert.Null(Readiness.Of(shop, Gdpr).Score.Points));

    [Fact]
    public void Every_requirement_stands_in_one_chapter()
    {
        var readiness = Readiness.Of(DemoSnapshots.FjordAndFable(), Gdpr);
        Assert.Equal(readiness.Results.OrderBy(result => result.Requirement.Id), readiness.Areas.SelectMany(area => area.Results).OrderBy(result => result.Requirement.Id));
    }

    [Fact]
    public void A_chapter_is_scored_and_capped_like_the_whole()
    {
        var areas = Readiness.Of(DemoSnapshots.FjordAndFable(), Gdpr).Areas.ToDictionary(area => area.Area.Id, area => area.Score);
        // Principles: two High at 0.75. Processors: 26 passes (8), 28-1 and 28-2 at 0.75 (5, 5), 28-3 fails (10), 28-3-0 at 0.75 (3).
        Assert.Equal((75, Band.Nearly), (areas["Principles"].Points, areas["Principles"].Band));
        Assert.Equal((49, 57), (areas["Processors"].Points, areas["Processors"].PointsWithoutCap));
        Assert.Equal(100, areas["Lawfulness"].Points);
    }

    [Fact]
    public void A_neighbour_of_a_law_that_does_not_apply_is_shown_and_weighs_nothing()
    {
        var shop = GivenShop.CompliantShop();
        shop.LegalEntity.ForProfit = Answer.No;
        var readiness = Readiness.Of(shop, Ccpa);
        var neighbour = readiness.Results.Single(result => result.Requirement.Id == "CA-OPPA");
        Assert.Equal((Outcome.Pass, 0), (neighbour.Verdict.Outcome, neighbour.Weight));
        Assert.Equal((null, true), (readiness.Score.Points, readiness.Score.IsNotApplicable));
    }

    [Fact]
    public void Another_day_is_the_same_call()
    {
        var day = DemoSnapshots.FjordAndFable();
        // The agreement with PickPack ends on 12 December 2026.
        Assert.Equal(new DateOnly(2026, 12, 12), Readiness.Of(day with { AsOf = new(2026, 12, 12) }, Gdpr).AsOf);
        Assert.Equal(14, Met(day with { AsOf = new(2026, 12, 12) }, "GDPR-28-3"));
        Assert.Equal(15, Met(day with { AsOf = new(2026, 12, 12) }, "GDPR-28-3-0"));
        Assert.Equal(14, Met(day with { AsOf = new(2026, 12, 13) }, "GDPR-28-3-0"));
    }

    [Theory, InlineData("0001-01-01"), InlineData("9999-12-31")]
    public void The_ends_of_the_calendar_do_no_harm(string day)
    {
        foreach (var shop in CatalogueTests.Shops())
            foreach (var regulation in Regulations.All)
                Assert.NotEmpty(Readiness.Of(shop with { AsOf = DateOnly.Parse(day) }, regulation).Results);
    }

    private static int Met(ShopSnapshot shop, string requirement) => Regulations.Requirement(requirement)!.Assess(shop).Met;
}
