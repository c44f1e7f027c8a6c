namespace ComplianceHub.Compliance;

/// <summary>The days for which registers can be read. Periods run on from them, so they end well before the last day that a date can hold.</summary>
public static class ReadableDays
{
    /// <summary>The first of them.</summary>
    public static DateOnly First { get; } = new(1990, 1, 1);

    /// <summary>The last of them.</summary>
    public static DateOnly Last { get; } = new(2100, 12, 31);

    /// <summary>Whether a day is one of them.</summary>
    public static bool Include(DateOnly day) => day >= First && day <= Last;
}
