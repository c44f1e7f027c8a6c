using ComplianceHub.Exchange;

namespace ComplianceHub.Tests.Exchange;

public sealed class CsvTextTests
{
    [Theory]
    [InlineData("=1+1"), InlineData("+49 30 1"), InlineData("-1"), InlineData("@SUM(A1)"), InlineData("|cmd"), InlineData("%A1"), InlineData("  =1"), InlineData("\u00A0=1")]
    [InlineData("\tx"), InlineData("\rx"), InlineData("\nx"), InlineData("＝1")]
    public void A_spreadsheet_would_run_this_so_it_is_marked(string text) => Assert.Equal($"\"'{text}\"\r\n", CsvText.Line(text));

    [Theory]
    [InlineData("Stripe"), InlineData("1-2"), InlineData("a=b"), InlineData(""), InlineData("−5"), InlineData("– → x")]
    public void What_is_harmless_stays_as_it_is(string text) => Assert.Equal($"\"{text}\"\r\n", CsvText.Line(text));

    [Fact]
    public void Quotes_are_doubled_and_lines_may_break_in_a_value() => Assert.Equal("\"say \"\"no\"\"\",\"a\r\nb\",\"\"\r\n", CsvText.Line("say \"no\"", "a\r\nb", null));
}
