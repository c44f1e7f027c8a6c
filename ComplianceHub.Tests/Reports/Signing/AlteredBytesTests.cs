using ComplianceHub.Reports.Signing;

namespace ComplianceHub.Tests.Reports.Signing;

public sealed class AlteredBytesTests
{
    private static readonly SignatureRange Range = SignatureRange.In(SignedSample.Pdf).Single();

    [Fact]
    public void One_changed_byte_is_named()
    {
        var altered = SignedSample.Pdf;
        altered[99] ^= 1;
        var found = AlteredBytes.Between(SignedSample.Pdf, altered);
        Assert.Equal(new(100, 100, 1, altered.Length), found);
        Assert.Equal($"Compared with the report that is stored here, byte 100 of {altered.Length:N0} differs.", found?.Sentence);
    }

    [Fact]
    public void Several_changed_bytes_are_counted()
    {
        var altered = SignedSample.Pdf;
        altered[9] ^= 1;
        altered[Range.End + 5] ^= 1;
        Assert.Equal(new(10, Range.End + 6, 2, altered.Length), AlteredBytes.Between(SignedSample.Pdf, altered));
    }

    [Fact]
    public void What_was_appended_differs_to_its_end()
    {
        byte[] altered = [.. SignedSample.Pdf, 1, 2, 3];
        Assert.Equal(new(SignedSample.Pdf.Length + 1, altered.Length, 3, SignedSample.Pdf.Length), AlteredBytes.Between(SignedSample.Pdf, altered));
    }

    [Fact]
    public void Who_does_not_hold_the_signature_is_told_nothing()
    {
        var altered = SignedSample.Pdf;
        altered[Range.Begin + 40] ^= 1;
        Assert.Null(AlteredBytes.Between(SignedSample.Pdf, altered));
        Assert.Null(AlteredBytes.Between(SignedSample.Pdf, SignedSample.Unsigned));
        Assert.Null(AlteredBytes.Between(SignedSample.Unsigned, SignedSample.Pdf));
    }

    [Fact]
    public void The_report_itself_does_not_differ() => Assert.Null(AlteredBytes.Between(SignedSample.Pdf, SignedSample.Pdf));

    [Fact]
    public void An_altered_report_still_says_which_it_was()
    {
        var altered = SignedSample.Pdf;
        altered[99] ^= 1;
        var result = PdfVerifier.Verify(altered, SignedSample.Known);
        Assert.Equal((Authenticity.Altered, null, SignedSample.Audit), (result.Authenticity, result.Report, result.Claimed?.Audit));
        Assert.Null(PdfVerifier.Verify(SignedSample.Pdf, SignedSample.Known).Claimed);
    }
}
