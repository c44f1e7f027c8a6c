using System.Text;
using ComplianceHub.Reports.Signing;
using ComplianceHub.Tests.Reports.Layout;

namespace ComplianceHub.Tests.Reports.Signing;

public sealed class PdfSignerTests
{
    [Fact]
    public void Poppler_calls_the_signature_valid_and_the_document_covered()
    {
        var said = Pdfsig(SignedSample.Pdf);
        Assert.Contains("ETSI.CAdES.detached", said, StringComparison.Ordinal);
        Assert.Contains("Total document signed", said, StringComparison.Ordinal);
        Assert.Contains("Signature is Valid.", said, StringComparison.Ordinal);
        Assert.Contains("Hash Algorithm: SHA-256", said, StringComparison.Ordinal);
        Assert.Contains("Fable Group ComplianceHub", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Poppler_sees_one_flipped_byte()
    {
        var pdf = SignedSample.Pdf;
        pdf[2000] ^= 1;
        Assert.Contains("Digest Mismatch", Pdfsig(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_elliptic_key_signs_too()
    {
        using var certificate = SignedSample.SelfSignedEcdsa("CN=Curve");
        var pdf = (await SignedSample.SignAsync(certificate)).Pdf;
        Assert.Equal(Authenticity.Authentic, PdfVerifier.Verify(pdf, [new(SignedSample.Fingerprint(certificate), CertificateOrigin.Organisation, true)]).Authenticity);
        Assert.Contains("Signature is Valid.", Pdfsig(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public void Qpdf_finds_no_error() =>
        Assert.EndsWith("exit code 0", OutsideTool.Run("qpdf", "qpdf", SignedSample.Pdf, "--check", "FILE"), StringComparison.Ordinal);

    [Fact]
    public void Poppler_lists_and_saves_the_attached_files()
    {
        var list = OutsideTool.Run("pdfdetach", "poppler-utils", SignedSample.Pdf, "-list", "FILE");
        Assert.Contains("3 embedded files", list, StringComparison.Ordinal);
        foreach (var name in (string[])["log.tlog-proof", "report.json", "snapshot-olive-row.json"])
            Assert.Contains(name, list, StringComparison.Ordinal);
        var saved = Path.GetTempFileName();
        OutsideTool.Run("pdfdetach", "poppler-utils", SignedSample.Pdf, "-save", "3", "-o", saved, "FILE");
        Assert.Equal(SignedSample.Snapshot.Content, File.ReadAllBytes(saved));
        File.Delete(saved);
    }

    [Fact]
    public void What_was_there_stays_byte_for_byte() =>
        Assert.True(SignedSample.Pdf.AsSpan().StartsWith(SignedSample.Unsigned));

    [Fact]
    public void The_text_of_the_pages_is_as_before()
    {
        string Text(byte[] pdf) => OutsideTool.Run("pdftotext", "poppler-utils", pdf, "-layout", "FILE", "-");
        Assert.Equal(Text(SignedSample.Unsigned), Text(SignedSample.Pdf));
    }

    [Fact]
    public void The_files_are_data_of_the_document_and_the_file_may_only_grow()
    {
        var pdf = Encoding.Latin1.GetString(SignedSample.Pdf);
        Assert.Equal(3, pdf.Split("/AFRelationship /Data").Length - 1);
        Assert.Contains("/SigFlags 3", pdf, StringComparison.Ordinal);
        Assert.Contains("/M (D:20261123133200Z)", pdf, StringComparison.Ordinal);
    }

    private static string Pdfsig(byte[] pdf) => OutsideTool.Run("pdfsig", "poppler-utils", pdf, "FILE");
}
