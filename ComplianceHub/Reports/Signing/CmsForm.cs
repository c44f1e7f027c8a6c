using System.Formats.Asn1;

namespace ComplianceHub.Reports.Signing;

/// <summary>The parts of a signature's envelope that no signature is over. They are checked to be what this program writes,
/// so that no bit of a proof can be changed unseen.</summary>
internal static class CmsForm
{
    private const string SignedData = "1.2.840.113549.1.7.2";
    private const string Data = "1.2.840.113549.1.7.1";

    /// <summary>Whether the envelope says version 1, SHA-256, detached data, one signer, and nothing more.</summary>
    public static bool IsOurs(byte[] proof)
    {
        var outer = new AsnReader(proof, AsnEncodingRules.DER).ReadSequence();
        if (outer.ReadObjectIdentifier() != SignedData)
            return false;
        var signed = outer.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0)).ReadSequence();
        if (!signed.TryReadInt32(out var version) || version != 1)
            return false;
        var digests = signed.ReadSetOf();
        if (!IsSha256(digests) || digests.HasData)
            return false;
        var content = signed.ReadSequence();
        if (content.ReadObjectIdentifier() != Data || content.HasData)
            return false;
        signed.ReadSetOf(new Asn1Tag(TagClass.ContextSpecific, 0));
        var signer = signed.ReadSetOf().ReadSequence();
        if (signed.HasData || !signer.TryReadInt32(out var form) || form != 1)
            return false;
        signer.ReadSequence();
        if (!IsSha256(signer))
            return false;
        signer.ReadSetOf(new Asn1Tag(TagClass.ContextSpecific, 0));
        return IsPlain(signer.ReadSequence());
    }

    private static bool IsSha256(AsnReader reader)
    {
        var algorithm = reader.ReadSequence();
        return algorithm.ReadObjectIdentifier() == CmsSignature.Sha256 && HasNoParameter(algorithm);
    }

    private static bool IsPlain(AsnReader algorithm) =>
        algorithm.ReadObjectIdentifier() is "1.2.840.113549.1.1.1" or "1.2.840.113549.1.1.11" or "1.2.840.10045.4.3.2" && HasNoParameter(algorithm);

    private static bool HasNoParameter(AsnReader algorithm)
    {
        if (algorithm.HasData)
            algorithm.ReadNull();
        return !algorithm.HasData;
    }
}
