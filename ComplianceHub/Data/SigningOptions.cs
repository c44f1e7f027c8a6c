using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace ComplianceHub.Data;

/// <summary>Settings under <c>Signing</c>: with what reports are signed. None is needed: an installation makes its own
/// certificate.</summary>
public sealed class SigningOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Signing";

    /// <summary>The file of an organisation's certificate with its private key (.pfx); empty for the installation's own.</summary>
    public string Certificate { get; set; } = "";

    /// <summary>The password of that file.</summary>
    public string Password { get; set; } = "";

    /// <summary>The address of a time-stamp server (RFC 3161); empty for none.</summary>
    public string TimeStampServer { get; set; } = "";

    /// <summary>The address of this installation, which reports name for checking them: https://privacy.example; empty
    /// for none.</summary>
    public string PublicAddress { get; set; } = "";

    /// <summary>Seconds that a signature waits for the time-stamp server, 1 to 30.</summary>
    public int TimeStampSeconds { get; set; } = 3;

    /// <summary>The organisation's certificate with its key first, then those that lead to its issuer.</summary>
    /// <exception cref="CryptographicException">The file is no .pfx, or the password is another.</exception>
    /// <exception cref="IOException">There is no such file.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    internal List<X509Certificate2> Load() =>
        [.. X509CertificateLoader.LoadPkcs12Collection(File.ReadAllBytes(Certificate), Password).OrderByDescending(certificate => certificate.HasPrivateKey)];
}

/// <summary>Checks the settings under <c>Signing</c> when the program starts, and names each that is wrong by its key.</summary>
internal sealed class SigningOptionsRules(TimeProvider time) : IValidateOptions<SigningOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, SigningOptions options)
    {
        List<string> wrong = [];
        if (options.Certificate.Length > 0 && Wrong(options) is { } certificate)
            wrong.Add($"Signing:Certificate: {certificate}");
        if (options.TimeStampServer.Length > 0 && !(Uri.TryCreate(options.TimeStampServer, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            wrong.Add("Signing:TimeStampServer: Give an address that begins with http:// or https://.");
        if (options.PublicAddress.Length > 0 && !(Uri.TryCreate(options.PublicAddress, UriKind.Absolute, out var own) && own.Scheme is "http" or "https"))
            wrong.Add("Signing:PublicAddress: Give an address that begins with http:// or https://.");
        if (options.TimeStampSeconds is < 1 or > 30)
            wrong.Add("Signing:TimeStampSeconds: Give 1 to 30.");
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private string? Wrong(SigningOptions options)
    {
        try
        {
            var own = options.Load().FirstOrDefault();
            using var rsa = own?.GetRSAPrivateKey();
            using var curve = own?.GetECDsaPrivateKey();
            return own is not { HasPrivateKey: true } ? $"{options.Certificate} holds no certificate with its private key."
                : rsa is null && curve is null ? $"The key in {options.Certificate} is neither RSA nor ECDSA."
                : time.GetUtcNow() > own.NotAfter ? $"The certificate in {options.Certificate} ended on {own.NotAfter:d MMM yyyy}."
                : null;
        }
        catch (CryptographicException)
        {
            return $"{options.Certificate} cannot be opened with the password in Signing:Password.";
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return $"{options.Certificate} cannot be read.";
        }
    }
}
