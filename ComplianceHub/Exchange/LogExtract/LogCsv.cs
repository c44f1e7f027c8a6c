using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ComplianceHub.Domain.AuditLog;

namespace ComplianceHub.Exchange.LogExtract;

/// <summary>Entries of the audit log for a spreadsheet: a line for each field that changed, and one for an entry without any.</summary>
public static class LogCsv
{
    private static readonly UTF8Encoding Utf8 = new(false);

    /// <summary>Writes the entries as they come; the whole log is never in memory.</summary>
    public static async Task WriteAsync(Stream file, IAsyncEnumerable<ExtractedEntry> entries, CancellationToken ct)
    {
        await using var writer = new StreamWriter(file, Utf8, leaveOpen: true);
        await writer.WriteAsync(CsvText.ByteOrderMark + CsvText.Line("Number", "At (UTC)", "Who", "Actor", "Action", "Kind", "Record", "Record id", "Why", "Field", "Old", "New", "Hash"));
        await foreach (var one in entries.WithCancellation(ct))
        {
            foreach (var change in one.Payload?.Changes is { Count: > 0 } changes ? changes : [new FieldChange("", null, null)])
                await writer.WriteAsync(Line(one, change));
        }
    }

    private static string Line(ExtractedEntry one, FieldChange change) => CsvText.Line(
        one.Entry.Sequence.ToString(CultureInfo.InvariantCulture),
        one.Entry.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture),
        one.Who,
        one.Entry.Actor,
        one.Entry.Action,
        one.Entry.Entity,
        one.Record,
        one.Entry.EntityId,
        one.Payload is null ? "(details erased)" : one.Payload.Because,
        change.Field,
        Text(change.Old),
        Text(change.New),
        Convert.ToHexStringLower(one.Entry.Hash));

    private static string? Text(JsonNode? value) => value is null or JsonValue ? value?.ToString() : CanonicalJson.Text(value);
}
