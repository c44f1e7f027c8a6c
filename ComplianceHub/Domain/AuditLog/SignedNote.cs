using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ComplianceHub.Domain.AuditLog;

/// <summary>
/// A text with signatures under it, in the format of C2SP signed-note: people can read it, and public tools can check it.
/// </summary>
/// <param name="Text">What is signed; it ends with a line break.</param>
/// <param name="Signatures">Who signed.</param>
public sealed record SignedNote(string Text, IReadOnlyList<NoteSignature> Signatures)
{
    private const int MostSignatures = 16;
    private const string Dash = "— ";
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Signs a text.</summary>
    /// <param name="text">One or more lines, each ended by a line break, without other control characters.</param>
    /// <param name="name">The name under which the keys sign.</param>
    /// <param name="keys">Private keys on P-256.</param>
    /// <exception cref="FormatException">The text or the name cannot be in a note.</exception>
    public static SignedNote Sign(string text, string name, params ReadOnlySpan<ECDsa> keys)
    {
        DemandText(text);
        if (!IsName(name))
            throw new FormatException($"'{name}' is no name of a key.");
        var signatures = new List<NoteSignature>();
        foreach (var key in keys)
        {
            signatures.Add(new(name, NoteKey.Of(name, key).Id,
                key.SignData(Utf8.GetBytes(text), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)));
        }
        return new(text, signatures);
    }

    /// <summary>Reads a note; whether anybody known signed it is <see cref="IsSignedBy"/>'s to say.</summary>
    /// <exception cref="FormatException">It is no note.</exception>
    public static SignedNote Parse(string note)
    {
        ArgumentNullException.ThrowIfNull(note);
        // The last empty line ends the text, which may hold others.
        var end = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0 || !note.EndsWith('\n'))
            throw new FormatException("The note has no signature.");
        var (text, lines) = (note[..(end + 1)], note[(end + 2)..^1].Split('\n'));
        DemandText(text);
        if (lines.Length > MostSignatures)
            throw new FormatException("The note has too many signatures.");
        return new(text, [.. lines.Select(SignatureOf)]);
    }

    /// <summary>Whether the key's signature is there and holds. Signatures of other keys are passed over.</summary>
    public bool IsSignedBy(NoteKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var own = Signatures.Where(signature => signature.Name == key.Name && signature.KeyId == key.Id).ToList();
        return own.Count > 0 && own.TrueForAll(signature => key.Verifies(Utf8.GetBytes(Text), signature.Bytes));
    }

    /// <summary>The note as it is written to a file.</summary>
    public override string ToString() => $"{Text}\n{string.Concat(Signatures.Select(Line))}";

    private static string Line(NoteSignature signature)
    {
        var bytes = new byte[sizeof(uint) + signature.Bytes.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, signature.KeyId);
        signature.Bytes.CopyTo(bytes, sizeof(uint));
        return $"{Dash}{signature.Name} {Convert.ToBase64String(bytes)}\n";
    }

    private static NoteSignature SignatureOf(string line)
    {
        var parts = line.StartsWith(Dash, StringComparison.Ordinal) ? line[Dash.Length..].Split(' ') : [];
        if (parts is not [var name, var encoded] || !IsName(name))
            throw new FormatException("A signature line of the note is malformed.");
        var bytes = Base64(encoded);
        return bytes.Length > sizeof(uint)
            ? new(name, BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes[sizeof(uint)..])
            : throw new FormatException("A signature of the note is too short.");
    }

    /// <summary>Reads Base 64 as it is written and in no other way, so that a note has one form alone.</summary>
    /// <exception cref="FormatException">It is no Base 64.</exception>
    internal static byte[] Base64(string text)
    {
        var bytes = Convert.FromBase64String(text);
        return Convert.ToBase64String(bytes) == text ? bytes : throw new FormatException("The Base 64 is not in its plain form.");
    }

    private static bool IsName(string name) => name.Length > 0 && !name.Contains('+') && !name.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter));

    private static void DemandText(string text)
    {
        if (!text.EndsWith('\n') || text.Any(letter => letter != '\n' && char.IsControl(letter)))
            throw new FormatException("The text of a note ends with a line break and has no other control characters.");
    }
}

/// <summary>One signature under a note.</summary>
/// <param name="Name">The name of the key.</param>
/// <param name="KeyId">The id of the key.</param>
/// <param name="Bytes">The signature, an ASN.1 sequence of two numbers.</param>
public sealed record NoteSignature(string Name, uint KeyId, byte[] Bytes);
