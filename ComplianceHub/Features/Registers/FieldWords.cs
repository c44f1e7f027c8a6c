using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using ComplianceHub.Components;
using ComplianceHub.Components.Controls;
using ComplianceHub.Domain;

namespace ComplianceHub.Features.Registers;

/// <summary>Fields and values as people read them in a conflict, a deviation or the history.</summary>
public static class FieldWords
{
    /// <summary>The field's name spelled out: "SubProcessorNoticeDays" is "Sub processor notice days".</summary>
    public static string Label(string field)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (field == Domain.Registers.Deviation.Excluded)
            return "Not used here";
        var words = new StringBuilder();
        foreach (var letter in field)
        {
            if (char.IsUpper(letter) && words.Length > 0 && char.IsLetter(words[^1]))
                words.Append(' ').Append(char.ToLowerInvariant(letter));
            else
                words.Append(letter);
        }

        return words.ToString().Replace(" ids", "", StringComparison.Ordinal).Replace(" id", "", StringComparison.Ordinal);
    }

    /// <summary>A logged value; nothing is a dash.</summary>
    public static string Text(JsonNode? value) => value switch
    {
        null => "–",
        JsonArray list => list.Count == 0 ? "–" : string.Join(", ", list.Select(Text)),
        JsonObject part => string.Join(", ", part.Where(member => member.Value is not null).Select(member => $"{Label(member.Key)} {Text(member.Value)}")),
        _ => value.ToString(),
    };

    /// <summary>A field that two people changed.</summary>
    public static ConflictField Conflict(PropertyInfo field, object saved, object yours, RegisterChoices choices)
    {
        ArgumentNullException.ThrowIfNull(field);
        return new(field.Name, Label(field.Name), Shown(field.GetValue(saved), choices), Shown(field.GetValue(yours), choices));
    }

    /// <summary>A value as people read it; records by name, nothing as a dash.</summary>
    public static string Value(object? value, RegisterChoices choices) => Shown(value, choices);

    private static string Shown(object? value, RegisterChoices choices) => value switch
    {
        null or "" => "–",
        Guid id => choices.NameOf(id),
        DateOnly day => day.ToString("d MMM yyyy"),
        bool truth => truth ? "Yes" : "No",
        Enum word => word.Word(),
        string text => text,
        IList list => list.Count == 0 ? "–" : string.Join(", ", list.Cast<object?>().Select(item => Shown(item, choices))),
        _ when value.GetType().Namespace?.StartsWith("ComplianceHub.Domain", StringComparison.Ordinal) == true && value is not Registers.RecordChoice => Parts(value, choices),
        _ => value.ToString() ?? "–",
    };

    private static string Parts(object part, RegisterChoices choices) => part.GetType().GetMethod(nameof(ToString), Type.EmptyTypes)!.DeclaringType == part.GetType() && part is Domain.Registers.RetentionPeriod
        ? part.ToString()!
        : string.Join(", ", part.GetType().GetProperties()
            .Where(property => property.CanWrite && property.GetValue(part) is { } value && Shown(value, choices) != "–")
            .Select(property => $"{Label(property.Name)} {Shown(property.GetValue(part), choices)}"));
}
