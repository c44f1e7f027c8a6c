using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ComplianceHub.Domain.AuditLog;

namespace ComplianceHub.Domain.Audits;

/// <summary>
/// Everything that a manager signs, as canonical bytes: the audit, the hashes of what was frozen, every decision and
/// comment, the tasks, the statement, the proof, and the names of those who took part. The hash of these bytes stands in the sign-off.
/// </summary>
public static class SignedContent
{
    /// <summary>The number of this form; it rises when the bytes would read differently. 1 had no names of people at first, and
    /// no tasks.</summary>
    public const int SchemaNumber = 2;

    /// <summary>The bytes of an audit that is being signed.</summary>
    /// <param name="audit">The audit.</param>
    /// <param name="frozen">Its frozen shops.</param>
    /// <param name="items">Its requirements with their decisions.</param>
    /// <param name="comments">What was said.</param>
    /// <param name="tasks">What the shops do about its findings.</param>
    /// <param name="taskEvidence">SHA-256 of the files of the tasks, by id: they may be younger than what was frozen.</param>
    /// <param name="signOff">The signature.</param>
    /// <param name="people">The names of who took part.</param>
    public static byte[] Write(
        Audit audit, IEnumerable<FrozenShop> frozen, IEnumerable<AuditItem> items, IEnumerable<AuditComment> comments,
        IEnumerable<RemediationTask> tasks, IReadOnlyDictionary<Guid, string> taskEvidence, SignOff signOff, IReadOnlyDictionary<Guid, string> people)
    {
        ArgumentNullException.ThrowIfNull(audit);
        ArgumentNullException.ThrowIfNull(signOff);
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(taskEvidence);
        return CanonicalJson.Bytes(new JsonObject
        {
            ["schema"] = SchemaNumber,
            ["audit"] = Told(audit),
            ["frozen"] = List(frozen.OrderBy(shop => shop.ShopId), Told),
            ["items"] = List(items.OrderBy(item => item.ShopId).ThenBy(item => item.RequirementId, StringComparer.Ordinal), Told),
            ["comments"] = List(comments.OrderBy(comment => comment.Id), Told),
            ["tasks"] = List(tasks.OrderBy(task => task.Number), task => Told(task, taskEvidence)),
            ["signOff"] = Told(signOff),
            ["people"] = new JsonObject(people.OrderBy(person => person.Key).Select(person => KeyValuePair.Create<string, JsonNode?>(Text(person.Key)!, person.Value))),
        });
    }

    /// <summary>Whether what was signed names these frozen shops, with these hashes, and no others.</summary>
    /// <param name="signed">Bytes that <see cref="Write"/> once made.</param>
    /// <param name="frozen">All frozen shops of the audit.</param>
    public static bool Names(ReadOnlySpan<byte> signed, IEnumerable<FrozenShop> frozen)
    {
        try
        {
            var reader = new Utf8JsonReader(signed);
            return JsonNode.DeepEquals(JsonNode.Parse(ref reader)?["frozen"], List(frozen.OrderBy(shop => shop.ShopId), Told));
        }
        catch (Exception foreign) when (foreign is JsonException or InvalidOperationException or ArgumentException)
        {
            // Other bytes than were signed, under their own hash.
            return false;
        }
    }

    private static JsonObject Told(Audit audit) => new()
    {
        ["id"] = Text(audit.Id),
        ["title"] = audit.Title,
        ["shops"] = List(audit.ShopIds.Order(), id => Text(id)),
        ["regulations"] = List(audit.Regulations, id => id),
        ["from"] = Text(audit.PeriodFrom),
        ["until"] = Text(audit.PeriodUntil),
        ["preparedBy"] = Text(audit.PreparedBy),
        ["auditor"] = Text(audit.AuditorId),
        ["signer"] = Text(audit.SignerId),
        ["frozenAt"] = Text(audit.FrozenAt),
    };

    private static JsonObject Told(FrozenShop frozen) => new()
    {
        ["shop"] = Text(frozen.ShopId),
        ["asOf"] = Text(frozen.AsOf),
        ["schema"] = frozen.Schema,
        ["catalogueVersion"] = frozen.CatalogueVersion,
        ["catalogueHash"] = frozen.CatalogueHash,
        ["snapshot"] = frozen.SnapshotSha256,
        ["verdicts"] = frozen.VerdictsSha256,
    };

    private static JsonObject Told(AuditItem item) => new()
    {
        ["id"] = Text(item.Id),
        ["shop"] = Text(item.ShopId),
        ["requirement"] = item.RequirementId,
        ["decision"] = item.Decision.ToString(),
        ["note"] = item.Note,
        ["rootCause"] = item.RootCause,
        ["recommendation"] = item.Recommendation,
        ["riskAcceptedUntil"] = item.RiskAcceptedUntil is { } day ? Text(day) : null,
        ["decidedBy"] = Text(item.DecidedBy),
        ["decidedAt"] = Text(item.DecidedAt),
    };

    private static JsonObject Told(AuditComment comment) => new()
    {
        ["id"] = Text(comment.Id),
        ["item"] = Text(comment.ItemId),
        ["writtenBy"] = Text(comment.WrittenBy),
        ["writtenAt"] = Text(comment.WrittenAt),
        ["text"] = comment.Text,
    };

    private static JsonObject Told(RemediationTask task, IReadOnlyDictionary<Guid, string> files) => new()
    {
        ["id"] = Text(task.Id),
        ["number"] = task.Number,
        ["item"] = Text(task.ItemId),
        ["state"] = task.State.ToString(),
        ["priority"] = task.Priority.ToString(),
        ["toDo"] = task.ToDo,
        ["owner"] = Text(task.OwnerId),
        ["dueOn"] = Text(task.DueOn),
        ["checker"] = Text(task.CheckerId),
        ["checkDueOn"] = Text(task.CheckDueOn),
        ["evidence"] = List(task.EvidenceIds.Order(), id => new JsonObject { ["id"] = Text(id), ["sha256"] = files.GetValueOrDefault(id) }),
        ["earlierEvidence"] = List(task.EarlierEvidenceIds.Order(), id => new JsonObject { ["id"] = Text(id), ["sha256"] = files.GetValueOrDefault(id) }),
        ["doneBy"] = Text(task.DoneBy),
        ["doneAt"] = Text(task.DoneAt),
        ["doneNote"] = task.DoneNote,
        ["checkedBy"] = Text(task.CheckedBy),
        ["checkedAt"] = Text(task.CheckedAt),
        ["checkNote"] = task.CheckNote,
        ["withdrawnBecause"] = task.WithdrawnBecause,
    };

    private static JsonObject Told(SignOff signOff) => new()
    {
        ["signedBy"] = Text(signOff.SignedBy),
        ["signedAt"] = Text(signOff.SignedAt),
        ["proof"] = signOff.Proof,
        ["statement"] = signOff.Statement,
        ["acknowledged"] = List(signOff.Acknowledged.Order(), id => Text(id)),
    };

    private static JsonArray List<T>(IEnumerable<T> values, Func<T, JsonNode?> told) => [.. values.Select(told)];

    private static string? Text(Guid? id) => id?.ToString("D");

    private static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    // To the microsecond: what PostgreSQL stores is what was signed.
    private static string? Text(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
