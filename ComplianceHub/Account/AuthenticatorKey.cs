using QRCoder;

namespace ComplianceHub.Account;

/// <summary>What an authenticator app needs to show codes for a person.</summary>
/// <param name="Key">The secret in groups of four letters, to type.</param>
/// <param name="QrPath">The dark squares of the QR code, as an SVG path in modules.</param>
/// <param name="QrSize">The width of the QR code in modules, with its quiet zone.</param>
public sealed record AuthenticatorKey(string Key, string QrPath, int QrSize)
{
    private const string Issuer = "ComplianceHub";

    /// <summary>A secret as a person with this address gets to see it.</summary>
    public static AuthenticatorKey Of(string secret, string email)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var address = $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(email)}?secret={secret}&issuer={Issuer}&digits=6";
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var modules = code.ModuleMatrix;
        var path = string.Concat(
            from y in Enumerable.Range(0, modules.Count)
            from x in Enumerable.Range(0, modules[y].Count)
            where modules[y][x]
            select $"M{x} {y}h1v1h-1z");
        return new(string.Join(' ', secret.Chunk(4).Select(group => new string(group))), path, modules.Count);
    }
}
