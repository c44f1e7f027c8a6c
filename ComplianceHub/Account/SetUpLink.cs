using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace ComplianceHub.Account;

/// <summary>
/// The secret of the link that creates the first administrator. The program prints it at a start at which nobody can
/// sign in, and keeps its hash alone, in memory: a restart makes another one.
/// </summary>
internal sealed class SetUpLink(TimeProvider time)
{
    private const int Bytes = 32;
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);

    private byte[]? _hash;
    private DateTimeOffset _ends;

    /// <summary>Makes a new secret; an older one works no more.</summary>
    public string Make()
    {
        var secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(Bytes));
        (_hash, _ends) = (Hash(secret), time.GetUtcNow() + Life);
        return secret;
    }

    /// <summary>Whether a secret is the one that was made, in its time and not used yet.</summary>
    public bool Works(string? secret) =>
        _hash is { } hash && time.GetUtcNow() < _ends && CryptographicOperations.FixedTimeEquals(hash, Hash(secret ?? ""));

    /// <summary>Ends the secret.</summary>
    public void Use() => _hash = null;

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
