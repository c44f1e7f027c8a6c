using System.ComponentModel.DataAnnotations;
using System.Reflection;
using ComplianceHub.Data;
using ComplianceHub.Domain;

namespace ComplianceHub.Features.Registers;

/// <summary>The fields that people may change. Whatever else a browser sends is not taken over.</summary>
public static class EditableFields
{
    /// <summary>The properties marked as editable, in the order of the class.</summary>
    public static IReadOnlyList<PropertyInfo> Of(Type record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return [.. record.GetProperties().Where(property => property.GetCustomAttribute<EditableAttribute>()?.AllowEdit == true)];
    }

    /// <summary>Takes the editable values of a copy over into a record.</summary>
    public static void TakeOver<T>(T record, T copy)
        where T : RegisterRecord
    {
        // Of a copy of the copy, so that the record and the form never share a list.
        var values = RecordCopy.Of(copy);
        foreach (var field in Of(record.GetType()).Where(field => !AreEqual(field, record, copy)))
            field.SetValue(record, field.GetValue(values));
    }

    /// <summary>The editable fields in which two states of a record differ.</summary>
    public static IReadOnlyList<PropertyInfo> Difference<T>(T before, T after)
        where T : RegisterRecord => [.. Of(before.GetType()).Where(field => !AreEqual(field, before, after))];

    private static bool AreEqual(PropertyInfo field, object one, object other) =>
        Deviations.Write(field.GetValue(one)) == Deviations.Write(field.GetValue(other));
}
