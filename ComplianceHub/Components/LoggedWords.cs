using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ComplianceHub.Components;

/// <summary>Fields and values of the audit log as people read them.</summary>
public static partial class LoggedWords
{
    // What the pages call it where the name of the record is another.
    private static readonly Dictionary<string, string> Terms = new(StringComparer.Ordinal)
    {
        ["Vendor"] = "Third party",
        ["VendorId"] = "Third party",
        ["SignOff"] = "Signature",
        ["FrozenShop"] = "Frozen shop",
        ["AuditItem"] = "Requirement of an audit",
        ["AuditComment"] = "Comment in an audit",
        ["RemediationTask"] = "Task",
    };

    /// <summary>A name spelled out: "SubProcessorNoticeDays" is "Sub processor notice days", "DataElementId" is "Data element".</summary>
    public static string Label(string field)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (field == Domain.Registers.Deviation.Excluded)
            return "Not used here";
        if (Terms.TryGetValue(field, out var term))
            return term;
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

    /// <summary>What happened, in words: "Changed vendor"; what people do to sign in says enough by itself: "Signed in".</summary>
    public static string Happened(string action, string entity)
    {
        ArgumentException.ThrowIfNullOrEmpty(action);
        var done = $"{char.ToUpperInvariant(action[0])}{action[1..]}";
        return entity == "Person" && action.Contains(' ', StringComparison.Ordinal) ? done : $"{done} {Label(entity).ToLowerInvariant()}";
    }

    /// <summary>A logged value; nothing is a dash, days and instants are written as on the pages.</summary>
    /// <param name="value">The value.</param>
    /// <param name="names">What ids in it are called; an id without a name stays as it is.</param>
    public static string Text(JsonNode? value, IReadOnlyDictionary<Guid, string>? names = null) => value switch
    {
        null => "–",
        JsonArray list => list.Count == 0 ? "–" : string.Join(", ", list.Select(one => Text(one, names))),
        JsonObject part => string.Join(", ", part.Where(member => member.Value is not null).Select(member => $"{Label(member.Key)} {Text(member.Value, names)}")),
        JsonValue scalar when scalar.TryGetValue<bool>(out var truth) => truth ? "Yes" : "No",
        JsonValue scalar when scalar.TryGetValue<string>(out var text) => Text(text, names),
        _ => value.ToString(),
    };

    private static string Text(string text, IReadOnlyDictionary<Guid, string>? names) =>
        names is not null && Guid.TryParseExact(text, "D", out var id) && names.TryGetValue(id, out var name) ? name
        : DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString(DayText.Shown, CultureInfo.CurrentCulture)
        : DateTimeOffset.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) ? WhenText.Of(instant)
        : text;

    // "VendorId" names the vendor; "Identifiers" is no id.
    [GeneratedRegex("(?<=[a-z])Ids?(?![a-z])")]
    private static partial Regex IdsOfRecords();
}
