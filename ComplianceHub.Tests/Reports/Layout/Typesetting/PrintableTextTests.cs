using ComplianceHub.Reports.Layout.Typesetting;
using CsCheck;

namespace ComplianceHub.Tests.Reports.Layout.Typesetting;

public sealed class PrintableTextTests
{
    [Theory]
    [InlineData("invoice\u202Efdp.exe\u202C", "invoicefdp.exe")]
    [InlineData("\u2066a\u2067b\u2068c\u2069d\u202Ae\u202Bf\u202Dg", "abcdefg")]
    [InlineData("a\tb\r\nc\rd\u2028e", "a b\nc\nd\ne")]
    [InlineData("nul\0 bell\a escape\u001B delete\u007F c1\u0091", "nul bell escape delete c1")]
    [InlineData("e\u0301 and o\uFB03ce", "é and office")]
    [InlineData("so\u00ADft zero\u200Bwidth \uFEFFmark", "soft zerowidth mark")]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم")]
    public void Is_what_can_be_printed(string typed, string printed) => Assert.Equal(printed, PrintableText.Of(typed));

    // Not a row of the theory: an attribute cannot hold half a pair.
    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character() =>
        Assert.Equal("half \uFFFD pair \uFFFD", PrintableText.Of("half \uD800 pair \uDC00"));

    [Fact]
    public void Cleaning_twice_changes_nothing_and_nothing_typed_can_break_it() =>
        Gen.String.Sample(text => PrintableText.Of(PrintableText.Of(text)) == PrintableText.Of(text));

    [Fact]
    public void Any_text_can_be_printed() => Gen.String.Sample(
        text =>
        {
            using var pdf = PrintedPdf.Of(content => content.Text(text).Table(table => table
                .Columns(columns => columns.Relative(1).Auto()).Row(text, text)));
            return pdf.Pages.Count > 0;
        }, iter: 100);
}
