using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ComplianceHub.Components;

/// <summary>Fields and values of the audit log as people read them.</summary>
public static partial class LoggedWords
{
    /// <summary>A name spelled out: "SubProcessorNoticeDays" is "Sub processor notice days", "VendorId" is "Vendor".</summary>
    public static string Label(string field)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (field == Domain.Registers.Deviation.Excluded)
            return "Not used here";
        var words = new StringBuilder();
        foreach (var letter in IdsOfRecords().Replace(field, ""))
        {
            if (char.IsUpper(letter) && words.Length > 0 && char.IsLetter(words[^1]))
                words.Append(' ').Append(char.ToLowerInvariant(letter));
            else
                words.Append(letter);
        }
        return words.ToString();
    }

    /// <summary>A logged value; nothing is a dash.</summary>
    public static string Text(JsonNode? value) => value switch
    {
        null => "–",
        JsonArray list => list.Count == 0 ? "–" : string.Join(", ", list.Select(Text)),
        JsonObject part => string.Join(", ", part.Where(member => member.Value is not null).Select(member => $"{Label(member.Key)} {Text(member.Value)}")),
        _ => value.ToString(),
    };

    // "VendorId" names the vendor; "Identifiers" is no id.
    [GeneratedRegex("(?<=[a-z])Ids?(?![a-z])")]
    private static partial Regex IdsOfRecords();
}
