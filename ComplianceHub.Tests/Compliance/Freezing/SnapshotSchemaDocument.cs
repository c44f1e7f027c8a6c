using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ComplianceHub.Compliance;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;

namespace ComplianceHub.Tests.Compliance.Freezing;

/// <summary>The form of the snapshots that the program writes today, as JSON Schema, told from the types of the registers.</summary>
internal sealed class SnapshotSchemaDocument
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly NullabilityInfoContext Nullability = new();

    // They count saves or tell the time of reading, so they are not frozen.
    private static readonly HashSet<(Type, string)> NotFrozen =
    [
        (typeof(ShopSnapshot), nameof(ShopSnapshot.AsOfInstant)), (typeof(RegisterRecord), nameof(RegisterRecord.Version)), (typeof(Shop), nameof(Shop.RegistersVersion)),
    ];

    private readonly SortedDictionary<string, JsonObject?> _definitions = new(StringComparer.Ordinal);

    /// <summary>The file for <see cref="ShopSnapshot.SchemaNumber"/>.</summary>
    public static string Write()
    {
        var document = new SnapshotSchemaDocument();
        var snapshot = document.Of(typeof(ShopSnapshot), isNullable: false);
        return new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["$id"] = $"urn:compliancehub:snapshot:{ShopSnapshot.SchemaNumber}",
            ["title"] = $"A shop as an audit froze it, schema number {ShopSnapshot.SchemaNumber}",
            ["description"] = "The effective records of one shop of ComplianceHub on one day. The file is canonical JSON (RFC 8785); amounts are text without trailing zeros, days and instants are ISO 8601, ids are UUIDs, and null is what nobody recorded.",
            ["type"] = "object",
            ["properties"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "integer", ["enum"] = new JsonArray(ShopSnapshot.SchemaNumber) }, ["snapshot"] = snapshot },
            ["required"] = new JsonArray("schema", "snapshot"),
            ["additionalProperties"] = false,
            ["definitions"] = new JsonObject(document._definitions.Select(one => KeyValuePair.Create<string, JsonNode?>(one.Key, one.Value))),
        }.ToJsonString(Indented) + "\n";
    }

    private JsonNode Of(Type type, bool isNullable, NullabilityInfo? about = null)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
            return Of(value, isNullable: true);
        if (Simple(type) is { } simple)
            return isNullable ? OrNull(simple) : simple;
        if (typeof(IEnumerable).IsAssignableFrom(type))
        {
            var list = new JsonObject { ["type"] = "array", ["items"] = Of(type.GetGenericArguments().Single(), about?.GenericTypeArguments is [{ ReadState: NullabilityState.Nullable }]) };
            return isNullable ? OrNull(list) : list;
        }
        Define(type);
        var reference = new JsonObject { ["$ref"] = $"#/definitions/{type.Name}" };
        return isNullable ? new JsonObject { ["anyOf"] = new JsonArray(reference, new JsonObject { ["type"] = "null" }) } : reference;
    }

    private static JsonObject? Simple(Type type) => type switch
    {
        _ when type == typeof(string) => new() { ["type"] = "string" },
        _ when type == typeof(bool) => new() { ["type"] = "boolean" },
        _ when type == typeof(int) || type == typeof(long) => new() { ["type"] = "integer" },
        _ when type == typeof(decimal) => new() { ["type"] = "string", ["pattern"] = @"^-?[0-9]+(\.[0-9]*[1-9])?$" },
        _ when type == typeof(Guid) => new() { ["type"] = "string", ["pattern"] = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$" },
        _ when type == typeof(DateOnly) => new() { ["type"] = "string", ["format"] = "date" },
        _ when type == typeof(DateTimeOffset) => new() { ["type"] = "string", ["format"] = "date-time" },
        { IsEnum: true } => new() { ["type"] = "string", ["enum"] = new JsonArray([.. Enum.GetNames(type).Select(word => (JsonNode)word)]) },
        _ => null,
    };

    private static JsonObject OrNull(JsonObject schema)
    {
        schema["type"] = new JsonArray((string)schema["type"]!, "null");
        if (schema["enum"] is JsonArray words)
            words.Add(null);
        return schema;
    }

    private void Define(Type type)
    {
        if (!_definitions.TryAdd(type.Name, null))
            return;
        var facts = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property is { CanRead: true, CanWrite: true } && !NotFrozen.Contains((property.DeclaringType!, property.Name)))
            .OrderBy(property => property.Name, StringComparer.Ordinal).ToList();
        _definitions[type.Name] = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(facts.Select(fact => KeyValuePair.Create<string, JsonNode?>(fact.Name, Of(fact)))),
            ["required"] = new JsonArray([.. facts.Select(fact => (JsonNode)fact.Name)]),
            ["additionalProperties"] = false,
        };
    }

    private JsonNode Of(PropertyInfo fact)
    {
        var about = Nullability.Create(fact);
        return Of(fact.PropertyType, about.ReadState == NullabilityState.Nullable, about);
    }
}
