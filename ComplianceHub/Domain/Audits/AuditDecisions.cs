using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ComplianceHub.Domain.Audits;

/// <summary>What an auditor decided about the requirements of an audit, and what people said about them.</summary>
/// <param name="Items">The requirements, by shop.</param>
/// <param name="Comments">What was said, oldest first.</param>
public sealed record AuditDecisions(IReadOnlyList<AuditItem> Items, IReadOnlyList<AuditComment> Comments)
{
    /// <summary>Reads them from the bytes that were signed (<see cref="SignedContent"/>), of every schema so far.</summary>
    /// <exception cref="FormatException">The bytes say something else.</exception>
    public static AuditDecisions Read(ReadOnlySpan<byte> signed)
    {
        try
        {
            var reader = new Utf8JsonReader(signed);
            var root = JsonNode.Parse(ref reader)!;
            if ((int)root["schema"]! is < 1 or > SignedContent.SchemaNumber)
                throw new FormatException("What was signed was written by a later version of the program.");
            var audit = Id(root["audit"]!["id"]);
            IReadOnlyList<AuditItem> items = [.. root["items"]!.AsArray().Select(item => ReadItem(item!, audit))];
            var shops = items.ToDictionary(item => item.Id, item => item.ShopId);
            return new(items, [.. root["comments"]!.AsArray().Select(comment => ReadComment(comment!, audit, shops)).OrderBy(comment => comment.WrittenAt).ThenBy(comment => comment.Id)]);
        }
        catch (Exception foreign) when (foreign is JsonException or InvalidOperationException or NullReferenceException or ArgumentException or KeyNotFoundException)
        {
            throw new FormatException("What was signed cannot be read.", foreign);
        }
    }

    private static AuditItem ReadItem(JsonNode item, Guid audit) => new()
    {
        Id = Id(item["id"]),
        AuditId = audit,
        ShopId = Id(item["shop"]),
        RequirementId = (string)item["requirement"]!,
        Decision = Enum.Parse<AuditDecision>((string)item["decision"]!),
        Note = (string?)item["note"],
        RootCause = (string?)item["rootCause"],
        Recommendation = (string?)item["recommendation"],
        RiskAcceptedUntil = (string?)item["riskAcceptedUntil"] is { } day ? DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture) : null,
        DecidedBy = item["decidedBy"] is { } person ? Id(person) : null,
        DecidedAt = item["decidedAt"] is { } at ? At(at) : null,
    };

    private static AuditComment ReadComment(JsonNode comment, Guid audit, Dictionary<Guid, Guid> shops) => new()
    {
        Id = Id(comment["id"]),
        AuditId = audit,
        ItemId = Id(comment["item"]),
        ShopId = shops[Id(comment["item"])],
        WrittenBy = Id(comment["writtenBy"]),
        WrittenAt = At(comment["writtenAt"]),
        Text = (string)comment["text"]!,
    };

    private static Guid Id(JsonNode? text) => Guid.ParseExact((string)text!, "D");

    private static DateTimeOffset At(JsonNode? text) => DateTimeOffset.Parse((string)text!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
