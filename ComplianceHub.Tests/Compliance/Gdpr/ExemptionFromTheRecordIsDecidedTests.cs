using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Gdpr;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using static ComplianceHub.Tests.Given.GivenShop;

namespace ComplianceHub.Tests.Compliance.Gdpr;

/// <summary>Decides a gate: it never passes, is partial or fails.</summary>
public sealed class ExemptionFromTheRecordIsDecidedTests
{
    private readonly ExemptionFromTheRecordIsDecided _requirement = new();

    /// <summary>The compliant shop with occasional processing without risk: the exemption is available.</summary>
    internal static ShopSnapshot ExemptShop(Action<ShopSnapshot>? change = null) => CompliantShopBut(shop =>
    {
        foreach (var activity in shop.Activities)
            (activity.Occasional, activity.RiskToPeople) = (Answer.Yes, Answer.No);
        change?.Invoke(shop);
    });

    [Fact]
    public void Selling_online_is_not_occasional() => Assert.StartsWith("Exemption not available: selling online is not occasional (8 of 8 activities are not)",
        _requirement.Assess(CompliantShop()).ShouldFind(Outcome.NotApplicable).Summary, StringComparison.Ordinal);

    [Fact]
    public void Weighs_nothing() => Assert.Equal(0, _requirement.Severity.Weight());

    [Fact]
    public void Asks_while_the_registers_are_empty() => _requirement.Assess(EmptyShop()).ShouldAsk("Which processing activities");

    [Fact]
    public void Asks_whether_the_law_applies_while_nothing_is_known() => _requirement.Assess(UnknownShop()).ShouldAsk("In which countries");

    [Fact]
    public void Asks_how_many_people_are_employed() => _requirement.Assess(CompliantShopBut(shop => shop.LegalEntity.Employees = null)).ShouldAsk("How many people");

    [Fact]
    public void Asks_what_is_occasional() => _requirement.Assess(ExemptShop(shop => shop.Activity("Orders").Occasional = Answer.Unknown)).ShouldAsk("only now and then: Orders?");

    [Fact]
    public void Asks_what_is_a_risk() => _requirement.Assess(ExemptShop(shop => shop.Activity("Orders").RiskToPeople = Answer.Unknown)).ShouldAsk("risk to people likely: Orders?");

    [Theory, InlineData(249, "Exemption available: 249 people"), InlineData(250, "Exemption not available: 250 people are employed, 250 or more.")]
    public void The_exemption_ends_at_250_people(int employees, string sentence) => Assert.StartsWith(sentence,
        _requirement.Assess(ExemptShop(shop => shop.LegalEntity.Employees = employees)).ShouldBe(Outcome.NotApplicable).Summary, StringComparison.Ordinal);

    [Fact]
    public void One_risk_is_enough() => Assert.Equal("Exemption not available: a risk to people is likely (1 of 8 activities).",
        _requirement.Assess(ExemptShop(shop => shop.Activity("Orders").RiskToPeople = Answer.Yes)).Summary);

    [Fact]
    public void Special_data_are_enough() => Assert.Equal("Exemption not available: special or criminal data are used (6 of 8 activities).",
        _requirement.Assess(ExemptShop(shop => shop.Elements[0].SpecialCategory = SpecialCategory.Health)).Summary);

    [Fact]
    public void Criminal_data_are_enough() => Assert.Equal("Exemption not available: special or criminal data are used (6 of 8 activities).",
        _requirement.Assess(ExemptShop(shop => shop.Elements[0].IsCriminal = true)).Summary);
}
