namespace ComplianceHub.Reports.Signing;

/// <summary>Whether a PDF is a report as it was signed here.</summary>
public enum Authenticity
{
    /// <summary>Signed by a known certificate, and every byte is as it was then.</summary>
    Authentic,

    /// <summary>The signature holds, and nobody here knows its certificate.</summary>
    SignedByStranger,

    /// <summary>The signature holds for the beginning of the file; something was appended after it.</summary>
    AppendedTo,

    /// <summary>The signature does not hold: bytes were changed after it was made.</summary>
    Altered,

    /// <summary>A PDF without a signature.</summary>
    NotSigned,

    /// <summary>No PDF, or too large a file.</summary>
    NotReadable,
}

/// <summary>Whose certificate it is.</summary>
public enum CertificateOrigin
{
    /// <summary>Made by this installation for itself.</summary>
    Installation,

    /// <summary>Given to this installation by its organisation.</summary>
    Organisation,
}

/// <summary>A certificate that this installation signs with or once did.</summary>
/// <param name="Fingerprint">SHA-256 of the certificate in lower-case hexadecimal.</param>
/// <param name="Origin">Whose it is.</param>
/// <param name="IsCurrent">Whether new reports are signed with it.</param>
public sealed record KnownCertificate(string Fingerprint, CertificateOrigin Origin, bool IsCurrent);

/// <summary>Who made a signature, as its certificate says.</summary>
/// <param name="Subject">The name in the certificate.</param>
/// <param name="Fingerprint">SHA-256 of the certificate in lower-case hexadecimal, to compare with the one on paper.</param>
/// <param name="Known">What is known of it here; null for a stranger's, and where nothing is known.</param>
public sealed record SignatureCertificate(string Subject, string Fingerprint, KnownCertificate? Known);

/// <summary>What checking a PDF showed. Nothing but the bytes was asked.</summary>
/// <param name="Authenticity">The result.</param>
/// <param name="Sentence">The result for people, and where the file differs.</param>
public sealed record PdfVerification(Authenticity Authenticity, string Sentence)
{
    /// <summary>Who signed; null where no signature can be read. Only of an intact signature is it proven.</summary>
    public SignatureCertificate? Certificate { get; init; }

    /// <summary>How many bytes, from the first, the signature is over.</summary>
    public long CoveredBytes { get; init; }

    /// <summary>How many bytes were appended after it.</summary>
    public long AppendedBytes { get; init; }

    /// <summary>How many versions were saved after it.</summary>
    public int AppendedRevisions { get; init; }

    /// <summary>The time that a time-stamp authority confirmed.</summary>
    public DateTimeOffset? TimeStamp { get; init; }

    /// <summary>Who confirmed it, as their certificate says. Nobody here judges that certificate.</summary>
    public string? TimeStampAuthority { get; init; }

    /// <summary>The files in the signed version. Empty unless the signature holds.</summary>
    public IReadOnlyList<AttachedFile> Files { get; init; } = [];

    /// <summary>What the report says about itself; null unless the signature holds and a report of this program is in it.</summary>
    public ReportManifest? Report { get; init; }

    /// <summary>What an altered report says about itself: nothing proves it, and it only helps to find the report that it
    /// was made from. Null where it cannot be read, and where the signature holds.</summary>
    public ReportManifest? Claimed { get; init; }
}
