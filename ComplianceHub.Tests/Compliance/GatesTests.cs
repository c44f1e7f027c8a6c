using ComplianceHub.Compliance;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using static ComplianceHub.Tests.Given.GivenShop;

namespace ComplianceHub.Tests.Compliance;

public sealed class GatesTests
{
    private readonly ShopSnapshot _shop = EmptyShop();

    private LegalEntity Business => _shop.LegalEntity;

    private ShopProfile Profile => _shop.Shop.Profile;

    [Theory]
    [InlineData("DE", Answer.Yes), InlineData("IS", Answer.Yes), InlineData("LI", Answer.Yes), InlineData("NO", Answer.Yes)]
    [InlineData("GB", Answer.No), InlineData("CH", Answer.No), InlineData("US", Answer.No)]
    public void The_GDPR_follows_the_establishment(string country, Answer expected)
    {
        (Business.SeatCountry, Business.Establishments) = ("US", [country]);
        (Profile.OffersToEea, Profile.MonitorsEea) = (Answer.No, Answer.No);
        Assert.Equal(expected, Gates.Gdpr(_shop).Applies);
    }

    [Fact]
    public void The_seat_is_an_establishment()
    {
        (Business.SeatCountry, Business.Establishments) = ("DE", []);
        (Profile.OffersToEea, Profile.MonitorsEea) = (Answer.No, Answer.No);
        Assert.Equal("The business is established in Germany (Art. 3(1)).", Gates.Gdpr(_shop).Fact);
    }

    [Theory]
    [InlineData(Answer.Yes, Answer.Unknown, Answer.Yes), InlineData(Answer.Unknown, Answer.Yes, Answer.Yes), InlineData(Answer.No, Answer.Yes, Answer.Yes)]
    [InlineData(Answer.No, Answer.No, Answer.No), InlineData(Answer.Unknown, Answer.No, Answer.Unknown), InlineData(Answer.No, Answer.Unknown, Answer.Unknown)]
    public void The_GDPR_follows_offers_and_monitoring(Answer offers, Answer monitors, Answer expected)
    {
        (Business.SeatCountry, Business.Establishments) = ("US", []);
        (Profile.OffersToEea, Profile.MonitorsEea) = (offers, monitors);
        Assert.Equal(expected, Gates.Gdpr(_shop).Applies);
    }

    [Fact]
    public void The_GDPR_is_unknown_while_no_establishment_is_recorded()
    {
        (Business.SeatCountry, Business.Establishments) = (null, []);
        (Profile.OffersToEea, Profile.MonitorsEea) = (Answer.No, Answer.No);
        Assert.Equal(["In which countries is the business established?"], Gates.Gdpr(_shop).Questions);
    }

    [Theory]
    [InlineData("GB", Answer.Unknown, Answer.Yes), InlineData("DE", Answer.Yes, Answer.Yes)]
    [InlineData("DE", Answer.No, Answer.No), InlineData("DE", Answer.Unknown, Answer.Unknown)]
    public void The_United_Kingdom_follows_establishment_and_offers(string country, Answer offers, Answer expected)
    {
        (Business.SeatCountry, Business.Establishments) = (country, []);
        Profile.OffersToUnitedKingdom = offers;
        Assert.Equal(expected, Gates.UnitedKingdom(_shop).Applies);
    }

    [Theory]
    [InlineData(26_625_000, Answer.No), InlineData(26_625_001, Answer.Yes)]
    public void Revenue_must_be_above_the_threshold(int usd, Answer expected)
    {
        RevenueOf(2025, usd);
        Assert.Equal(expected, Gates.Ccpa(_shop).Applies);
    }

    [Theory]
    [InlineData(25_000_000, Answer.No), InlineData(25_000_001, Answer.Yes)]
    public void Before_2025_the_threshold_was_lower(int usd, Answer expected)
    {
        RevenueOf(2023, usd);
        Assert.Equal(expected, Gates.Ccpa(_shop with { AsOf = new(2024, 12, 31) }).Applies);
    }

    [Theory]
    [InlineData(2026, 12, 31, Answer.Yes), InlineData(2027, 1, 1, Answer.No)]
    public void The_preceding_year_counts_from_the_first_of_January(int year, int month, int day, Answer expected)
    {
        Business.RevenueUsdByYear = [new() { Year = 2025, Usd = 30_000_000m }, new() { Year = 2026, Usd = 1_000_000m }];
        Assert.Equal(expected, Gates.Ccpa(_shop with { AsOf = new(year, month, day) }).Applies);
    }

    [Fact]
    public void The_first_of_January_is_the_next_change()
    {
        _ = Gates.Ccpa(_shop);
        Assert.Equal(new DateOnly(2027, 1, 1), _shop.NextChange);
    }

    [Fact]
    public void Revenue_of_another_year_does_not_count()
    {
        RevenueOf(2024, 30_000_000);
        Assert.Equal(["What was the worldwide gross revenue of 2025 in US dollars?"], Gates.Ccpa(_shop).Questions);
    }

