using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ComplianceHub.Domain.AuditLog;

/// <summary>A public key that signed checkpoints, and when.</summary>
/// <param name="Key">The key.</param>
/// <param name="From">Since when it signs; UTC.</param>
/// <param name="Until">When the next key took over; null for the one that signs today.</param>
/// <param name="Rotation">The note, signed by the key before and by this one, that hands over; null for the first, and
/// where the one before was lost.</param>
public sealed record LogKey(NoteKey Key, DateTimeOffset From, DateTimeOffset? Until, string? Rotation)
{
    /// <summary>The note, signed by this key alone, that says where the log goes on because the key before was lost; else null.</summary>
    public string? ContinuedFrom { get; init; }

    /// <summary>Where the log goes on with this key; null where the key before handed over.</summary>
    public LogContinuation? Continuation => ContinuedFrom is null ? null : LogContinuation.Parse(ContinuedFrom, Key, From);

    /// <summary>The text with which one key hands over to the next, signed by both.</summary>
    public static string RotationText(NoteKey before, NoteKey next, DateTimeOffset at) =>
        $"ComplianceHub key rotation\n{next.Name}\nfrom {before.IdText}\nto {next.IdText}\npublic key {Convert.ToBase64String(next.PublicKey)}\nat {LogKeys.Instant(at)}\n";
}

/// <summary>
/// All public keys of an installation's log, oldest first: each but the first was introduced by the one before it, or says
/// that the one before it was lost. What
/// is published under /.well-known/compliancehub-keys.json, and what checking a checkpoint takes.
/// </summary>
/// <param name="Origin">The name of the log today (<see cref="TreeHead.OriginOf"/>, <see cref="TreeHead.After"/>).</param>
/// <param name="Keys">The keys; the last one signs today.</param>
public sealed record LogKeys(string Origin, IReadOnlyList<LogKey> Keys)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>The key that signs today.</summary>
    public LogKey Current => Keys[^1];

    /// <summary>The checkpoint in a note, when one of these keys signed it for this log; null otherwise.</summary>
    public TreeHead? Verified(string note)
    {
        try
        {
            var signed = SignedNote.Parse(note);
            var head = TreeHead.Parse(signed.Text);
            // One form alone: what was added to a note would otherwise pass.
            return signed.Signatures.Count == 1 && signed.ToString() == note && Keys.Any(key => key.Key.Name == head.Origin && signed.IsSignedBy(key.Key)) ? head : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>These keys with one more, which takes over at a moment.</summary>
    public LogKeys With(NoteKey next, DateTimeOffset at, string rotation) =>
        this with { Keys = [.. Keys.SkipLast(1), Current with { Until = at }, new(next, at, null, rotation)] };

    /// <summary>These keys, none where they are lost too, with one that goes on under a new name.</summary>
    public static LogKeys Continued(LogKeys? before, NoteKey next, DateTimeOffset at, string continuedFrom)
    {
        ArgumentNullException.ThrowIfNull(next);
        var earlier = before is null ? [] : before.Keys.SkipLast(1).Append(before.Current with { Until = at });
        return new(next.Name, [.. earlier, new(next, at, null, null) { ContinuedFrom = continuedFrom }]);
    }

    /// <summary>The keys as JSON.</summary>
    public string ToJson() => new JsonObject
    {
        ["origin"] = Origin,
        ["keys"] = new JsonArray([.. Keys.Select(key => new JsonObject
        {
            ["id"] = key.Key.IdText,
            ["origin"] = key.Key.Name,
            ["algorithm"] = $"ECDSA P-256 with SHA-256, C2SP signed-note type 0x{NoteKey.Algorithm:x2}",
            ["publicKey"] = Convert.ToBase64String(key.Key.PublicKey),
            ["from"] = Instant(key.From),
            ["until"] = key.Until is { } until ? Instant(until) : null,
            ["rotation"] = key.Rotation,
            ["continuedFrom"] = key.ContinuedFrom,
        })]),
    }.ToJsonString(Indented) + "\n";

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="FormatException">It is not, or a key was not introduced by the one before it.</exception>
    public static LogKeys Parse(string json)
    {
        try
        {
            var root = JsonNode.Parse(json)!;
            var origin = (string)root["origin"]!;
            var keys = new LogKeys(origin, [.. root["keys"]!.AsArray().Select(key => KeyOf(origin, key!))]);
            for (var i = 0; i < keys.Keys.Count; i++)
                DemandIntroduced(keys.Keys, i);
            return keys.Keys.Count > 0 ? keys : throw new FormatException("The file of public keys holds none.");
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException or NullReferenceException or ArgumentException)
        {
            throw new FormatException("The file of public keys cannot be read.", malformed);
        }
    }

    /// <summary>An instant as it stands in keys: UTC, to the second.</summary>
    internal static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static LogKey KeyOf(string origin, JsonNode key)
    {
        var read = new LogKey(
            new NoteKey((string?)key["origin"] ?? origin, Convert.FromBase64String((string)key["publicKey"]!)), InstantOf(key["from"])!.Value, InstantOf(key["until"]), (string?)key["rotation"])
        {
            ContinuedFrom = (string?)key["continuedFrom"],
        };
        return (string?)key["id"] == read.Key.IdText ? read : throw new FormatException($"The public key {key["id"]} has another id.");
    }

    private static DateTimeOffset? InstantOf(JsonNode? instant) => instant is null ? null : DateTimeOffset.ParseExact(
        (string)instant!, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static void DemandIntroduced(IReadOnlyList<LogKey> keys, int index)
    {
        var (key, before) = (keys[index], index > 0 ? keys[index - 1] : null);
        // Reading where the log goes on checks it.
        if (key.Continuation is not null || before is null)
            return;
        var note = SignedNote.Parse(key.Rotation ?? "");
        if (note.Text != LogKey.RotationText(before.Key, key.Key, key.From) || !note.IsSignedBy(before.Key) || !note.IsSignedBy(key.Key))
            throw new FormatException($"The public key {key.Key.IdText} was not introduced by the key before it.");
    }
}
