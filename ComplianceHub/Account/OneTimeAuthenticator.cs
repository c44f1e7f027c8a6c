using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ComplianceHub.Data;
using Microsoft.AspNetCore.Identity;

namespace ComplianceHub.Account;

/// <summary>
/// Codes of an authenticator app (RFC 6238: six digits, 30 seconds, SHA-1), each taken once. Identity's own provider
/// takes a code for two and a half minutes and as often as it is sent.
/// </summary>
internal sealed class OneTimeAuthenticator(TimeProvider time) : IUserTwoFactorTokenProvider<HubUser>
{
    /// <summary>The name under which Identity finds this provider.</summary>
    public const string Name = "OneTimeAuthenticator";

    private const int StepSeconds = 30;
    private const int Codes = 1_000_000;

    /// <summary>The code of a secret at an instant.</summary>
    public static string CodeAt(string secret, DateTimeOffset instant) => Code(Base32.Read(secret), instant.ToUnixTimeSeconds() / StepSeconds);

    /// <inheritdoc />
    public Task<string> GenerateAsync(string purpose, UserManager<HubUser> manager, HubUser user) => Task.FromResult("");

    /// <inheritdoc />
    public async Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<HubUser> manager, HubUser user) =>
        !string.IsNullOrWhiteSpace(await manager.GetAuthenticatorKeyAsync(user));

    /// <inheritdoc />
    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<HubUser> manager, HubUser user)
    {
        if (await manager.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } secret)
            return false;
        return StepOf(secret, token, time.GetUtcNow()) is { } step && await TryUseAsync(manager, user, step);
    }

    /// <summary>Which step of time a code of a secret is for, now or just before; null when it is none.</summary>
    public static long? StepOf(string secret, string code, DateTimeOffset now)
    {
        var key = Base32.Read(secret);
        var digits = Encoding.ASCII.GetBytes(string.Concat(code.Where(char.IsAsciiDigit)));
        var step = now.ToUnixTimeSeconds() / StepSeconds;
        // The step before too: who types slowly, and phones that are a little late.
        return Is(step) ? step : Is(step - 1) ? step - 1 : null;

        bool Is(long at) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Code(key, at)), digits);
    }

    /// <summary>Uses up a step; false when it, or a later one, was used before. Kept with the person, so that a second
    /// instance refuses the code too; of two at once, one loses the race.</summary>
    public static async Task<bool> TryUseAsync(UserManager<HubUser> manager, HubUser user, long step)
    {
        const string lastStep = "LastStep";
        var last = await manager.GetAuthenticationTokenAsync(user, Name, lastStep);
        return (last is null || step > long.Parse(last, CultureInfo.InvariantCulture))
            && (await manager.SetAuthenticationTokenAsync(user, Name, lastStep, step.ToString(CultureInfo.InvariantCulture))).Succeeded;
    }

    private static string Code(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        // RFC 6238 and every authenticator app use HMAC-SHA-1; its weakness against collisions does not matter here.
#pragma warning disable CA5350 // What the standard and the apps use.
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(key, counter, hash);
#pragma warning restore CA5350 // Only the lines above.
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 15)..]) & int.MaxValue;
        return (number % Codes).ToString("D6", CultureInfo.InvariantCulture);
    }
}
