using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace ComplianceHub.Reports.Signing;

/// <summary>A detached signature over the bytes of a report (CMS, RFC 5652) with the attributes that PAdES asks for:
/// content type, hash, and the hash of the certificate; no signing time, which is in the PDF.</summary>
public sealed class CmsSignature
{
    /// <summary>SHA-256.</summary>
    internal const string Sha256 = "2.16.840.1.101.3.4.2.1";

    /// <summary>The unsigned attribute that holds a time stamp over the signature (RFC 3161, appendix A).</summary>
    internal const string TimeStamp = "1.2.840.113549.1.9.16.2.14";

    private readonly SignedCms _cms;

    internal CmsSignature(byte[] content, IReadOnlyList<X509Certificate2> certificates)
    {
        _cms = new SignedCms(new ContentInfo(content), detached: true);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificates[0])
        {
            DigestAlgorithm = new Oid(Sha256),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        foreach (var issuer in certificates.Skip(1))
            signer.Certificates.Add(issuer);
        signer.SignedAttributes.Add(CertificateHashes.Attribute(certificates));
        _cms.ComputeSignature(signer);
    }

    /// <summary>Who signed and how, to ask a time stamp for.</summary>
    internal SignerInfo Signer => _cms.SignerInfos[0];

    /// <summary>Adds a time stamp over the signature.</summary>
    internal void Add(Rfc3161TimestampToken token) =>
        Signer.AddUnsignedAttribute(new AsnEncodedData(new Oid(TimeStamp), token.AsSignedCms().Encode()));

    /// <summary>The bytes that go into the PDF.</summary>
    internal byte[] Encode() => _cms.Encode();
}
