using System.Globalization;

namespace ComplianceHub.Account;

/// <summary>An instant as the account pages write it. They know no shop, so the time is in UTC and says so.</summary>
internal static class WhenText
{
    /// <summary>"23 Nov 2026, 09:00 UTC".</summary>
    public static string Of(DateTimeOffset instant) => instant.UtcDateTime.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.CurrentCulture);
}
