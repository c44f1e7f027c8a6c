using System.Collections;
using System.Reflection;
using ComplianceHub.Components;
using ComplianceHub.Components.Controls;
using ComplianceHub.Domain;

namespace ComplianceHub.Features.Registers;

/// <summary>Values as people read them in a conflict or a proposal.</summary>
public static class FieldWords
{
    /// <summary>A field that two people changed.</summary>
    public static ConflictField Conflict(PropertyInfo field, object saved, object yours, RegisterChoices choices)
    {
        ArgumentNullException.ThrowIfNull(field);
        return new(field.Name, LoggedWords.Label(field.Name), Shown(field.GetValue(saved), choices), Shown(field.GetValue(yours), choices));
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
            .Select(property => $"{LoggedWords.Label(property.Name)} {Shown(property.GetValue(part), choices)}"));
}