    [Theory]
    [InlineData(99_999, Answer.No), InlineData(100_000, Answer.Yes)]
    public void A_hundred_thousand_consumers_are_enough(int consumers, Answer expected)
    {
        RevenueOf(2025, 1);
        Business.CaliforniaConsumersBoughtSoldShared = consumers;
        Assert.Equal(expected, Gates.Ccpa(_shop).Applies);
    }

    [Fact]
    public void Consumers_that_are_only_processed_do_not_count()
    {
        RevenueOf(2025, 1);
        Business.CaliforniaConsumersProcessed = 1_000_000;
        Assert.Equal(Answer.No, Gates.Ccpa(_shop).Applies);
    }

    [Theory]
    [InlineData(49.9, Answer.No), InlineData(50, Answer.Yes)]
    public void Half_of_the_revenue_is_enough(double percent, Answer expected)
    {
        RevenueOf(2025, 1);
        Business.PercentOfRevenueFromSellingOrSharing = (decimal)percent;
        Assert.Equal(expected, Gates.Ccpa(_shop).Applies);
    }

    [Fact]
    public void One_threshold_is_enough_while_the_others_are_unknown()
    {
        (Business.CaliforniaConsumersBoughtSoldShared, Business.PercentOfRevenueFromSellingOrSharing, Business.CommonBrandParentIsBusiness) = (null, null, Answer.Unknown);
        Assert.Equal("Revenue of 2025 was 30,000,000 USD, above 26,625,000 USD (§ 1798.140(d)(1)(A)).", Gates.Ccpa(_shop).Fact);
    }

    [Theory]
    [InlineData(Answer.No, Answer.Unknown, "not run for profit"), InlineData(Answer.Unknown, Answer.No, "does no business in California")]
    public void One_missing_condition_closes_the_gate(Answer forProfit, Answer inCalifornia, string fact)
    {
        (Business.ForProfit, Profile.DoesBusinessInCalifornia, Business.RevenueUsdByYear) = (forProfit, inCalifornia, []);
        var gate = Gates.Ccpa(_shop);
        Assert.Equal(Answer.No, gate.Applies);
        Assert.Contains(fact, gate.Fact, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Answer.Unknown, Answer.Yes, "Is the business run for profit?"), InlineData(Answer.Yes, Answer.Unknown, "Does the shop do business in California?")]
    public void An_unknown_condition_keeps_it_unknown_above_a_threshold(Answer forProfit, Answer inCalifornia, string question)
    {
        (Business.ForProfit, Profile.DoesBusinessInCalifornia) = (forProfit, inCalifornia);
        Assert.Contains(question, Gates.Ccpa(_shop).Questions);
    }

    [Fact]
    public void Below_all_thresholds_names_them()
    {
        RevenueOf(2025, 1_000_000);
        var gate = Gates.Ccpa(_shop);
        Assert.Equal(Answer.No, gate.Applies);
        Assert.StartsWith("CCPA does not apply, below thresholds: Revenue of 2025 was 1,000,000 USD", gate.Fact, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("revenue"), InlineData("consumers"), InlineData("percent")]
    public void One_unknown_threshold_keeps_it_unknown(string unknown)
    {
        RevenueOf(2025, 1);
        if (unknown == "revenue")
            Business.RevenueUsdByYear = [];
        else if (unknown == "consumers")
            Business.CaliforniaConsumersBoughtSoldShared = null;
        else
            Business.PercentOfRevenueFromSellingOrSharing = null;
        Assert.Single(Gates.Ccpa(_shop).Questions);
    }

    [Fact]
    public void A_common_brand_is_enough_alone()
    {
        (Business.CommonBrandParentIsBusiness, Business.ForProfit, Profile.DoesBusinessInCalifornia) = (Answer.Yes, Answer.No, Answer.No);
        Assert.Equal(Answer.Yes, Gates.Ccpa(_shop).Applies);
    }

    [Fact]
    public void An_unknown_common_brand_keeps_the_gate_from_closing()
    {
        (Business.CommonBrandParentIsBusiness, Business.ForProfit) = (Answer.Unknown, Answer.No);
        Assert.Equal(Answer.Unknown, Gates.Ccpa(_shop).Applies);
    }

    [Fact]
    public void A_processing_activity_makes_a_processor()
    {
        Profile.ActsAsProcessor = Answer.No;
        var hosting = GivenRecords.Activity("Hosting for others", PurposeKind.Other, LawfulBasis.Contract);
        hosting.OurRole = ControllerRole.Processor;
        Assert.Equal(Answer.Yes, Gates.ActsAsProcessor(_shop with { Activities = [hosting] }).Applies);
    }

    [Theory]
    [InlineData(Answer.Yes), InlineData(Answer.No), InlineData(Answer.Unknown)]
    public void Else_the_shop_says_whether_it_is_a_processor(Answer stated)
    {
        Profile.ActsAsProcessor = stated;
        Assert.Equal(stated, Gates.ActsAsProcessor(_shop).Applies);
    }

    private void RevenueOf(int year, decimal usd) => Business.RevenueUsdByYear = [new() { Year = year, Usd = usd }];
}
