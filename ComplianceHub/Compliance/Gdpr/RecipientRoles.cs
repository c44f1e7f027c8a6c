namespace ComplianceHub.Compliance.Gdpr;

/// <summary>Recipients whose role nobody has decided: while there are any, nobody can say that there is no processor or joint controller.</summary>
internal static class RecipientRoles
{
    /// <summary>A question for each third party with an undecided role, by name.</summary>
    public static IReadOnlyList<string> Questions(ShopSnapshot shop) =>
    [
        .. shop.ActiveDisclosures.Where(disclosure => disclosure.GdprRole is null && shop.IsUnderGdpr(disclosure))
            .Select(disclosure => shop.Vendor(disclosure.VendorId)?.DisplayName)
            .OfType<string>()
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(name => $"Is {name} a processor, a joint controller or an independent controller?"),
    ];

    /// <summary>How many third parties receive data under the GDPR.</summary>
    public static int Count(ShopSnapshot shop) =>
        shop.ActiveDisclosures.Where(shop.IsUnderGdpr).Select(disclosure => disclosure.VendorId).Where(id => shop.Vendor(id) is not null).Distinct().Count();
}
