using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace ComplianceHub.Domain.AuditLog;

/// <summary>
/// The public half of a key that signs notes: ECDSA on P-256 with SHA-256, which C2SP signed-note numbers 0x02.
/// </summary>
/// <param name="Name">Whose key it is, as it stands in each signature line; without spaces and plus signs.</param>
/// <param name="PublicKey">The key in SubjectPublicKeyInfo form (DER).</param>
public sealed record NoteKey(string Name, byte[] PublicKey)
{
    /// <summary>The number of the algorithm in C2SP signed-note.</summary>
    public const byte Algorithm = 0x02;

    /// <summary>The first four bytes of the SHA-256 of the public key, as C2SP has it for this algorithm.</summary>
    public uint Id => BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(PublicKey));

    /// <summary>The id as eight hexadecimal digits.</summary>
    public string IdText => Id.ToString("x8", CultureInfo.InvariantCulture);

    /// <summary>The public half of a key.</summary>
    public static NoteKey Of(string name, ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new(name, key.ExportSubjectPublicKeyInfo());
    }

    /// <summary>Whether this key signed the text.</summary>
    public bool Verifies(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(PublicKey, out _);
            return key.VerifyData(text, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
