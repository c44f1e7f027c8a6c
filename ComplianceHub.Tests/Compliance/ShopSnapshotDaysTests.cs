using ComplianceHub.Compliance;
using ComplianceHub.Tests.Given;
using static ComplianceHub.Tests.Given.GivenShop;

namespace ComplianceHub.Tests.Compliance;

public sealed class ShopSnapshotDaysTests
{
    private readonly ShopSnapshot _shop = EmptyShop();

    [Fact]
    public void A_last_day_is_over_the_day_after() => Assert.Equal((false, true, false), (_shop.IsOver(Today), _shop.IsOver(Today.AddDays(-1)), _shop.IsOver(null)));

    [Fact]
    public void Months_are_counted_by_the_calendar()
    {
        // 29 February has no like in 2025: 28 February is its last day of grace.
        var shop = _shop with { AsOf = new(2025, 2, 28) };
        Assert.False(shop.IsOlderThan(new(2024, 2, 29), 12));
        Assert.True((shop with { AsOf = new(2025, 3, 1) }).IsOlderThan(new(2024, 2, 29), 12));
    }

    [Theory, InlineData(60, true), InlineData(61, false)]
    public void An_end_is_near_within_its_days(int ahead, bool near) => Assert.Equal(near, _shop.EndsWithin(Today.AddDays(ahead), 60));

    [Fact]
    public void The_next_change_is_the_nearest_day_that_was_asked_for()
    {
        Assert.Null(_shop.NextChange);
        _shop.Reached(Today.AddDays(9));
        _shop.IsOver(Today.AddDays(3));
        _shop.EndsWithin(Today.AddDays(70), 60);
        Assert.Equal(Today.AddDays(4), _shop.NextChange);
    }

    [Fact]
    public void A_day_that_has_come_changes_nothing_more()
    {
        _shop.Reached(Today);
        _shop.IsOver(Today.AddDays(-1));
        Assert.Null(_shop.NextChange);
    }

    [Fact]
    public void A_copy_for_another_day_begins_anew()
    {
        _shop.Reached(Today.AddDays(9));
        Assert.Null((_shop with { AsOf = Today.AddDays(1) }).NextChange);
    }

    [Fact]
    public void The_end_of_the_calendar_never_comes()
    {
        Assert.False(_shop.IsOver(DateOnly.MaxValue));
        Assert.False(_shop.IsOlderThan(DateOnly.MaxValue, 24));
        Assert.False(_shop.IsOlderThanDays(DateOnly.MaxValue, 30));
        Assert.True(_shop.EndsWithin(DateOnly.MinValue, 60));
        Assert.Null(_shop.NextChange);
    }
}
