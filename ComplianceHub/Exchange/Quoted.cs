using System.Globalization;

namespace ComplianceHub.Exchange;

/// <summary>Text of a foreign file inside one of our sentences: short, and without characters that move a terminal's cursor.</summary>
internal static class Quoted
{
    private const int Longest = 60;

    /// <summary>The text in double quotes, cut after 60 characters, control and formatting characters replaced.</summary>
    public static string Of(string text) => $"\"{Bare(text)}\"";

    /// <summary>The same without quotes.</summary>
    public static string Bare(string text)
    {
        var cut = text.Length > Longest ? string.Concat(text.AsSpan(0, Longest), "…") : text;
        return string.Concat(cut.Select(Printable));
    }

    // A cut may leave half of a surrogate pair behind; it would not survive the way to a log or a database.
    private static char Printable(char character) => char.GetUnicodeCategory(character) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? '\uFFFD' : character;
}
