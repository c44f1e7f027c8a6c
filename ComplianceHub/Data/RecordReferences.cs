using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using ComplianceHub.Data.Configurations;
using ComplianceHub.Domain;

namespace ComplianceHub.Data;

/// <summary>One id in a record that points at another record.</summary>
/// <param name="Field">The property, as a path inside parts.</param>
/// <param name="Target">The type of the record pointed at.</param>
/// <param name="Id">Its id.</param>
internal sealed record RecordReference(string Field, Type Target, Guid Id);

/// <summary>Finds every id in a record that points at another record, also inside its parts.</summary>
internal static class RecordReferences
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    /// <summary>All references of a record; empty ids are none.</summary>
    public static IEnumerable<RecordReference> In(object record) => In(record, "");

    /// <summary>The references in one property of a record.</summary>
    public static IEnumerable<RecordReference> In(object record, PropertyInfo property) => In(record, property, "");

    /// <summary>The properties of a type that hold one id or a list of ids of a target type, outside parts.</summary>
    public static IEnumerable<PropertyInfo> PropertiesTo(Type type, Type target) =>
        PropertiesOf(type).Where(property => property.GetCustomAttribute<ReferencesAttribute>()?.Record == target);

    /// <summary>Whether the parts of a type may hold ids of a target type.</summary>
    public static bool HasPartsTo(Type type, Type target) => PropertiesOf(type)
        .Select(property => RecordModel.ElementOf(property.PropertyType) ?? property.PropertyType)
        .Any(part => RecordModel.IsPart(part) && (PropertiesTo(part, target).Any() || HasPartsTo(part, target)));

    private static IEnumerable<RecordReference> In(object record, string path) =>
        PropertiesOf(record.GetType()).SelectMany(property => In(record, property, path));

    private static IEnumerable<RecordReference> In(object record, PropertyInfo property, string path)
    {
        var field = path + property.Name;
        var value = property.GetValue(record);
        if (property.GetCustomAttribute<ReferencesAttribute>() is { } reference)
            return Ids(value).Where(id => id != Guid.Empty).Select(id => new RecordReference(field, reference.Record, id));
        return value switch
        {
            IList list => list.Cast<object?>().OfType<object>().Where(item => RecordModel.IsPart(item.GetType())).SelectMany(item => In(item, field + ".")),
            not null when RecordModel.IsPart(value.GetType()) => In(value, field + "."),
            _ => [],
        };
    }

    private static IEnumerable<Guid> Ids(object? value) => value switch
    {
        Guid id => [id],
        IEnumerable<Guid> ids => ids,
        _ => [],
    };

    private static PropertyInfo[] PropertiesOf(Type type) => Properties.GetOrAdd(type, static owner =>
        [.. owner.GetProperties().Where(property => property is { CanRead: true, SetMethod.IsPublic: true } && property.GetIndexParameters().Length == 0)]);
}
