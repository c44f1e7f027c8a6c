using System.Globalization;
using System.Text.Json.Nodes;
using ComplianceHub.Components;
using ComplianceHub.Domain;

namespace ComplianceHub.Features.Audits;

/// <summary>Frozen values as people read them: records and countries by name, days as days, nothing as a dash.</summary>
internal static class ChangedWords
{
    /// <summary>The value of a field in words.</summary>
    public static string Of(string field, JsonNode? value, IReadOnlyDictionary<Guid, string> names) => value switch
    {
        JsonArray { Count: > 0 } list => string.Join(", ", list.Select(one => Of(field, one, names))),
        JsonObject part => string.Join(", ", part.Where(member => member.Value is not null).Select(member => $"{LoggedWords.Label(member.Key)} {Of(member.Key, member.Value, names)}")),
        JsonValue single when single.TryGetValue(out bool truth) => truth ? "Yes" : "No",
        JsonValue single when single.TryGetValue(out string? text) => Text(field, text, names),
        _ => LoggedWords.Text(value),
    };

    // Two letters can be a word of another field, so the field decides.
    private static bool IsOfCountries(string field) =>
        field.Contains("Countr", StringComparison.OrdinalIgnoreCase) || field is nameof(Domain.Organisation.Shop.Markets) or nameof(Domain.Organisation.LegalEntity.Establishments);

    private static string Text(string field, string text, IReadOnlyDictionary<Guid, string> names)
    {
        if (text.Length == 0)
            return "–";
        if (IsOfCountries(field) && Country.IsKnown(text))
            return Country.NameOf(text);
        if (Guid.TryParseExact(text, "D", out var id))
            return names.GetValueOrDefault(id, "a record that is gone");
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString(DayText.Shown) : text;
    }
}
