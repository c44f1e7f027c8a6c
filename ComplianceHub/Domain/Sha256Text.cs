using System.Security.Cryptography;

namespace ComplianceHub.Domain;

/// <summary>SHA-256 as this product writes it everywhere: lower-case hexadecimal, 64 digits.</summary>
public static class Sha256Text
{
    private const int Group = 4;

    /// <summary>The hash of bytes.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>The first and the last eight digits of a hash, in groups of four, for people to compare: "7c1e 04d9 … b2f6 58aa".
    /// A shorter text stays as it is.</summary>
    public static string Short(string hash)
    {
        ArgumentNullException.ThrowIfNull(hash);
        return hash.Length < 4 * Group ? hash : $"{hash[..4]} {hash[4..8]} … {hash[^8..^4]} {hash[^4..]}";
    }
}
