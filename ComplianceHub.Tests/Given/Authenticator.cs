using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ComplianceHub.Tests.Given;

/// <summary>The app on a person's telephone that shows six digits (RFC 6238, RFC 4226), written without the product's own code.</summary>
internal static class Authenticator
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The digits that the app shows at an instant for the key that the page shows (spaces and case do not count).</summary>
    public static string CodeOf(string key, DateTimeOffset at)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, at.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // The standard that authenticator apps follow is HMAC-SHA1.
        var hash = HMACSHA1.HashData(Decode(key), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & 0x7fff_ffff;
        return (number % 1_000_000).ToString("D6");
    }

    private static byte[] Decode(string key)
    {
        var bits = 0;
        var count = 0;
        var bytes = new List<byte>();
        foreach (var letter in key.ToUpperInvariant().Where(Base32.Contains))
        {
            bits = ((bits << 5) | Base32.IndexOf(letter)) & 0xfff;
            count += 5;
            if (count < 8)
                continue;
            count -= 8;
            bytes.Add((byte)(bits >> count));
        }
        return [.. bytes];
    }
}
