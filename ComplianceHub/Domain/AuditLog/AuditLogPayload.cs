using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ComplianceHub.Domain.AuditLog;

/// <summary>One field of a record before and after a change, as JSON.</summary>
/// <param name="Field">The field's name; parts are written as a path ("Clauses[2].Present").</param>
/// <param name="Old">The value before; null where there was none.</param>
/// <param name="New">The value after; null where there is none.</param>
public sealed record FieldChange(string Field, JsonNode? Old, JsonNode? New);

/// <summary>
/// What an entry says in detail: why, and each field's old and new value. It lies beside the entry, tied to it by a
/// salted commitment, so that it can be erased (Art. 17 GDPR) while the chain still verifies; without the salt the
/// commitment tells nothing about what was erased.
/// </summary>
public sealed class AuditLogPayload
{
    /// <summary>Bytes of salt; enough that short values cannot be guessed from the commitment.</summary>
    public const int SaltLength = 16;

    /// <summary>The entry that this belongs to.</summary>
    public required Guid EntryId { get; init; }

    /// <summary>Random, <see cref="SaltLength"/> bytes, erased with the payload.</summary>
    public required byte[] Salt { get; init; }

    /// <summary>RFC 8785 text: {"because", "changes": [{"field", "old", "new"}]}.</summary>
    public required string Json { get; init; }

    /// <summary>The commitment that the entry keeps: hex SHA-256(salt || payload).</summary>
    public string Commitment => Sha256Text.Of([.. Salt, .. Encoding.UTF8.GetBytes(Json)]);

    /// <summary>Seals why and what changed under a fresh salt.</summary>
    /// <exception cref="FormatException">A value has no canonical form.</exception>
    public static AuditLogPayload Seal(Guid entryId, string? because, IEnumerable<FieldChange> changes) => new()
    {
        EntryId = entryId,
        Salt = RandomNumberGenerator.GetBytes(SaltLength),
        Json = CanonicalJson.Text(new JsonObject
        {
            ["because"] = because,
            ["changes"] = new JsonArray([.. changes.Select(change => new JsonObject
            {
                ["field"] = change.Field,
                ["old"] = change.Old?.DeepClone(),
                ["new"] = change.New?.DeepClone(),
            })]),
        }),
    };

    /// <summary>Why it was done; null where nobody said.</summary>
    public string? Because => (string?)JsonNode.Parse(Json)!["because"];

    /// <summary>The fields that changed.</summary>
    public IReadOnlyList<FieldChange> Changes =>
        [.. JsonNode.Parse(Json)!["changes"]!.AsArray().Select(change =>
            new FieldChange((string)change!["field"]!, change["old"]?.DeepClone(), change["new"]?.DeepClone()))];
}
