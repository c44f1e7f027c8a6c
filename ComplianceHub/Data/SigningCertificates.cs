using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ComplianceHub.Domain;
using Microsoft.Extensions.Options;

namespace ComplianceHub.Data;

/// <summary>A certificate that reports of this installation are or were signed with.</summary>
/// <param name="Fingerprint">SHA-256 of the certificate in lower-case hexadecimal.</param>
/// <param name="IsOrganisations">Given by the organisation; else made by the installation for itself.</param>
/// <param name="IsCurrent">Whether new reports are signed with it.</param>
public sealed record SigningCertificate(string Fingerprint, bool IsOrganisations, bool IsCurrent);

/// <summary>The certificates that sign reports, outside the database: in the installation's folder the installation's own
/// with its key, which the program's account alone can read, and without keys every one that was ever used, so that
/// older signatures are still recognised.</summary>
public sealed class SigningCertificates(DatabaseConnection database, IOptions<SigningOptions> options, TimeProvider time)
{
    private const string OwnFile = "report-certificate.pem";
    private const string HistoryFolder = "report-certificates";
    private const int KeyBits = 3072;
    private const int Years = 20;
    private const int LongestName = 64;

    /// <summary>The certificate to sign with, its key first, then those that lead to its issuer. The installation's own is
    /// made when it is needed for the first time.</summary>
    /// <param name="installation">The id of the installation.</param>
    /// <param name="name">Of the group, for the subject of a new certificate.</param>
    /// <exception cref="DomainException">The certificate cannot be read or kept.</exception>
    public IReadOnlyList<X509Certificate2> ToSignWith(Guid installation, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var isOrganisations = options.Value.Certificate.Length > 0;
        try
        {
            List<X509Certificate2> certificates = isOrganisations ? options.Value.Load() : [Own(installation, name)];
            Remember(installation, certificates[0], isOrganisations);
            return certificates;
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            throw new DomainException(isOrganisations
                ? $"The certificate {options.Value.Certificate} (Signing:Certificate) cannot be used. Install it again, or leave the setting empty."
                : $"The certificate that signs reports cannot be used: {installation:D}/{OwnFile} beside the database. Restore that file from a backup.", unusable);
        }
    }

    /// <summary>Every certificate that reports were signed with. Makes nothing.</summary>
    public IReadOnlyList<SigningCertificate> Known(Guid installation)
    {
        var history = Path.Combine(FolderOf(installation), HistoryFolder);
        if (!Directory.Exists(history))
            return [];
        var current = CurrentFingerprint(installation);
        // The content counts, not the name: whoever may write here may name a file as he likes.
        return [.. Directory.EnumerateFiles(history, "*.crt").Order(StringComparer.Ordinal)
            .Select(file => (File: file, Fingerprint: Fingerprint(file)))
            .Where(one => one.Fingerprint is not null)
            .Select(one => new SigningCertificate(one.Fingerprint!, one.File.EndsWith(".organisation.crt", StringComparison.Ordinal), one.Fingerprint == current))];
    }

    private string FolderOf(Guid installation) => Path.Combine(database.Folder, installation.ToString("D"));

    private string? CurrentFingerprint(Guid installation)
    {
        try
        {
            return options.Value.Certificate.Length > 0
                ? FingerprintOf(options.Value.Load()[0])
                : Fingerprint(Path.Combine(FolderOf(installation), OwnFile));
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return null;
        }
    }

    private X509Certificate2 Own(Guid installation, string name)
    {
        var file = Path.Combine(FolderOf(installation), OwnFile);
        if (!File.Exists(file))
            Make(file, name);
        return X509Certificate2.CreateFromPemFile(file, file);
    }

    private void Make(string file, string name)
    {
        using var key = RSA.Create(KeyBits);
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCommonName(Named(name));
        var request = new CertificateRequest(subject.Build(), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        // An hour back, for readers whose clock is behind.
        using var certificate = request.CreateSelfSigned(time.GetUtcNow().AddHours(-1), time.GetUtcNow().AddYears(Years));
        PrivateFile.WriteOnce(file, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n");
    }

    private static string Named(string name)
    {
        const string Program = " ComplianceHub";
        var most = LongestName - Program.Length;
        var clean = string.Concat(name.Where(letter => !char.IsControl(letter) && !char.IsSurrogate(letter))).Trim();
        return (clean.Length > most ? clean[..most].TrimEnd() : clean) + Program;
    }

    private void Remember(Guid installation, X509Certificate2 certificate, bool isOrganisations)
    {
        var file = Path.Combine(FolderOf(installation), HistoryFolder, $"{FingerprintOf(certificate)}.{(isOrganisations ? "organisation" : "installation")}.crt");
        if (!File.Exists(file))
            PrivateFile.WriteOnce(file, certificate.ExportCertificatePem() + "\n");
    }

    private static string? Fingerprint(string file)
    {
        try
        {
            using var certificate = X509Certificate2.CreateFromPem(File.ReadAllText(file, Encoding.ASCII));
            return FingerprintOf(certificate);
        }
        catch (Exception damaged) when (damaged is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return null;
        }
    }

    /// <summary>SHA-256 of a certificate in lower-case hexadecimal.</summary>
    public static string FingerprintOf(X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return Sha256Text.Of(certificate.RawData);
    }
}
