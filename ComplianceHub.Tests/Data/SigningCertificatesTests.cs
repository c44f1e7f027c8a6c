using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Reports.Signing;
using ComplianceHub.Tests.Reports.Layout;
using ComplianceHub.Tests.Reports.Signing;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace ComplianceHub.Tests.Data;

public sealed class SigningCertificatesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("compliancehub-signing-").FullName;
    private readonly Guid _installation = Guid.CreateVersion7();
    private readonly SigningOptions _options = new();

    private string Folder => Path.Combine(_folder, _installation.ToString());

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_installation_makes_a_certificate_of_its_own_that_poppler_accepts()
    {
        var own = Assert.Single(Store().ToSignWith(_installation, "Fable Group"));
        Assert.Equal("CN=Fable Group ComplianceHub", own.Subject);
        var pdf = (await SignedSample.SignAsync(own)).Pdf;
        Assert.Contains("Signature is Valid.", OutsideTool.Run("pdfsig", "poppler-utils", pdf, "FILE"), StringComparison.Ordinal);
        Assert.Equal(Authenticity.Authentic, Verify(pdf));
    }

    [Fact]
    public void It_is_made_once()
    {
        var first = Store().ToSignWith(_installation, "Fable Group")[0];
        Assert.Equal(first.RawData, Store().ToSignWith(_installation, "Another name")[0].RawData);
        Assert.Equal([new(SignedSample.Fingerprint(first), false, true)], Store().Known(_installation));
    }

    [Fact]
    public void Of_many_who_start_at_once_one_makes_it() =>
        Assert.Single(Enumerable.Range(0, 6).AsParallel().WithDegreeOfParallelism(6)
            .Select(_ => Convert.ToHexString(Store().ToSignWith(_installation, "Fable Group")[0].RawData)).ToHashSet());

    [Fact]
    public void Nobody_else_can_read_its_key()
    {
        Store().ToSignWith(_installation, "Fable Group");
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
        Assert.All(Directory.EnumerateFiles(Path.Combine(Folder, "report-certificates")), file => Assert.DoesNotContain("PRIVATE", File.ReadAllText(file), StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_the_organisation_gave_its_own_the_older_signatures_are_still_ours()
    {
        var before = (await SignedSample.SignAsync(Store().ToSignWith(_installation, "Fable Group")[0])).Pdf;
        Install(SignedSample.Stranger, "secret");
        var certificates = Store().ToSignWith(_installation, "Fable Group");
        Assert.Equal(SignedSample.Stranger.RawData, certificates[0].RawData);
        var after = (await SignedSample.SignAsync(certificates[0])).Pdf;
        Assert.Equal((Authenticity.Authentic, Authenticity.Authentic), (Verify(before), Verify(after)));
        Assert.Equal([(false, false), (true, true)], Store().Known(_installation).Select(one => (one.IsOrganisations, one.IsCurrent)).Order());
    }

    [Fact]
    public void A_wrong_setting_is_named_with_its_key()
    {
        Install(SignedSample.Stranger, "secret");
        Assert.Empty(Wrong());
        _options.Password = "other";
        Assert.Contains("Signing:Certificate: ", Assert.Single(Wrong()), StringComparison.Ordinal);
        _options.Certificate = Path.Combine(_folder, "missing.pfx");
        Assert.Contains("cannot be read", Assert.Single(Wrong()), StringComparison.Ordinal);
        (_options.Certificate, _options.TimeStampServer, _options.TimeStampSeconds) = ("", "ftp://x", 0);
        Assert.Equal(2, Wrong().Count());
    }

    [Fact]
    public void A_damaged_key_is_a_sentence_and_never_a_new_certificate()
    {
        Store().ToSignWith(_installation, "Fable Group");
        var file = Path.Combine(Folder, "report-certificate.pem");
        File.WriteAllText(file, "damaged");
        // It says which file, and no path of the server: whoever signs reads it on the page.
        var said = $"cannot be used: {_installation:D}/report-certificate.pem beside the database.";
        Assert.Contains(said, Assert.Throws<DomainException>(() => Store().ToSignWith(_installation, "Fable Group")).Message, StringComparison.Ordinal);
    }

    private SigningCertificates Store() => new(
        DatabaseConnection.Parse(Path.Combine(_folder, "hub.db"), _folder), Options.Create(_options), new FakeTimeProvider(SignedSample.SignedAt));

    private IEnumerable<string> Wrong() => new SigningOptionsRules(new FakeTimeProvider(SignedSample.SignedAt)).Validate(null, _options).Failures ?? [];

    private Authenticity Verify(byte[] pdf) => PdfVerifier.Verify(pdf, [.. Store().Known(_installation).Select(one =>
        new KnownCertificate(one.Fingerprint, one.IsOrganisations ? CertificateOrigin.Organisation : CertificateOrigin.Installation, one.IsCurrent))]).Authenticity;

    private void Install(X509Certificate2 certificate, string password)
    {
        (_options.Certificate, _options.Password) = (Path.Combine(_folder, "organisation.pfx"), password);
        File.WriteAllBytes(_options.Certificate, certificate.ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, password));
    }
}
