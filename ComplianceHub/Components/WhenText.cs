using System.Globalization;

namespace ComplianceHub.Components;

/// <summary>An instant as the pages write it: in UTC, because people of several time zones read the same line.</summary>
public static class WhenText
{
    private const string Minute = "d MMM yyyy, HH:mm";

    /// <summary>"23 Nov 2026, 09:00 UTC".</summary>
    public static string Of(DateTimeOffset instant) => $"{WithoutZone(instant)} UTC";

    /// <summary>"23 Nov 2026, 09:00", where a heading says UTC already.</summary>
    public static string WithoutZone(DateTimeOffset instant) => instant.UtcDateTime.ToString(Minute, CultureInfo.CurrentCulture);
}
