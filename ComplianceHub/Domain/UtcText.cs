using System.Globalization;

namespace ComplianceHub.Domain;

/// <summary>An instant as programs read it, to the second: "2026-11-23T09:00:00Z". What is hashed or signed has formats of its own.</summary>
public static class UtcText
{
    /// <summary>The text of an instant; what lies under a second is left out.</summary>
    public static string Of(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
