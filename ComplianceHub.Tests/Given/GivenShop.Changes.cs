using ComplianceHub.Compliance;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Tests.Given;

internal static partial class GivenShop
{
    /// <summary>The compliant shop with something changed in its records.</summary>
    public static ShopSnapshot CompliantShopBut(Action<ShopSnapshot> change)
    {
        var shop = CompliantShop();
        change(shop);
        return shop with { };
    }
}

/// <summary>Finds the record that a test breaks.</summary>
internal static class ShopLookups
{
    public static ProcessingActivity Activity(this ShopSnapshot shop, string name) => shop.Activities.Single(activity => activity.Name == name);

    public static Notice Notice(this ShopSnapshot shop, NoticeKind kind) => shop.Notices.Single(notice => notice.Kind == kind);
}
