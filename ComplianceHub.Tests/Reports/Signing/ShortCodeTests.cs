using System.Security.Cryptography;
using ComplianceHub.Reports.Layout;
using ComplianceHub.Reports.Signing;
using ComplianceHub.Tests.Reports.Layout;

namespace ComplianceHub.Tests.Reports.Signing;

public sealed class ShortCodeTests
{
    [Fact]
    public void Is_the_first_sixty_bits_of_the_hash()
    {
        Assert.Equal("0000-0000-0000", ShortCode.Of(new byte[32]));
        Assert.Equal("ZZZZ-ZZZZ-ZZZZ", ShortCode.Of([.. Enumerable.Repeat((byte)0xFF, 32)]));
        Assert.Equal("0000-0000-0001", ShortCode.Of([0, 0, 0, 0, 0, 0, 0, 0x1F]));
        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$", ShortCode.Of(SHA256.HashData("x"u8)));
    }

    [Theory]
    [InlineData("7F3K-92QM-4TXD"), InlineData("7f3k92qm4txd"), InlineData(" 7F3K 92QM 4TXD "), InlineData("7F3K–92QM–4TXD")]
    public void Is_read_however_it_is_typed(string typed)
    {
        Assert.True(ShortCode.TryRead(typed, out var code));
        Assert.Equal("7F3K-92QM-4TXD", code);
    }

    [Fact]
    public void Letters_that_look_alike_are_the_same()
    {
        Assert.True(ShortCode.TryRead("O0iI-lL1o-0000", out var code));
        Assert.Equal("0011-1110-0000", code);
    }

    [Fact]
    public void Another_program_reads_each_pair_of_letters_as_one_word()
    {
        const string alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        List<string> codes = [.. from a in alphabet from b in alphabet where b >= a select $"{a}{b}{a}{b}-{b}{a}{b}{a}-{a}{b}{a}{b}"];
        var pdf = PrintedPdf.Report(page => codes.ForEach(code => page.Text(code, TextStyle.Code))).ToPdf();
        var text = OutsideTool.Run("pdftotext", "poppler-utils", pdf, "-layout", "FILE", "-");
        Assert.DoesNotContain(codes, code => !text.Contains(code, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData("7F3K-92QM-4TX"), InlineData("7F3K-92QM-4TXDD"), InlineData("7F3K-92QM-4TXU"), InlineData("7F3K-92QM-4TX/")]
    public void Nothing_else_is_a_code(string? typed) => Assert.False(ShortCode.TryRead(typed, out _));
}
