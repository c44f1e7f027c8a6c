using System.Text;

namespace ComplianceHub.Exchange;

/// <summary>
/// Lines of comma-separated values (RFC 4180) that a spreadsheet shows and never runs: a text that it would take for a
/// formula is marked with an apostrophe (OWASP ASVS 1.2.10).
/// </summary>
public static class CsvText
{
    /// <summary>The text in which a file begins, so that spreadsheets read it as UTF-8.</summary>
    public const string ByteOrderMark = "\uFEFF";

    // Wide forms too: spreadsheets of East Asian locales take them for the narrow ones.
    private const string BeginsFormulas = "=+-@|%\uFF1D\uFF0B\uFF0D\uFF20";

    /// <summary>A line with its end: every value in quotes, nothing is empty.</summary>
    public static string Line(params ReadOnlySpan<string?> values)
    {
        var line = new StringBuilder();
        foreach (var value in values)
            line.Append(line.Length > 0 ? "," : "").Append('"').Append(Harmless(value ?? "").Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        return line.Append("\r\n").ToString();
    }

    private static string Harmless(string value) =>
        value.Length > 0 && (value[0] is '\t' or '\r' or '\n' || (value.TrimStart() is { Length: > 0 } text && BeginsFormulas.Contains(text[0]))) ? $"'{value}" : value;
}
