using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ComplianceHub.Reports.Layout.Pdf;
using ComplianceHub.Reports.Signing;

namespace ComplianceHub.Tests.Reports.Signing;

public sealed class PdfVerifierTests
{
    [Fact]
    public void A_report_is_authentic_as_it_was_signed()
    {
        var result = PdfVerifier.Verify(SignedSample.Pdf, SignedSample.Known);
        Assert.Equal(Authenticity.Authentic, result.Authenticity);
        Assert.Equal("The file is as it was signed by this installation.", result.Sentence);
        Assert.Equal((SignedSample.Pdf.Length, 0), (result.CoveredBytes, result.AppendedBytes));
        Assert.Equal("CN=Fable Group ComplianceHub", result.Certificate?.Subject);
    }

    [Fact]
    public void Its_files_come_out_as_they_went_in()
    {
        var result = PdfVerifier.Verify(SignedSample.Pdf, SignedSample.Known);
        Assert.Equal(["log.tlog-proof", "report.json", "snapshot-olive-row.json"], result.Files.Select(file => file.Name));
        Assert.Equal(SignedSample.Snapshot.Content, result.Files[2].Content);
        Assert.Equal(("text/plain", "Log proof “ö”"), (result.Files[0].MediaType, result.Files[0].Description));
        Assert.Equal((SignedSample.Audit, ReportManifest.CodeOf(SignedSample.Audit, [SignedSample.Snapshot])), (result.Report?.Audit, result.Report?.Code));
        Assert.Equal(SignedSample.SignedAt.UtcDateTime, result.Report?.SignedAt.UtcDateTime);
    }

    [Fact]
    public void An_earlier_certificate_is_still_ours()
    {
        var result = PdfVerifier.Verify(SignedSample.Pdf, [.. SignedSample.Known.Select(one => one with { IsCurrent = false })]);
        Assert.Equal((Authenticity.Authentic, "The file is as it was signed by this installation, with an earlier certificate."), (result.Authenticity, result.Sentence));
    }

    [Fact]
    public async Task A_stranger_signs_and_is_called_a_stranger()
    {
        var pdf = (await SignedSample.SignAsync(SignedSample.Stranger)).Pdf;
        Assert.Equal(Authenticity.SignedByStranger, PdfVerifier.Verify(pdf, SignedSample.Known).Authenticity);
        Assert.Equal(Authenticity.SignedByStranger, PdfVerifier.Verify(SignedSample.Pdf).Authenticity);
    }

    [Fact]
    public void Every_byte_outside_of_the_proof_counts()
    {
        var pdf = SignedSample.Pdf;
        var range = Assert.Single(SignatureRange.In(pdf));
        var random = new Random(7);
        int[] places = [.. Enumerable.Range(0, 600).Select(_ => random.Next(pdf.Length)), .. Enumerable.Range(range.Begin - 200, 201), .. Enumerable.Range(range.End - 1, pdf.Length - range.End + 1)];
        foreach (var place in places.Where(place => place <= range.Begin || place >= range.End - 1))
        {
            pdf[place] ^= (byte)(1 << random.Next(8));
            Assert.Equal((place, Authenticity.Altered), (place, PdfVerifier.Verify(pdf, SignedSample.Known).Authenticity));
            pdf[place] = SignedSample.Pdf[place];
        }
    }

    [Fact]
    public void Every_byte_of_the_proof_counts()
    {
        var pdf = SignedSample.Pdf;
        var whole = SignedSample.Pdf;
        var range = Assert.Single(SignatureRange.In(pdf));
        var length = Encoding.ASCII.GetString(range.Proof(pdf)).TrimEnd('0').Length;
        var random = new Random(8);
        foreach (var place in Enumerable.Range(range.Begin, length + 40).Append(range.End - 2))
        {
            pdf[place] ^= (byte)(1 << random.Next(8));
            var found = PdfVerifier.Verify(pdf, SignedSample.Known).Authenticity;
            Assert.True(found is Authenticity.Altered or Authenticity.SignedByStranger, $"Byte {place - range.Begin} of the proof: {found}");
            pdf[place] = "0123456789ABCDEF"u8[random.Next(16)];
            found = PdfVerifier.Verify(pdf, SignedSample.Known).Authenticity;
            Assert.True(pdf[place] == whole[place] || found is Authenticity.Altered or Authenticity.SignedByStranger, $"Byte {place - range.Begin} of the proof: {found}");
            pdf[place] = whole[place];
        }
    }

    [Fact]
    public void What_is_appended_is_measured()
    {
        byte[] pdf = [.. SignedSample.Pdf, .. "\n9 0 obj\n<<>>\nendobj\nstartxref\n0\n%%EOF\n"u8];
        var result = PdfVerifier.Verify(pdf, SignedSample.Known);
        Assert.Equal(Authenticity.AppendedTo, result.Authenticity);
        Assert.Equal((SignedSample.Pdf.Length, 39, 1), (result.CoveredBytes, result.AppendedBytes, result.AppendedRevisions));
        Assert.Equal(SignedSample.Audit, result.Report?.Audit);
    }

