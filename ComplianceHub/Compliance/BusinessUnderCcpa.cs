using ComplianceHub.Domain;

namespace ComplianceHub.Compliance;

/// <summary>Whether the legal entity is a "business" (§ 1798.140(d) CCPA). The thresholds count the business, not the shop.</summary>
internal static class BusinessUnderCcpa
{
    public static Gate Decide(ShopSnapshot shop)
    {
        var business = shop.LegalEntity;
        var inCalifornia = shop.Shop.Profile.DoesBusinessInCalifornia;
        if (business.CommonBrandParentIsBusiness == Answer.Yes)
            return Gate.Yes("A business under common control and branding shares consumers' data with this one (§ 1798.140(d)(2)).");
        var thresholds = Thresholds(shop);
        if (business.ForProfit == Answer.Yes && inCalifornia == Answer.Yes && thresholds.FirstOrDefault(threshold => threshold.Applies == Answer.Yes) is { } met)
            return Gate.Yes(met.Fact);
        if (business.CommonBrandParentIsBusiness == Answer.No)
        {
            if (business.ForProfit == Answer.No)
                return Gate.No("CCPA does not apply: the business is not run for profit.");
            if (inCalifornia == Answer.No)
                return Gate.No("CCPA does not apply: the shop does no business in California.");
            if (thresholds.All(threshold => threshold.Applies == Answer.No))
                return Gate.No("CCPA does not apply, below thresholds: " + string.Join(" ", thresholds.Select(threshold => threshold.Fact)));
        }

        return Gate.Unknown(
        [
            .. Ask(business.ForProfit, "Is the business run for profit?"),
            .. Ask(inCalifornia, "Does the shop do business in California?"),
            .. Ask(business.CommonBrandParentIsBusiness, "Does a business under common control and branding share consumers' data with this one?"),
            .. thresholds.SelectMany(threshold => threshold.Questions),
        ]);
    }

    private static Gate[] Thresholds(ShopSnapshot shop) => [Revenue(shop), Consumers(shop), SellingRevenue(shop)];

    private static Gate Revenue(ShopSnapshot shop)
    {
        // As of 1 January the preceding year's revenue counts, so the answer can change on the next one.
        var year = shop.AsOf.Year - 1;
        _ = shop.IsOver(new DateOnly(shop.AsOf.Year, 12, 31));
        var limit = shop.Parameter("CCPA.REVENUE")?.Value;
        var revenue = shop.LegalEntity.RevenueUsdByYear.FirstOrDefault(entry => entry.Year == year)?.Usd;
        return (revenue, limit) switch
        {
            ({ } usd, { } above) when usd > above => Gate.Yes($"Revenue of {year} was {usd:N0} USD, above {above:N0} USD (§ 1798.140(d)(1)(A))."),
            ({ } usd, { } above) => Gate.No($"Revenue of {year} was {usd:N0} USD, not above {above:N0} USD."),
            (null, _) => Gate.Unknown($"What was the worldwide gross revenue of {year} in US dollars?"),
            _ => Gate.Unknown($"Which revenue threshold holds on {shop.AsOf:d MMM yyyy}? The catalogue knows none for that day."),
        };
    }

    private static Gate Consumers(ShopSnapshot shop)
    {
        var limit = shop.Parameter("CCPA.CONSUMERS")?.Value ?? 100_000m;
        return shop.LegalEntity.CaliforniaConsumersBoughtSoldShared switch
        {
            { } consumers when consumers >= limit => Gate.Yes($"Data of {consumers:N0} Californian consumers or households a year are bought, sold or shared, {limit:N0} or more (§ 1798.140(d)(1)(B))."),
            { } consumers => Gate.No($"Data of {consumers:N0} Californian consumers or households a year are bought, sold or shared, fewer than {limit:N0}."),
            _ => Gate.Unknown("Of how many Californian consumers or households a year does the business buy, sell or share data? A marketing pixel shares."),
        };
    }

    private static Gate SellingRevenue(ShopSnapshot shop)
    {
        var limit = shop.Parameter("CCPA.SELL-SHARE-REVENUE")?.Value ?? 50m;
        return shop.LegalEntity.PercentOfRevenueFromSellingOrSharing switch
        {
            { } percent when percent >= limit => Gate.Yes($"{percent:0.#} % of revenue comes from selling or sharing data, {limit:0} % or more (§ 1798.140(d)(1)(C))."),
            { } percent => Gate.No($"{percent:0.#} % of revenue comes from selling or sharing data, less than {limit:0} %."),
            _ => Gate.Unknown("What share of revenue comes from selling or sharing personal information?"),
        };
    }

    private static IEnumerable<string> Ask(Answer answer, string question) => answer == Answer.Unknown ? [question] : [];
}
