using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ComplianceHub.Domain.AuditLog;

/// <summary>
/// An entry of a chain in an extract that may not tell everything: with all that it says, or by the hash of its bytes
/// alone. The chain can be checked with both, since an entry's hash is taken of the hash of its bytes.
/// </summary>
/// <param name="Entry">The entry.</param>
/// <param name="IsTold">Whether the reader may know what it says.</param>
/// <param name="Payload">Its details; null where they were erased, and where they are not told.</param>
public sealed record ExtractLine(AuditLogEntry Entry, bool IsTold, AuditLogPayload? Payload)
{
    private const int Format = 1;

    /// <summary>The line above the first entry: which chain it is, and where it stood before.</summary>
    public static byte[] Begin(ChainHead before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return Line(new JsonObject
        {
            ["format"] = Format,
            ["chain"] = before.Chain.ToString(),
            ["seq"] = before.Sequence,
            ["hash"] = Convert.ToHexStringLower(before.Hash),
        });
    }

    /// <summary>The entry as one line of canonical JSON.</summary>
    public byte[] ToBytes()
    {
        var line = new JsonObject { ["seq"] = Entry.Sequence };
        if (IsTold)
        {
            line["canonical"] = Encoding.UTF8.GetString(Entry.Canonical);
            line["payload"] = Payload?.Json;
            line["salt"] = Payload is null ? null : Convert.ToHexStringLower(Payload.Salt);
        }
        else
        {
            line["canonicalSha256"] = Convert.ToHexStringLower(SHA256.HashData(Entry.Canonical));
        }
        return Line(line);
    }

    private static byte[] Line(JsonObject line) => [.. CanonicalJson.Bytes(line), (byte)'\n'];
}
