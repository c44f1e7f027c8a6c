using ComplianceHub.Data;

namespace ComplianceHub.Tests.Data;

public sealed class ShopDayTests
{
    [Theory]
    [InlineData("2026-11-23T22:59:59Z", "Europe/Berlin", "2026-11-23"), InlineData("2026-11-23T23:00:00Z", "Europe/Berlin", "2026-11-24")]
    [InlineData("2026-11-23T07:59:59Z", "America/Los_Angeles", "2026-11-22"), InlineData("2026-11-23T23:30:00Z", null, "2026-11-23")]
    [InlineData("2026-11-23T23:30:00Z", "Nowhere/None", "2026-11-23")]
    public void It_is_the_day_of_the_shops_own_clock(string instant, string? zone, string day) =>
        Assert.Equal(DateOnly.Parse(day), ShopDay.Of(DateTimeOffset.Parse(instant), zone));

    [Theory]
    [InlineData("2026-11-23", "Europe/Berlin", "2026-11-23T23:00:00Z")]
    [InlineData("2026-03-29", "Europe/Berlin", "2026-03-29T22:00:00Z")] // 23 hours long
    [InlineData("2026-10-25", "Europe/Berlin", "2026-10-25T23:00:00Z")] // 25 hours long
    [InlineData("2026-09-05", "America/Santiago", "2026-09-06T04:00:00Z")] // the next midnight does not exist
    public void A_day_ends_where_the_next_begins(string day, string zone, string next) =>
        Assert.Equal(DateTimeOffset.Parse(next).AddTicks(-1), ShopDay.EndOf(DateOnly.Parse(day), zone));
}
