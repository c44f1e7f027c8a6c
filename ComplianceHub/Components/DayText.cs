using System.Globalization;

namespace ComplianceHub.Components;

/// <summary>A day as people write it. The pages show "23 Nov 2026"; people also type days as forms and spreadsheets write them, day first.</summary>
public static class DayText
{
    /// <summary>How the pages show a day.</summary>
    public const string Shown = "d MMM yyyy";

    private static readonly string[] Written = [Shown, "d MMMM yyyy", "yyyy-MM-dd", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy"];

    /// <summary>The day that a text says; null when it says none.</summary>
    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), Written, CultureInfo.CurrentCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>What to say of a text that is no day.</summary>
    public static string Refusal(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return $"“{text.Trim()}” is no day. Write it like 23 Nov 2026.";
    }
}
