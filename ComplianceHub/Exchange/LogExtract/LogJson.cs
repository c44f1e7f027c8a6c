using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ComplianceHub.Exchange.LogExtract;

/// <summary>
/// Entries of the audit log for a program, with what it takes to check them: "canonical" holds the bytes that "hash" was
/// taken of, and "salt" opens the commitment to the details.
/// </summary>
public static class LogJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the entries as they come; the whole log is never in memory.</summary>
    public static async Task WriteAsync(Stream file, ExtractedChain chain, IAsyncEnumerable<ExtractedEntry> entries, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(chain);
        await using var writer = new Utf8JsonWriter(file, Options);
        writer.WriteStartObject();
        writer.WriteString("chain", chain.Chain.ToString());
        writer.WriteNumber("entries", chain.Head.Sequence);
        writer.WriteString("head", Convert.ToHexStringLower(chain.Head.Hash));
        writer.WriteString("filter", chain.Filter);
        writer.WriteString("hashIs", "SHA-256(\"ComplianceHub audit v1\\n\" || previousHash || SHA-256(canonical))");
        writer.WriteStartArray("log");
        await foreach (var one in entries.WithCancellation(ct))
        {
            Write(writer, one);
            await writer.FlushAsync(ct);
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ExtractedEntry one)
    {
        var entry = one.Entry;
        writer.WriteStartObject();
        writer.WriteNumber("seq", entry.Sequence);
        writer.WriteString("at", entry.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        writer.WriteString("who", one.Who);
        writer.WriteString("actor", entry.Actor);
        writer.WriteString("action", entry.Action);
        writer.WriteString("entity", entry.Entity);
        writer.WriteString("entityId", entry.EntityId);
        writer.WriteString("record", one.Record);
        WriteDetails(writer, one);
        writer.WriteString("previousHash", Convert.ToHexStringLower(entry.PreviousHash));
        writer.WriteString("hash", Convert.ToHexStringLower(entry.Hash));
        writer.WriteString("canonical", Encoding.UTF8.GetString(entry.Canonical));
        writer.WriteEndObject();
    }

    private static void WriteDetails(Utf8JsonWriter writer, ExtractedEntry one)
    {
        writer.WriteBoolean("detailsErased", one.Payload is null);
        if (one.Payload is not { } payload)
            return;
        writer.WriteString("because", payload.Because);
        writer.WriteStartArray("changes");
        foreach (var change in payload.Changes)
        {
            writer.WriteStartObject();
            writer.WriteString("field", change.Field);
            writer.WritePropertyName("old");
            WriteValue(writer, change.Old);
            writer.WritePropertyName("new");
            WriteValue(writer, change.New);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteString("salt", Convert.ToHexStringLower(payload.Salt));
    }

    private static void WriteValue(Utf8JsonWriter writer, System.Text.Json.Nodes.JsonNode? value)
    {
        if (value is null)
            writer.WriteNullValue();
        else
            value.WriteTo(writer);
    }
}
