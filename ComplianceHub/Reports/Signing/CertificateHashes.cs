using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace ComplianceHub.Reports.Signing;

/// <summary>The signed attribute that says which certificates belong to a signature, by their hashes
/// (signing-certificate-v2, RFC 5035), so that none of them can be exchanged.</summary>
internal static class CertificateHashes
{
    private const string Oid = "1.2.840.113549.1.9.16.2.47";

    /// <summary>Lists certificates, the signer's first.</summary>
    public static AsnEncodedData Attribute(IReadOnlyList<X509Certificate2> certificates)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            foreach (var certificate in certificates)
                Write(writer, certificate);
        }
        return new AsnEncodedData(new Oid(Oid), writer.Encode());
    }

    /// <summary>Whether a signature lists exactly the certificates that came with it.</summary>
    public static bool Agree(SignerInfo signer, X509Certificate2Collection certificates)
    {
        var listed = signer.SignedAttributes.Cast<CryptographicAttributeObject>().Where(attribute => attribute.Oid.Value == Oid).ToList();
        if (listed.Count != 1 || listed[0].Values.Count != 1 || signer.Certificate is not { } own)
            return false;
        X509Certificate2[] others = [.. certificates.Where(certificate => !certificate.RawData.AsSpan().SequenceEqual(own.RawData))];
        var hashes = Hashes(listed[0].Values[0].RawData);
        return hashes.Count > 0 && hashes[0].SequenceEqual(SHA256.HashData(own.RawData))
            && hashes.Skip(1).Select(Convert.ToHexString).Order().SequenceEqual(others.Select(other => Convert.ToHexString(SHA256.HashData(other.RawData))).Order());
    }

    private static void Write(AsnWriter writer, X509Certificate2 certificate)
    {
        using (writer.PushSequence())
        {
            // The hash is SHA-256, which is what no word about it means.
            writer.WriteOctetString(SHA256.HashData(certificate.RawData));
            using (writer.PushSequence())
            {
                using (writer.PushSequence())
                using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 4)))
                    writer.WriteEncodedValue(certificate.IssuerName.RawData);
                writer.WriteInteger(certificate.SerialNumberBytes.Span);
            }
        }
    }

    private static List<byte[]> Hashes(byte[] attribute)
    {
        var hashes = new List<byte[]>();
        var entries = new AsnReader(attribute, AsnEncodingRules.DER).ReadSequence().ReadSequence();
        while (entries.HasData)
            hashes.Add(entries.ReadSequence().ReadOctetString());
        return hashes;
    }
}
