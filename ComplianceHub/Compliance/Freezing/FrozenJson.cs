using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ComplianceHub.Domain.AuditLog;

namespace ComplianceHub.Compliance.Freezing;

/// <summary>
/// What is frozen as bytes and back: canonical JSON, where amounts are text without trailing zeros and enums are their
/// words. The bytes are stored and hashed as they were written, never written anew.
/// </summary>
internal static class FrozenJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false), new AmountAsText() },
        // What a computed property says is no fact, and is computed again.
        IgnoreReadOnlyProperties = true,
    };

    /// <summary>The canonical bytes of a value.</summary>
    /// <exception cref="FormatException">The value has no canonical form.</exception>
    public static byte[] Write<T>(T value) => CanonicalJson.Bytes(JsonSerializer.SerializeToNode(value, Options));

    /// <summary>The value that <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">The bytes are none of ours.</exception>
    public static T Read<T>(JsonNode? node)
    {
        try
        {
            return node.Deserialize<T>(Options) ?? throw new FormatException("What was frozen is empty.");
        }
        catch (JsonException unreadable)
        {
            throw new FormatException("What was frozen cannot be read: it is not of a form that this program ever wrote.", unreadable);
        }
    }

    /// <summary>Frozen bytes as a tree.</summary>
    /// <exception cref="FormatException">The bytes are no JSON.</exception>
    public static JsonNode Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonNode.Parse(bytes) ?? throw new FormatException("What was frozen is empty.");
        }
        catch (JsonException unreadable)
        {
            throw new FormatException("What was frozen cannot be read: it is no JSON.", unreadable);
        }
    }

    private sealed class AmountAsText : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            decimal.Parse(reader.GetString() ?? throw new JsonException("An amount is missing."), NumberStyles.Number, CultureInfo.InvariantCulture);

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteStringValue(SnapshotHash.TextOf(value));
    }
}
