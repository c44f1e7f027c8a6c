using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using ComplianceHub.Data.Configurations;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Data;

/// <summary>How a shop's value takes the place of the group's in a copy of the group's record.</summary>
public static class Deviations
{
    private static readonly Dictionary<Register, Type> Types = typeof(OwnedRecord).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(OwnedRecord)))
        .ToDictionary(type => ((OwnedRecord)Activator.CreateInstance(type)!).Register);

    /// <summary>The type of record that a register holds; null where the group has no such records.</summary>
    public static Type? TypeOf(Register register) => Types.GetValueOrDefault(register);

    /// <summary>The text that a deviation or a proposal stores for a value.</summary>
    public static string Write(object? value) => PartsJson.Write(value);

    /// <summary>The value that a deviation or a proposal stores, typed as the property is.</summary>
    /// <exception cref="DomainException">The text is no value of the property.</exception>
    public static object? Read(PropertyInfo property, string json)
    {
        ArgumentNullException.ThrowIfNull(property);
        try
        {
            var value = PartsJson.Read(json, property.PropertyType);
            return value is not null || new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable
                ? value
                : throw new DomainException($"{Words.Of(property.Name)}: a value is missing.");
        }
        catch (JsonException exception)
        {
            throw new DomainException($"{Words.Of(property.Name)}: the value does not fit this field.", exception);
        }
    }

    /// <summary>The property that may be replaced: one that people edit, except to which shops the record applies.</summary>
    public static PropertyInfo? PropertyOf(Type record, string field) =>
        record?.GetProperty(field) is { } property
        && property.GetCustomAttribute<EditableAttribute>()?.AllowEdit == true
        && property.Name != nameof(OwnedRecord.AppliesTo) ? property : null;

    /// <summary>Puts the shop's value into a copy of the group's record.</summary>
    /// <exception cref="DomainException">There is no such field, or the text is no value of it.</exception>
    public static void Apply(OwnedRecord copy, string field, string json)
    {
        ArgumentNullException.ThrowIfNull(copy);
        var property = PropertyOf(copy.GetType(), field)
            ?? throw new DomainException($"{Words.Of(field)} cannot differ between the group and a shop.");
        property.SetValue(copy, Read(property, json));
    }
}
