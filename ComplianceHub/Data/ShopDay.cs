using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>Which day it is at a shop. Grants end, and periods run, by the shop's own calendar.</summary>
public static class ShopDay
{
    /// <summary>The day of an instant in a time zone (IANA); in UTC where there is no zone or none of that name.</summary>
    public static DateOnly Of(DateTimeOffset instant, string? timeZone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, ZoneOf(timeZone)).DateTime);

    /// <summary>The last instant of a day in a time zone.</summary>
    public static DateTimeOffset EndOf(DateOnly day, string? timeZone)
    {
        var zone = ZoneOf(timeZone);
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        // A zone may skip midnight when its clocks go forward; then the day ends where the gap begins.
        while (zone.IsInvalidTime(midnight))
            midnight = midnight.AddMinutes(1);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).AddTicks(-1).ToUniversalTime();
    }

    /// <summary>Today at a shop; in UTC for the group, which has no zone.</summary>
    public static async Task<DateOnly> TodayAsync(HubDbContext db, Guid? shopId, TimeProvider time, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        var zone = shopId is null ? null
            : await db.Shops.IgnoreQueryFilters().Where(shop => shop.Id == shopId).Select(shop => shop.TimeZone).SingleOrDefaultAsync(ct);
        return Of(time.GetUtcNow(), zone);
    }

    private static TimeZoneInfo ZoneOf(string? timeZone) =>
        timeZone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone) ? zone : TimeZoneInfo.Utc;
}
