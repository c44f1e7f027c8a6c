using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;

namespace ComplianceHub.Demo.FjordAndFable;

/// <summary>Fjord &amp; Fable GmbH, Berlin: home textiles for Europe and California, with planted defects (catalogue 12).</summary>
internal sealed class FableShop
{
    public const string Officer = "Mara Lindqvist";

    private FableShop(DemoRecords records)
    {
        Records = records;
        Business = records.Add(TheBusiness());
        Shop = records.Add(Storefront(), Business);
    }

    public DemoRecords Records { get; }

    public LegalEntity Business { get; }

    public Shop Shop { get; }

    public static void AddTo(DemoRecords records)
    {
        var fable = new FableShop(records);
        var thirdParties = new FableThirdParties(fable);
        var data = new FableData(fable);
        var activities = new FableActivities(fable, data);
        var disclosures = new FableDisclosures(fable, activities, thirdParties);
        var agreements = new FableAgreements(fable, thirdParties);
        FableTransfers.AddTo(fable, disclosures, agreements);
        FableRetention.AddTo(fable, activities, data);
        FableNotices.AddTo(fable, activities);
        FableGovernance.AddTo(fable, activities);
    }

    private static LegalEntity TheBusiness() => new()
    {
        Name = "Fjord & Fable GmbH",
        Address = "Torstraße 140, 10119 Berlin, Germany",
        Contact = "privacy@fjord-and-fable.example",
        SeatCountry = "DE",
        Establishments = ["DE"],
        ForProfit = Answer.Yes,
        Employees = 74,
        PersonsConstantlyProcessing = 31,
        RevenueUsdByYear = [new() { Year = 2024, Usd = 39_500_000m }, new() { Year = 2025, Usd = 44_000_000m }],
        CaliforniaConsumersBoughtSoldShared = 410_000,
        CaliforniaConsumersProcessed = 410_000,
        PercentOfRevenueFromSellingOrSharing = 0m,
        CommonBrandParentIsBusiness = Answer.No,
    };

    private static Shop Storefront() => new()
    {
        Slug = "fjord-and-fable",
        Name = "Fjord & Fable",
        Owner = Officer,
        Markets = ["DE", "AT", "FR", "NL", "IE", "ES", "IT", "GB", "US"],
        Channels = [SalesChannel.Website],
        TimeZone = "Europe/Berlin",
        Profile = new()
        {
            OffersToEea = Answer.Yes,
            MonitorsEea = Answer.Yes,
            OffersToUnitedKingdom = Answer.Yes,
            DoesBusinessInCalifornia = Answer.Yes,
            ExclusivelyOnlineDirect = Answer.Yes,
            ChildDirected = Answer.No,
            ActualKnowledgeUnder16 = Answer.No,
            ActualKnowledgeUnder13 = Answer.No,
            HasFinancialIncentive = Answer.Yes,
            ConsumersTenMillion = Answer.No,
            AcceptsCards = Answer.Yes,
            ActsAsProcessor = Answer.No,
        },
    };
}
