using System.Security.Cryptography.X509Certificates;
using System.Text;
using ComplianceHub.Reports.Layout.Pdf;

namespace ComplianceHub.Reports.Signing;

/// <summary>A signed report.</summary>
/// <param name="Pdf">The bytes to keep: they are never made again.</param>
/// <param name="TimeStamp">The time that a time-stamp server confirmed; null when none is configured or it did not answer.</param>
/// <param name="TimeStampMissing">Why there is no time stamp although a server is configured, in a sentence.</param>
public sealed record SignedReport(byte[] Pdf, DateTimeOffset? TimeStamp, string? TimeStampMissing);

/// <summary>Signs a report's PDF as PAdES B-B, or B-T with a time stamp: what was there stays byte for byte, and the
/// attached files and the signature are appended.</summary>
public static class PdfSigner
{
    /// <summary>Attaches files and signs.</summary>
    /// <param name="pdf">As <see cref="Layout.ReportDocument.ToPdf"/> wrote it; not changed.</param>
    /// <param name="files">Attached first, so that the signature is over them too. Their names are unique.</param>
    /// <param name="certificates">With its private key first, then those that lead to its issuer.</param>
    /// <param name="words">What the signature says.</param>
    /// <param name="timeStamps">Asked for a time stamp; null for none. Whatever it does, the report is signed.</param>
    /// <param name="ct">Cancels the signature.</param>
    /// <exception cref="InvalidDataException">The bytes are no report of this program, or the chain is too long to fit.</exception>
    public static async Task<SignedReport> SignAsync(byte[] pdf, IReadOnlyList<AttachedFile> files, IReadOnlyList<X509Certificate2> certificates,
        SignatureWords words, TimeStampServer? timeStamps = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(words);
        var update = new PdfUpdate(pdf);
        AssociatedFiles.Add(update, files);
        SignatureField.Add(update, words);
        var signed = update.Finish();
        var (begin, end) = SignatureField.Close(signed);
        var signature = new CmsSignature([.. signed.AsSpan(0, begin), .. signed.AsSpan(end)], certificates);
        var stamp = timeStamps is null ? default : await timeStamps.StampAsync(signature, SignatureField.Room, ct);
        var proof = signature.Encode();
        if (proof.Length > SignatureField.Room)
            throw new InvalidDataException("The certificate and its chain are too long for a signature.");
        Encoding.ASCII.GetBytes(Convert.ToHexString(proof), signed.AsSpan(begin + 1));
        return new(signed, stamp.Time, stamp.Missing);
    }
}
