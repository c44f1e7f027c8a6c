using ComplianceHub.Compliance;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Tests.Given;

/// <summary>Shops for tests of rules: a compliant one to break in one place, an empty and an unknown one.</summary>
internal static partial class GivenShop
{
    /// <summary>The day of all rule tests.</summary>
    public static readonly DateOnly Today = new(2026, 11, 23);

    /// <summary>A day on which records were reviewed, well within every period.</summary>
    public static readonly DateOnly Recently = new(2026, 9, 1);

    /// <summary>A shop in Germany that sells to the EEA and California and meets every requirement that applies.</summary>
    public static ShopSnapshot CompliantShop() => Compose(new Parts());

    /// <summary>A shop whose business is known to be in scope of both laws, with empty registers.</summary>
    public static ShopSnapshot EmptyShop() => new()
    {
        AsOf = Today,
        LegalEntity = Business(),
        Shop = Storefront(),
    };

    /// <summary>A shop of which only the name is known.</summary>
    public static ShopSnapshot UnknownShop()
    {
        var business = new LegalEntity { Name = "Unknown Ltd" };
        return new() { AsOf = Today, LegalEntity = business, Shop = new Shop { Name = "Unknown", Slug = "unknown", LegalEntityId = business.Id } };
    }

    /// <summary>A business in Berlin, above the revenue threshold of the CCPA.</summary>
    public static LegalEntity Business() => new()
    {
        Name = "Given GmbH",
        Address = "Musterstraße 1, 10115 Berlin",
        Contact = "privacy@given.example",
        SeatCountry = "DE",
        Establishments = ["DE"],
        ForProfit = Answer.Yes,
        Employees = 30,
        PersonsConstantlyProcessing = 25,
        RevenueUsdByYear = [new() { Year = 2025, Usd = 30_000_000m }],
        CaliforniaConsumersBoughtSoldShared = 1_000,
        PercentOfRevenueFromSellingOrSharing = 0m,
        CommonBrandParentIsBusiness = Answer.No,
    };

    /// <summary>A web shop that sells to the EEA and to California and takes cards.</summary>
    public static Shop Storefront() => new()
    {
        Name = "Given Shop",
        Slug = "given-shop",
        Markets = ["DE", "US"],
        Channels = [SalesChannel.Website],
        Profile = new ShopProfile
        {
            OffersToEea = Answer.Yes,
            MonitorsEea = Answer.Yes,
            OffersToUnitedKingdom = Answer.No,
            DoesBusinessInCalifornia = Answer.Yes,
            ExclusivelyOnlineDirect = Answer.Yes,
            ChildDirected = Answer.No,
            ActualKnowledgeUnder16 = Answer.No,
            ActualKnowledgeUnder13 = Answer.No,
            HasFinancialIncentive = Answer.No,
            ConsumersTenMillion = Answer.No,
            AcceptsCards = Answer.Yes,
            ActsAsProcessor = Answer.No,
        },
    };

    private static ShopSnapshot Compose(Parts parts) => new()
    {
        AsOf = Today,
        LegalEntity = parts.Business,
        Shop = parts.Shop,
        LegalEntityRecordsStaff = true,
        Activities = parts.Activities,
        Elements = [parts.Email, parts.Clicks],
        Vendors = [parts.Processor, parts.JointController],
        Agreements = parts.Agreements,
        Disclosures = parts.Disclosures,
        Transfers = parts.Transfers,
        RetentionRules = [parts.Retention],
        Notices = parts.Notices,
        People = [parts.Officer],
        ConsentForms = [parts.Consent],
        Assessments = parts.Assessments,
        Measures = [parts.Measure],
        Attestations = parts.Attestations,
        Evidence = [parts.File],
    };
}
