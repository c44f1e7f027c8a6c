namespace ComplianceHub.Compliance;

/// <summary>Counting in calendar months over any day that somebody may enter.</summary>
internal static class Days
{
    /// <summary>The same day so many months later, or the last day of the calendar: people write the year 9999 for "without end".</summary>
    public static DateOnly MonthsLater(this DateOnly day, int months) =>
        day.Year + (months / 12) + 1 < DateOnly.MaxValue.Year ? day.AddMonths(months) : DateOnly.MaxValue;
}