    [Fact]
    public void A_signature_moved_into_another_report_is_of_nothing()
    {
        var pdf = SignedSample.Pdf;
        var range = SignatureRange.In(pdf)[0];
        byte[] other = [.. pdf.AsSpan(0, range.Begin), .. pdf.AsSpan(range.Begin, range.End - range.Begin), .. pdf.AsSpan(range.End)];
        Encoding.ASCII.GetBytes("%PDF-1.3").CopyTo(other, 0);
        Assert.Equal(Authenticity.Altered, PdfVerifier.Verify(other, SignedSample.Known).Authenticity);
    }

    [Fact]
    public void Without_a_signature_it_says_so()
    {
        Assert.Equal(Authenticity.NotSigned, PdfVerifier.Verify(SignedSample.Unsigned, SignedSample.Known).Authenticity);
        Assert.Equal(Authenticity.NotReadable, PdfVerifier.Verify([], SignedSample.Known).Authenticity);
        Assert.Equal(Authenticity.NotReadable, PdfVerifier.Verify("hello"u8.ToArray(), SignedSample.Known).Authenticity);
        Assert.Equal(Authenticity.NotReadable, PdfVerifier.Verify(new byte[PdfVerifier.LargestFile + 1], SignedSample.Known).Authenticity);
    }

    [Fact]
    public void Any_cut_ends_the_signature()
    {
        var pdf = SignedSample.Pdf;
        var random = new Random(9);
        foreach (var length in Enumerable.Range(0, 200).Select(_ => random.Next(pdf.Length)))
            Assert.True(PdfVerifier.Verify(pdf[..length], SignedSample.Known).Authenticity is Authenticity.Altered or Authenticity.NotSigned or Authenticity.NotReadable);
    }

    [Fact]
    public void A_thousand_broken_files_neither_hang_nor_throw()
    {
        var random = new Random(10);
        for (var i = 0; i < 1000; i++)
        {
            var pdf = Broken(SignedSample.Pdf, random);
            var result = PdfVerifier.Verify(pdf, SignedSample.Known);
            Assert.NotEqual(Authenticity.Authentic, result.Authenticity);
            // The reader of files meets broken ones only where somebody else signed them: here it meets them at once.
            EmbeddedFiles.In(pdf);
        }
    }

    [Theory]
    [InlineData("xref\n0 1\n0000000000 65535 f \ntrailer\n<</Root 1 0 R /Prev 0>>\nstartxref\n0\n%%EOF")]
    [InlineData("xref\n0 2000000000\ntrailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF")]
    [InlineData("xref\n2147483647 2\n0000000000 00000 n \n0000000000 00000 n \ntrailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF")]
    [InlineData("startxref\n9999999999\n%%EOF")]
    public void A_file_that_points_at_itself_or_outside_has_no_files(string pdf) =>
        Assert.Empty(EmbeddedFiles.In(Encoding.ASCII.GetBytes(pdf)));

    [Fact]
    public async Task A_report_of_fifty_shops_is_read_whole()
    {
        List<AttachedFile> frozen = [.. Enumerable.Range(0, 103).Select(number => new AttachedFile($"frozen-{number}.json", "application/json", "Frozen", [(byte)number]))];
        var manifest = ReportManifest.Of(SignedSample.Audit, "Audit of the group", SignedSample.SignedAt, frozen);
        var pdf = (await PdfSigner.SignAsync(SignedSample.Unsigned, [.. frozen, manifest.ToFile()], [SignedSample.Certificate], SignedSample.Words, ct: TestContext.Current.CancellationToken)).Pdf;
        Assert.Equal(manifest.Code, PdfVerifier.Verify(pdf, SignedSample.Known).Report?.Code);
    }

    [Theory]
    [InlineData(true, 1), InlineData(false, 0)]
    public void A_stream_that_is_named_again_and_again_is_unpacked_no_more_than_the_file_is_long(bool byOneName, int read)
    {
        var update = new PdfUpdate(SignedSample.Unsigned);
        var stream = update.AddStream("/Type /EmbeddedFile\n/Subtype /text#2Fplain", System.Security.Cryptography.RandomNumberGenerator.GetBytes(3 * SignedSample.Unsigned.Length));
        var name = PdfUpdate.Text("report.json");
        List<int> files = [.. Enumerable.Range(0, byOneName ? 1 : 200).Select(_ => update.Add($"<</Type /Filespec\n/F {name}\n/UF {name}\n/Desc {name}\n/AFRelationship /Data\n/EF <</F {stream} 0 R /UF {stream} 0 R>>>>"))];
        update.SetInCatalog("/AF", $"[{string.Join(' ', Enumerable.Repeat(files, byOneName ? 200 : 1).SelectMany(file => file).Select(file => $"{file} 0 R"))}]");
        var pdf = update.Finish();
        Assert.Equal(read, EmbeddedFiles.In(pdf).Count);
        Assert.NotNull(EmbeddedFiles.In(pdf, "report.json"));
    }

