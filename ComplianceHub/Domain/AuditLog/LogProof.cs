using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ComplianceHub.Domain.AuditLog;

/// <summary>The last entry of a chain with the hashes that lead from it to the tree of a checkpoint.</summary>
/// <param name="Head">The last entry.</param>
/// <param name="Index">Its place among the chains of the checkpoint, from 0.</param>
/// <param name="Path">The hashes, nearest first.</param>
public sealed record ProvenHead(ChainHead Head, int Index, IReadOnlyList<byte[]> Path);

/// <summary>
/// What leads from the last entries of some chains to a signed checkpoint: whoever holds it can tell, without the
/// installation, a log that was written anew since. It is attached to reports.
/// </summary>
/// <param name="Checkpoint">The checkpoint, with its signed note.</param>
/// <param name="Path">The hashes that lead from it to the root in its note.</param>
/// <param name="Heads">The chains.</param>
public sealed record LogProof(LogCheckpoint Checkpoint, IReadOnlyList<byte[]> Path, IReadOnlyList<ProvenHead> Heads)
{
    /// <summary>The name of the attached file.</summary>
    public const string FileName = "log-proof.json";

    private const int Format = 1;

    /// <summary>Whether every hash leads where it must, and the note names that root. Who signed the note is not asked.</summary>
    public bool Holds()
    {
        try
        {
            var signed = TreeHead.Parse(SignedNote.Parse(Checkpoint.Note).Text);
            return signed.Size == Checkpoint.Number && signed.Root.AsSpan().SequenceEqual(Checkpoint.LogRoot)
                && MerkleTree.Includes(Checkpoint.LogRoot, Checkpoint.Number, Checkpoint.Leaf, Checkpoint.Number - 1, Path)
                && Heads.All(head => MerkleTree.Includes(Checkpoint.TreeRoot, Checkpoint.Chains, HeadTree.LeafOf(head.Head), head.Index, head.Path));
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>The proof as canonical bytes.</summary>
    public byte[] ToBytes() => CanonicalJson.Bytes(new JsonObject
    {
        ["format"] = Format,
        ["checkpoint"] = new JsonObject
        {
            ["n"] = Checkpoint.Number,
            ["at"] = Checkpoint.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            ["chains"] = Checkpoint.Chains,
            ["tree_root"] = Hex(Checkpoint.TreeRoot),
            ["log_root"] = Hex(Checkpoint.LogRoot),
            ["note"] = Checkpoint.Note,
        },
        ["path"] = Hashes(Path),
        ["heads"] = new JsonArray([.. Heads.Select(head => new JsonObject
        {
            ["chain"] = head.Head.Chain.ToString(),
            ["seq"] = head.Head.Sequence,
            ["hash"] = Hex(head.Head.Hash),
            ["index"] = head.Index,
            ["path"] = Hashes(head.Path),
        })]),
    });

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <returns>Null for anything that this program did not write.</returns>
    public static LogProof? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 8 });
            if (JsonNode.Parse(ref reader) is not JsonObject root || (int?)root["format"] != Format)
                return null;
            var checkpoint = root["checkpoint"]!;
            return new(
                new LogCheckpoint
                {
                    Number = (long)checkpoint["n"]!,
                    At = DateTimeOffset.Parse((string)checkpoint["at"]!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
                    Chains = (int)checkpoint["chains"]!,
                    TreeRoot = Bytes(checkpoint["tree_root"]),
                    LogRoot = Bytes(checkpoint["log_root"]),
                    Note = (string?)checkpoint["note"] ?? throw new FormatException("The proof has no note."),
                },
                Hashes(root["path"]),
                [.. root["heads"]!.AsArray().Select(head => new ProvenHead(
                    new(ChainId.Parse((string)head!["chain"]!), (long)head["seq"]!, Bytes(head["hash"])), (int)head["index"]!, Hashes(head["path"])))]);
        }
        catch (Exception foreign) when (foreign is JsonException or FormatException or InvalidOperationException or NullReferenceException or ArgumentException or OverflowException)
        {
            return null;
        }
    }

    private static JsonArray Hashes(IEnumerable<byte[]> hashes) => [.. hashes.Select(hash => JsonValue.Create(Hex(hash)))];

    private static IReadOnlyList<byte[]> Hashes(JsonNode? hashes) => [.. hashes!.AsArray().Select(Bytes)];

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    private static byte[] Bytes(JsonNode? hex) => Convert.FromHexString((string)hex!);
}
