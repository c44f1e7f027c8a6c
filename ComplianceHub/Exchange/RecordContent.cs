using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Exchange;

/// <summary>What people can edit in a record, as one value: to see whether somebody did, and to take it over.</summary>
public static class RecordContent
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Editable = new();

    private static readonly JsonSerializerOptions Plain = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter(), new DecimalAsText() },
    };

    /// <summary>
    /// SHA-256, in hex, of all editable values and of the retirement. Values that nobody recorded are left out, so a
    /// field that a later version adds does not make every record look edited.
    /// </summary>
    public static string Hash(RegisterRecord record)
    {
        var content = new JsonObject { ["RetiredOn"] = record.RetiredOn?.ToString("O", CultureInfo.InvariantCulture) };
        foreach (var property in EditableOf(record.GetType()))
            if (property.GetValue(record) is { } value)
                content[property.Name] = JsonSerializer.SerializeToNode(value, property.PropertyType, Plain);
        return Sha256Text.Of(CanonicalJson.Bytes(Recorded(content)));
    }

    /// <summary>Takes all editable values of <paramref name="from"/> over into <paramref name="into"/>, which is of the same type.</summary>
    public static void Copy(RegisterRecord from, RegisterRecord into)
    {
        foreach (var property in EditableOf(into.GetType()))
            property.SetValue(into, property.GetValue(from));
    }

    private static PropertyInfo[] EditableOf(Type type) => Editable.GetOrAdd(type, Find);

    // The save stamps the day of the last material change, also when something beside the activity changed.
    private static PropertyInfo[] Find(Type type) =>
    [
        .. type.GetProperties().Where(property =>
            property.GetCustomAttribute<EditableAttribute>() is { AllowEdit: true }
            && property.Name != nameof(ProcessingActivity.LastMaterialChangeOn)),
    ];

    /// <summary>The value without empty texts, lists and objects; null when nothing is left.</summary>
    private static JsonNode? Recorded(JsonNode? value) => value switch
    {
        JsonObject members => NullIfEmpty(new JsonObject(
            members.Select(member => KeyValuePair.Create(member.Key, Recorded(member.Value))).Where(member => member.Value is not null))),
        JsonArray { Count: > 0 } items => new JsonArray([.. items.Select(Recorded)]),
        JsonValue scalar when scalar.GetValueKind() is not JsonValueKind.String || scalar.GetValue<string>().Length > 0 => scalar.DeepClone(),
        _ => null,
    };

    private static JsonObject? NullIfEmpty(JsonObject members) => members.Count == 0 ? null : members;

    /// <summary>The canonical form has no fractions.</summary>
    private sealed class DecimalAsText : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            decimal.Parse(reader.GetString()!, CultureInfo.InvariantCulture);

        // Providers hand 5.0 back as 5 or 5.00; the division takes the zeros away.
        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteStringValue((value / 1.000000000000000000000000000000000m).ToString(CultureInfo.InvariantCulture));
    }
}