    [Fact]
    public async Task A_file_with_many_signatures_is_unpacked_for_one_of_them()
    {
        const int Unpacked = 16 * 1024 * 1024;
        var bomb = new AttachedFile("zeros", "text/plain", "Packed to nothing", new byte[Unpacked]);
        var pdf = (await PdfSigner.SignAsync(SignedSample.Unsigned, [bomb], [SignedSample.Stranger], SignedSample.Words, ct: TestContext.Current.CancellationToken)).Pdf;
        for (var more = 0; more < 6; more++)
            pdf = SignedAgain(pdf);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = PdfVerifier.Verify(pdf);
        Assert.Equal((Authenticity.SignedByStranger, Unpacked), (result.Authenticity, Assert.Single(result.Files).Content.Length));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 6 * Unpacked);
    }

    [Fact]
    public void A_proof_that_is_far_too_long_is_not_decoded()
    {
        var proof = new string('0', 1024 * 1024);
        Assert.Empty(SignatureRange.In(Encoding.ASCII.GetBytes($"%PDF-1.7\n/ByteRange [0 60 {60 + proof.Length + 2} 1]".PadRight(60) + $"<{proof}>\n")));
    }

    [Fact]
    public void A_description_that_is_far_too_long_is_none_of_ours()
    {
        var tooLong = ReportManifest.Of(SignedSample.Audit, new string('a', 300 * 1024), SignedSample.SignedAt, []);
        Assert.False(ReportManifest.TryRead(tooLong.ToFile().Content, out _));
    }

    /// <summary>The report with a time stamp of anybody's in its signature.</summary>
    internal static async Task<byte[]> StampedAsync(byte[] pdf)
    {
        var range = SignatureRange.In(pdf)[0];
        var cms = new SignedCms(new ContentInfo(range.Content(pdf)), detached: true);
        cms.Decode(Convert.FromHexString(Encoding.ASCII.GetString(range.Proof(pdf))));
        await using var authority = new TimeStampAuthority();
        using var http = new HttpClient();
        var request = Rfc3161TimestampRequest.CreateFromSignerInfo(cms.SignerInfos[0], HashAlgorithmName.SHA256, nonce: new byte[] { 1, 2, 3 }, requestSignerCertificates: true);
        using var body = new ByteArrayContent(request.Encode());
        body.Headers.ContentType = new("application/timestamp-query");
        using var answer = await http.PostAsync(authority.Address, body, TestContext.Current.CancellationToken);
        var token = request.ProcessResponse(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), out _);
        cms.SignerInfos[0].AddUnsignedAttribute(new AsnEncodedData(new Oid(CmsSignature.TimeStamp), token.AsSignedCms().Encode()));
        byte[] stamped = [.. pdf];
        Encoding.ASCII.GetBytes(Convert.ToHexString(cms.Encode())).CopyTo(stamped, range.Begin + 1);
        return stamped;
    }

    // As an incremental update that adds nothing but a signature.
    private static byte[] SignedAgain(byte[] pdf)
    {
        const int Room = 8 * 1024;
        var start = Encoding.ASCII.GetString(pdf, pdf.Length - 60, 60) is var tail ? tail[tail.IndexOf("startxref", StringComparison.Ordinal)..] : "";
        var begin = pdf.Length + 60;
        var whole = begin + Room + start.Length;
        byte[] signed = [.. pdf, .. Encoding.ASCII.GetBytes($"\n/ByteRange [0 {begin} {begin + Room} {start.Length}] ".PadRight(60) + $"<{new string('0', Room - 2)}>{start}")];
        Assert.Equal(whole, signed.Length);
        var cms = new SignedCms(new ContentInfo([.. signed.AsSpan(0, begin), .. signed.AsSpan(begin + Room)]), detached: true);
        var signer = new CmsSigner(SignedSample.Stranger) { IncludeOption = X509IncludeOption.EndCertOnly };
        signer.SignedAttributes.Add(CertificateHashes.Attribute([SignedSample.Stranger]));
        cms.ComputeSignature(signer);
        Encoding.ASCII.GetBytes(Convert.ToHexString(cms.Encode())).CopyTo(signed, begin + 1);
        return signed;
    }

    private static byte[] Broken(byte[] pdf, Random random)
    {
        var bytes = pdf.ToList();
        for (var change = random.Next(1, 6); change > 0; change--)
        {
            var at = random.Next(bytes.Count - 1);
            var count = Math.Min(random.Next(1, 400), bytes.Count - at - 1);
            switch (random.Next(5))
            {
                case 0: bytes[at] ^= (byte)random.Next(1, 256); break;
                case 1: bytes.RemoveRange(at, count); break;
                case 2: bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count - count), count)); break;
                case 3: bytes.RemoveRange(at, bytes.Count - at - 1); break;
                default:
                    for (var i = 0; i < count; i++)
                        bytes[at + i] = (byte)random.Next(256);
                    break;
            }
            if (bytes.Count < 10)
                break;
        }
        return [.. bytes];
    }
}
