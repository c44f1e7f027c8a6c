using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using Microsoft.AspNetCore.DataProtection;

namespace ComplianceHub.Account;

/// <summary>
/// The keys that protect cookies and links. They lie in the database, so that several instances share them; with a
/// certificate they lie there encrypted, and whoever reads the database or a backup of it cannot sign in with them.
/// </summary>
internal static class KeyRing
{
    /// <summary>Registers the key ring.</summary>
    /// <exception cref="DomainException">The certificate cannot be read, or has no private key.</exception>
    public static void AddHubKeyRing(this WebApplicationBuilder builder)
    {
        var keys = builder.Services.AddDataProtection().SetApplicationName("ComplianceHub").PersistKeysToDbContext<HubDbContext>();
        var options = builder.Configuration.GetSection(AccountOptions.Section).Get<AccountOptions>() ?? new();
        if (options.KeyCertificate is { Length: > 0 } file)
            keys.ProtectKeysWithCertificate(Read(file, options.KeyCertificatePassword));
    }

    private static X509Certificate2 Read(string file, string? password)
    {
        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(file, password);
            return certificate.HasPrivateKey ? certificate
                : throw new DomainException($"The certificate {Path.GetFullPath(file)} of Account:KeyCertificate has no private key.");
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new DomainException(
                $"The certificate {Path.GetFullPath(file)} of Account:KeyCertificate cannot be read. Name a PKCS #12 file (.pfx), and its password in Account:KeyCertificatePassword.",
                exception);
        }
    }
}
