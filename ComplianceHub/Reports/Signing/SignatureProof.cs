using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace ComplianceHub.Reports.Signing;

/// <summary>The proof of a signature, read and checked against the bytes it is over.</summary>
/// <param name="Holds">Whether it is of these bytes.</param>
/// <param name="IsExact">Whether the proof itself has the one form in which this program writes it.</param>
/// <param name="Signer">The signer's certificate; null where none can be read.</param>
internal sealed record SignatureProof(bool Holds, bool IsExact, X509Certificate2? Signer)
{
    /// <summary>The time stamp, when it is of this signature.</summary>
    public Rfc3161TimestampToken? TimeStamp { get; private init; }

    /// <summary>Who made the time stamp.</summary>
    public string? TimeStampAuthority { get; private init; }

    /// <summary>Checks a proof. Garbage holds for nothing.</summary>
    public static SignatureProof Of(ReadOnlySpan<byte> hexadecimal, byte[] content)
    {
        try
        {
            return Check(Convert.FromHexString(System.Text.Encoding.ASCII.GetString(hexadecimal)), hexadecimal, content);
        }
        // What comes here may be anything; these are the ways in which the decoders refuse it.
        catch (Exception exception) when (exception is CryptographicException or AsnContentException or FormatException or ArgumentException or InvalidOperationException or OverflowException)
        {
            return new(false, false, null);
        }
    }

    private static SignatureProof Check(byte[] padded, ReadOnlySpan<byte> hexadecimal, byte[] content)
    {
        AsnDecoder.ReadEncodedValue(padded, AsnEncodingRules.BER, out _, out _, out var length);
        var proof = padded[..length];
        var cms = new SignedCms(new ContentInfo(content), detached: true);
        cms.Decode(proof);
        if (cms.SignerInfos.Count != 1 || cms.SignerInfos[0].Certificate is not { } certificate)
            return new(false, false, null);
        var signer = cms.SignerInfos[0];
        if (!IsOverContent(cms))
            return new(false, false, certificate);
        var stamps = signer.UnsignedAttributes.Cast<CryptographicAttributeObject>().ToList();
        var (token, authority) = Stamp(stamps, signer);
        var isExact = hexadecimal.IndexOfAnyInRange((byte)'a', (byte)'f') < 0
            && padded.AsSpan(length).IndexOfAnyExcept((byte)0) < 0
            && CmsForm.IsOurs(proof)
            && cms.Encode().AsSpan().SequenceEqual(proof)
            && CertificateHashes.Agree(signer, cms.Certificates)
            && (stamps.Count == 0 || token is not null);
        return new(true, isExact, certificate) { TimeStamp = token, TimeStampAuthority = authority };
    }

    private static bool IsOverContent(SignedCms cms)
    {
        try
        {
            cms.CheckSignature(verifySignatureOnly: true);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static (Rfc3161TimestampToken? Token, string? Authority) Stamp(List<CryptographicAttributeObject> attributes, SignerInfo signer)
    {
        if (attributes is not [{ Oid.Value: CmsSignature.TimeStamp, Values: [var value] }]
            || !Rfc3161TimestampToken.TryDecode(value.RawData, out var token, out var length) || length != value.RawData.Length)
            return (null, null);
        return token.VerifySignatureForSignerInfo(signer, out var authority) ? (token, authority.Subject) : (null, null);
    }
}
