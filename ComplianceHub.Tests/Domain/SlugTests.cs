using ComplianceHub.Domain;

namespace ComplianceHub.Tests.Domain;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Sneaker Supply", "sneaker-supply"), InlineData("eShopIt", "eshopit"), InlineData("  Süße Bücher & Co. ", "suesse-buecher-co")]
    [InlineData("Kärcher", "kaercher"), InlineData("Ørsted", "oersted"), InlineData("Žižka Łódź", "zizka-lodz"), InlineData("A--B__C", "a-b-c")]
    [InlineData("商店", "shop"), InlineData("", "shop"), InlineData("!!!", "shop"), InlineData("商店 24", "24")]
    public void A_name_is_spelled_in_lower_case_ASCII(string name, string slug) => Assert.Equal(slug, Slug.Of(name, ifNone: "shop"));

    [Fact]
    public void A_long_name_is_cut_without_a_hyphen_at_the_end() =>
        Assert.Equal(new string('a', 59), Slug.Of(new string('a', 59) + " b", ifNone: "shop"));

    [Fact]
    public void The_first_number_that_nobody_has_is_added() =>
        Assert.Equal("olive-row-3", Slug.Free("olive-row", new HashSet<string> { "olive-row", "olive-row-2" }));

    [Fact]
    public void A_number_still_fits() =>
        Assert.True(Slug.Free(new string('a', 60), new HashSet<string> { new('a', 60) }).Length <= Slug.Longest);
}
