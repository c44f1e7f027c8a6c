using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Gdpr;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using static ComplianceHub.Tests.Given.GivenShop;

namespace ComplianceHub.Tests.Compliance.Gdpr;

public sealed class RepresentativeIsAppointedInTheUnionTests
{
    private readonly RepresentativeIsAppointedInTheUnion _requirement = new();

    /// <summary>The compliant shop, moved to the United States, with a representative in Germany, where it sells.</summary>
    private static ShopSnapshot AmericanShop(Action<ShopSnapshot, ResponsiblePerson>? change = null)
    {
        var shop = CompliantShop();
        (shop.LegalEntity.SeatCountry, shop.LegalEntity.Establishments) = ("US", ["US"]);
        var representative = new ResponsiblePerson
        {
            Role = ResponsibleRole.EuRepresentative, Name = "Rep GmbH", Country = "DE", AppointedOn = new DateOnly(2025, 1, 1),
            MandateEvidenceId = shop.Evidence[0].Id, IsPublishedInNotice = true,
        };
        shop = shop with { People = [.. shop.People, representative] };
        change?.Invoke(shop, representative);
        return shop with { };
    }

    private static ShopSnapshot WithoutRepresentative(Action<ShopSnapshot>? change = null)
    {
        var shop = AmericanShop((shop, representative) => representative.Role = ResponsibleRole.PrivacyOwner);
        change?.Invoke(shop);
        return shop with { };
    }

    [Fact]
    public void Passes_with_a_representative_where_customers_are() =>
        Assert.Equal("Rep GmbH is the representative in the Union.", _requirement.Assess(AmericanShop()).ShouldFind(Outcome.Pass).Summary);

    [Fact]
    public void Does_not_apply_to_a_business_established_in_the_EEA() =>
        Assert.Contains("established in Germany", _requirement.Assess(CompliantShop()).ShouldFind(Outcome.NotApplicable).Summary, StringComparison.Ordinal);

    [Fact]
    public void Asks_for_establishments_while_none_is_recorded() => _requirement.Assess(CompliantShopBut(shop =>
        (shop.LegalEntity.SeatCountry, shop.LegalEntity.Establishments) = (null, []))).ShouldAsk("In which countries");

    [Fact]
    public void Asks_whether_the_law_applies_while_nothing_is_known() => _requirement.Assess(UnknownShop()).ShouldAsk("In which countries");

    [Fact]
    public void Asks_for_activities_while_the_registers_are_empty()
    {
        var shop = EmptyShop();
        (shop.LegalEntity.SeatCountry, shop.LegalEntity.Establishments) = ("US", ["US"]);
        _requirement.Assess(shop).ShouldAsk("Which processing activities");
    }

    [Fact]
    public void Fails_without_representative() => Assert.Equal(FixAction.AddPerson, _requirement.Assess(WithoutRepresentative())
        .ShouldFind(Outcome.Fail, ("Given Shop", "No representative in the Union: no establishment in the EEA, and the shop sells to Germany.")).Findings[0].Action);

    [Theory, InlineData(0, Outcome.Pass), InlineData(-1, Outcome.Fail)]
    public void Fails_the_day_after_the_mandate_ends(int days, Outcome outcome) =>
        _requirement.Assess(AmericanShop((_, representative) => representative.EndsOn = Today.AddDays(days))).ShouldBe(outcome);

    [Theory, InlineData(0, Outcome.Pass), InlineData(1, Outcome.Fail)]
    public void A_mandate_counts_from_its_first_day(int days, Outcome outcome) =>
        _requirement.Assess(AmericanShop((_, representative) => representative.AppointedOn = Today.AddDays(days))).ShouldBe(outcome);

    [Fact]
    public void Fails_where_no_customer_is() => _requirement.Assess(AmericanShop((_, representative) => representative.Country = "IE"))
        .ShouldFind(Outcome.Fail, ("Rep GmbH", "The representative sits in Ireland, where the shop does not sell (Art. 27(3))."));

    [Fact]
    public void Fails_outside_the_EEA() => _requirement.Assess(AmericanShop((_, representative) => representative.Country = "GB"))
        .ShouldFind(Outcome.Fail, ("Rep GmbH", "The representative sits in United Kingdom, outside the EEA (Art. 27(3))."));

    [Fact]
    public void Is_partial_while_the_country_is_not_recorded() => _requirement.Assess(AmericanShop((_, representative) => representative.Country = null))
        .ShouldFind(Outcome.Partial, ("Rep GmbH", "The representative's country is not recorded."));

    [Fact]
    public void Is_partial_while_no_market_in_the_EEA_is_recorded() => _requirement.Assess(AmericanShop((shop, _) => shop.Shop.Markets = ["US"])).ShouldBe(Outcome.Partial);

    [Fact]
    public void Is_partial_without_mandate_on_file() => _requirement.Assess(AmericanShop((_, representative) => representative.MandateEvidenceId = null))
        .ShouldFind(Outcome.Partial, ("Rep GmbH", "The written mandate is not on file."));

    [Fact]
    public void Is_partial_when_the_notice_does_not_name_it() => _requirement.Assess(AmericanShop((_, representative) => representative.IsPublishedInNotice = false))
        .ShouldFind(Outcome.Partial, ("Rep GmbH", "The notice does not name the representative (Art. 13(1)(a))."));

    [Fact]
    public void Does_not_apply_when_all_processing_is_occasional_and_without_risk() => Assert.Contains("Art. 27(2)(a)", _requirement.Assess(WithoutRepresentative(MakeOccasional))
        .ShouldBe(Outcome.NotApplicable).Summary, StringComparison.Ordinal);

    [Fact]
    public void Applies_when_special_data_are_used_on_a_large_scale() => _requirement.Assess(WithoutRepresentative(shop =>
    {
        MakeOccasional(shop);
        shop.Elements[0].SpecialCategory = SpecialCategory.Health;
        shop.Activity("Orders").LargeScale = Answer.Yes;
    })).ShouldBe(Outcome.Fail);

    [Fact]
    public void Asks_while_the_exemption_is_open() => _requirement.Assess(WithoutRepresentative(shop =>
    {
        MakeOccasional(shop);
        shop.Activity("Orders").RiskToPeople = Answer.Unknown;
    })).ShouldAsk("Is a risk to people likely: Orders?");

    [Fact]
    public void Somebody_appointed_counts_while_the_exemption_is_open() => _requirement.Assess(AmericanShop((shop, _) =>
    {
        MakeOccasional(shop);
        shop.Activity("Orders").RiskToPeople = Answer.Unknown;
    })).ShouldBe(Outcome.Pass);

    private static void MakeOccasional(ShopSnapshot shop)
    {
        foreach (var activity in shop.Activities)
            (activity.Occasional, activity.RiskToPeople) = (Answer.Yes, Answer.No);
    }
}
