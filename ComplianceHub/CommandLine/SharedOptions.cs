using System.CommandLine;
using System.Globalization;
using ComplianceHub.Compliance;

namespace ComplianceHub.CommandLine;

/// <summary>The options that several verbs have.</summary>
internal static class SharedOptions
{
    /// <summary>A shop by its short name.</summary>
    public static Option<string?> Shop(string description) => new("--shop") { Description = description, HelpName = "slug" };

    /// <summary>The day that is looked at; today, in the shop's time zone, when none is named.</summary>
    public static Option<DateOnly?> AsOf() => new("--as-of")
    {
        Description = "The day to look at, today by default: the registers as they are now, read on that day.",
        HelpName = "yyyy-mm-dd",
        CustomParser = argument =>
        {
            if (!DateOnly.TryParseExact(argument.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                argument.AddError($"'{argument.Tokens[0].Value}' is no day: write it as 2026-11-23");
            else if (!ReadableDays.Include(day))
                argument.AddError($"{day:yyyy-MM-dd} cannot be looked at: give a day from {ReadableDays.First:yyyy-MM-dd} to {ReadableDays.Last:yyyy-MM-dd}");
            else
                return day;
            return null;
        },
    };
}
