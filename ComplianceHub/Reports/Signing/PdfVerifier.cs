using ComplianceHub.Domain;

namespace ComplianceHub.Reports.Signing;

/// <summary>Checks whether a PDF is a report as it was signed: from its bytes alone, without a network or a database. Takes
/// any bytes, and never follows what they say further than their end.</summary>
public static class PdfVerifier
{
    /// <summary>The largest file that is looked at.</summary>
    public const int LargestFile = 50 * 1024 * 1024;

    /// <summary>Checks a file.</summary>
    /// <param name="pdf">All of it.</param>
    /// <param name="known">The certificates of this installation, now and before; null where there is no installation to ask,
    /// and then no certificate is known.</param>
    public static PdfVerification Verify(byte[] pdf, IReadOnlyCollection<KnownCertificate>? known = null)
    {
        ArgumentNullException.ThrowIfNull(pdf);
        if (pdf.Length > LargestFile)
            return new(Authenticity.NotReadable, $"The file is larger than {LargestFile / 1024 / 1024} MB; no report is.");
        if (pdf.AsSpan(0, Math.Min(1024, pdf.Length)).IndexOf("%PDF-"u8) < 0)
            return SignatureRange.AnyTrace(pdf)
                ? new(Authenticity.Altered, "The beginning of the file was changed: it is no PDF any more.")
                : new(Authenticity.NotReadable, "This is not a PDF.");
        List<CheckedSignature> found = [.. SignatureRange.In(pdf).Select(range => Check(pdf, range, known ?? []))];
        // Files are unpacked for one signature alone: a file may hold several, each over files that fill the memory.
        if (found.Count > 0)
            return WithFiles(found.OrderBy(one => one.Result.Authenticity).First(), pdf);
        return SignatureRange.AnyTrace(pdf)
            ? new(Authenticity.Altered, "The file was signed once, and its signature is damaged or cut off.")
            : new(Authenticity.NotSigned, "The file has no digital signature: the report of a signed audit has one, and no other report.");
    }

    private sealed record CheckedSignature(PdfVerification Result, SignatureRange Range, bool Holds);

    private static CheckedSignature Check(byte[] pdf, SignatureRange range, IReadOnlyCollection<KnownCertificate> known)
    {
        var proof = SignatureProof.Of(range.Proof(pdf), range.Content(pdf));
        var certificate = proof.Signer is not { } signer ? null : Describe(signer.Subject, signer.RawData, known);
        var appended = pdf.Length - range.Covered;
        var result = Judge(proof, certificate, appended) with
        {
            Certificate = certificate,
            CoveredBytes = range.Covered,
            AppendedBytes = appended,
            AppendedRevisions = Revisions(pdf.AsSpan(range.Covered)),
            TimeStamp = proof.TimeStamp?.TokenInfo.Timestamp,
            TimeStampAuthority = proof.TimeStampAuthority,
        };
        return new(result, range, proof.Holds);
    }

    private static SignatureCertificate Describe(string subject, byte[] certificate, IReadOnlyCollection<KnownCertificate> known)
    {
        var fingerprint = Sha256Text.Of(certificate);
        return new(subject, fingerprint, known.FirstOrDefault(one => one.Fingerprint == fingerprint));
    }

    private static PdfVerification Judge(SignatureProof proof, SignatureCertificate? certificate, int appended)
    {
        if (!proof.Holds)
            return new(Authenticity.Altered, certificate is null
                ? "The signature cannot be read: the file was changed after it was signed."
                : "The content is not what was signed: at least one byte was changed after the signature.");
        // Of a stranger nobody knows how they write signatures; ours have one form, to the last bit.
        if (!proof.IsExact && certificate!.Known is not null)
            return new(Authenticity.Altered, "The content is what was signed, but the signature itself was changed.");
        if (appended > 0)
            return new(Authenticity.AppendedTo, $"{appended:N0} bytes were appended after the signature. What was signed before them is unchanged.");
        return certificate!.Known switch
        {
            null => new(Authenticity.SignedByStranger, proof.IsExact
                ? "The file is as it was signed. The certificate is not one that is known here."
                : "The file is as it was signed, by another program. The certificate is not one that is known here."),
            { Origin: CertificateOrigin.Organisation, IsCurrent: true } => new(Authenticity.Authentic, "The file is as it was signed with the certificate of the organisation."),
            { Origin: CertificateOrigin.Organisation } => new(Authenticity.Authentic, "The file is as it was signed with an earlier certificate of the organisation."),
            { IsCurrent: true } => new(Authenticity.Authentic, "The file is as it was signed by this installation."),
            _ => new(Authenticity.Authentic, "The file is as it was signed by this installation, with an earlier certificate."),
        };
    }

    private static PdfVerification WithFiles(CheckedSignature signature, byte[] pdf)
    {
        var (result, signed) = (signature.Result, pdf.AsMemory(0, signature.Range.Covered));
        if (!signature.Holds)
            return result with { Claimed = ManifestOf(EmbeddedFiles.In(signed, ReportManifest.FileName)) };
        var files = EmbeddedFiles.In(signed);
        var manifest = ManifestOf(files.FirstOrDefault(file => file.Name == ReportManifest.FileName));
        return result with { Files = files, Report = manifest is not null && manifest.Agrees(files) ? manifest : null };
    }

    private static ReportManifest? ManifestOf(AttachedFile? file) => file is not null && ReportManifest.TryRead(file.Content, out var manifest) ? manifest : null;

    private static int Revisions(ReadOnlySpan<byte> appended)
    {
        var count = 0;
        while (appended.IndexOf("%%EOF"u8) is >= 0 and var at)
        {
            appended = appended[(at + 5)..];
            count++;
        }
        return count;
    }
}
