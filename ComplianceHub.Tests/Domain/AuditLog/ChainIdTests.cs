using ComplianceHub.Domain.AuditLog;

namespace ComplianceHub.Tests.Domain.AuditLog;

public sealed class ChainIdTests
{
    [Fact]
    public void Reads_back_what_it_wrote()
    {
        var shop = ChainId.OfShop(Guid.CreateVersion7());
        Assert.Equal([ChainId.Group, ChainId.System, shop], new[] { ChainId.Group, ChainId.System, shop }.Select(chain => ChainId.Parse(chain.ToString())));
    }

    [Fact]
    public void A_record_without_a_shop_belongs_to_the_group()
    {
        var shop = Guid.CreateVersion7();
        Assert.Equal(ChainId.Group, ChainId.OfOwner(null));
        Assert.Equal(shop, ChainId.OfOwner(shop).ShopId);
    }

    [Theory]
    [InlineData(""), InlineData("Group"), InlineData("shop:"), InlineData("shop:019A"), InlineData("019a0000-0000-7000-8000-000000000001")]
    public void Refuses_other_names(string text) => Assert.Throws<FormatException>(() => ChainId.Parse(text));
}
