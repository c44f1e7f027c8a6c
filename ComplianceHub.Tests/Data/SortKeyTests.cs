using ComplianceHub.Data;

namespace ComplianceHub.Tests.Data;

public sealed class SortKeyTests
{
    [Theory]
    [InlineData("ÄPFEL", "apfel"), InlineData("Straße", "strasse"), InlineData("Łódź", "lodz"), InlineData("Ærø", "aero"), InlineData("  Zebra ", "zebra")]
    [InlineData("日本", "日本")]
    public void Folds_case_and_accents(string name, string key) => Assert.Equal(key, SortKey.Of(name));

    [Fact]
    public void Sorts_apple_before_zebra() =>
        Assert.Equal(["Äpfel", "apple", "Zebra"], new[] { "Zebra", "apple", "Äpfel" }.OrderBy(SortKey.Of, StringComparer.Ordinal));

    [Fact]
    public void Survives_half_a_character() => Assert.Equal("half \ufffd", SortKey.Of("Half \ud83d"));

    [Fact]
    public void Is_never_longer_than_its_column() => Assert.Equal(SortKey.Longest, SortKey.Of(new string('ß', 300)).Length);
}
