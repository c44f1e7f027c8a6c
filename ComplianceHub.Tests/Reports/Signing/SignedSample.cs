using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ComplianceHub.Reports.Signing;
using ComplianceHub.Tests.Reports.Layout;

namespace ComplianceHub.Tests.Reports.Signing;

/// <summary>A signed report, and the certificates to sign others.</summary>
internal static class SignedSample
{
    public static readonly DateTimeOffset SignedAt = new(2026, 11, 23, 14, 32, 0, TimeSpan.FromHours(1));

    public static readonly Guid Audit = Guid.Parse("0199a0b0-0000-7000-8000-000000000001");

    public static readonly X509Certificate2 Certificate = SelfSigned("CN=Fable Group ComplianceHub", 2048);

    public static readonly X509Certificate2 Stranger = SelfSigned("CN=Somebody else", 2048);

    public static readonly AttachedFile Snapshot = new("snapshot-olive-row.json", "application/json", "Frozen registers", Encoding.UTF8.GetBytes("{\"shop\":\"Olive Row\",\"n\":[" + string.Join(',', Enumerable.Range(0, 4000)) + "]}"));

    public static readonly AttachedFile Proof = new("log.tlog-proof", "text/plain", "Log proof “ö”", Encoding.UTF8.GetBytes("c2sp.org/tlog-proof@v1\nindex 7\n"));

    public static SignatureWords Words => new("Jonas Adler, Żółć (Director)", "Audit signed off", SignedAt);

    private static readonly Lazy<byte[]> Plain = new(() => SampleReport.Compose().ToPdf());

    private static readonly Lazy<byte[]> Made = new(() => SignAsync().Result.Pdf);

    public static byte[] Pdf => [.. Made.Value];

    public static byte[] Unsigned => [.. Plain.Value];

    public static IReadOnlyCollection<KnownCertificate> Known => [new(Fingerprint(Certificate), CertificateOrigin.Installation, true)];

    public static Task<SignedReport> SignAsync(X509Certificate2? certificate = null, TimeStampServer? timeStamps = null) => PdfSigner.SignAsync(
        Plain.Value, [Snapshot, Proof, ReportManifest.Of(Audit, "Annual audit 2026", SignedAt, [Snapshot]).ToFile()], [certificate ?? Certificate], Words, timeStamps, TestContext.Current.CancellationToken);

    public static string Fingerprint(X509Certificate2 certificate) => Convert.ToHexStringLower(SHA256.HashData(certificate.RawData));

    public static X509Certificate2 SelfSigned(string subject, int bits)
    {
        using var key = RSA.Create(bits);
        return new CertificateRequest(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(SignedAt.AddYears(-1), SignedAt.AddYears(20));
    }

    public static X509Certificate2 SelfSignedEcdsa(string subject)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest(subject, key, HashAlgorithmName.SHA256).CreateSelfSigned(SignedAt.AddYears(-1), SignedAt.AddYears(20));
    }
}
