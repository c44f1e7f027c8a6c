using System.Text.Json.Nodes;

namespace ComplianceHub.Compliance.Freezing;

/// <summary>
/// A snapshot as bytes, and back as a value that evaluates to the same verdicts. There is a reader for every schema
/// number that was ever used, so that what was signed can be shown in ten years.
/// </summary>
public static class FrozenSnapshot
{
    private static readonly Dictionary<int, Func<JsonNode, ShopSnapshot>> Readers = new()
    {
        [1] = FrozenJson.Read<ShopSnapshot>,
    };

    /// <summary>The canonical bytes of a snapshot.</summary>
    public static byte[] Write(ShopSnapshot shop) => SnapshotHash.CanonicalBytes(shop);

    /// <summary>The snapshot that was frozen. Its lists are in the order of the bytes, so verdicts that are frozen with it
    /// are those of the snapshot that was read back, and come out the same each time.</summary>
    /// <exception cref="FormatException">The bytes are no frozen snapshot, or of a newer version of the program.</exception>
    public static ShopSnapshot Read(ReadOnlySpan<byte> bytes)
    {
        var frozen = FrozenJson.Parse(bytes);
        return SchemaOf(frozen) is { } schema && Readers.TryGetValue(schema, out var read) && frozen["snapshot"] is { } snapshot
            ? read(snapshot)
            : throw new FormatException("What was frozen has a form that this version of ComplianceHub does not know.");
    }

    private static int? SchemaOf(JsonNode frozen) =>
        frozen is JsonObject members && members["schema"] is JsonValue number && number.TryGetValue(out int schema) ? schema : null;
}
