using YamlDotNet.Core;

namespace ComplianceHub.Exchange.Yaml;

/// <summary>What the YAML library objects to, as a sentence at the line where a person would look.</summary>
internal static class YamlComplaint
{
    /// <summary>The sentence for the person who imports.</summary>
    public static string SentenceOf(YamlException exception) =>
        SpeaksOfATab(exception)
            ? "This line is indented with a tab. YAML allows only spaces there."
            : $"This is not YAML that can be read: {Lowered(exception.Message)}";

    /// <summary>Where the objection stands; for a tab its own line, because the library names the block around it.</summary>
    public static FilePosition PositionOf(YamlException exception, ImportText file, string key)
    {
        var line = (int)exception.Start.Line;
        return SpeaksOfATab(exception) && LineIndentedWithATab(file.Text, line) is { } tab
            ? new(file.File, tab, 1, key)
            : new(file.File, line, (int)exception.Start.Column, key);
    }

    private static bool SpeaksOfATab(YamlException exception) =>
        exception.Message.Contains(" tab", StringComparison.OrdinalIgnoreCase);

    private static int? LineIndentedWithATab(string text, int from)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            var indentation = line.Length - line.TrimStart(" \t").Length;
            if (number >= from && line[..indentation].Contains('\t'))
                return number;
        }
        return null;
    }

    private static string Lowered(string sentence) =>
        sentence.Length == 0 ? sentence : char.ToLowerInvariant(sentence[0]) + sentence[1..];
}
