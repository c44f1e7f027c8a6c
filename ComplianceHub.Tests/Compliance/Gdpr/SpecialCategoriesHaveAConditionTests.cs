using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Gdpr;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using static ComplianceHub.Tests.Given.GivenShop;

namespace ComplianceHub.Tests.Compliance.Gdpr;

public sealed class SpecialCategoriesHaveAConditionTests
{
    private readonly SpecialCategoriesHaveACondition _requirement = new();

    /// <summary>"Clicks" as health data, used by retargeting (with consent form) and security logs (without).</summary>
    private static ShopSnapshot WithHealthData(Article9Condition? condition, string? reference = null, Action<ShopSnapshot>? change = null) => CompliantShopBut(shop =>
    {
        var clicks = shop.Elements.Single(element => element.Name == "Clicks");
        (clicks.SpecialCategory, clicks.Article9Condition, clicks.Article9Reference) = (SpecialCategory.Health, condition, reference);
        change?.Invoke(shop);
    });

    [Fact]
    public void Does_not_apply_without_special_category() => Assert.Equal("No special category is recorded; 2 kinds of data checked.",
        _requirement.Assess(CompliantShop()).ShouldFind(Outcome.NotApplicable).Summary);

    [Fact]
    public void Reminds_a_shop_whose_goods_reveal_one() => _requirement.Assess(CompliantShopBut(shop => shop.Shop.Profile.SellsRevealingGoods = Answer.Yes)).ShouldFind(
        Outcome.NotApplicable, ("Given Shop", "The shop sells goods that reveal health, sex life or beliefs: its orders can be a special category (C-21/23)."));

    [Fact]
    public void Asks_while_no_data_are_recorded() => _requirement.Assess(EmptyShop()).ShouldAsk("Which personal data");

    [Fact]
    public void Asks_whether_the_law_applies_while_nothing_is_known() => _requirement.Assess(UnknownShop()).ShouldAsk("In which countries");

    [Fact]
    public void Fails_without_condition() => _requirement.Assess(WithHealthData(null))
        .ShouldFind(Outcome.Fail, ("Clicks", "A special category, but no condition of Art. 9(2) is recorded."));

    [Theory]
    [InlineData(Article9Condition.EmploymentLaw, "(b)"), InlineData(Article9Condition.SubstantialPublicInterest, "(g)"), InlineData(Article9Condition.HealthCare, "(h)")]
    [InlineData(Article9Condition.PublicHealth, "(i)"), InlineData(Article9Condition.ArchivingResearchStatistics, "(j)")]
    public void Fails_when_the_condition_rests_on_a_law_that_is_not_named(Article9Condition condition, string letter)
    {
        _requirement.Assess(WithHealthData(condition)).ShouldFind(Outcome.Fail, ("Clicks", $"The condition Art. 9(2){letter} rests on a law, but none is named."));
        _requirement.Assess(WithHealthData(condition, "§ 22 BDSG")).ShouldBe(Outcome.Pass);
    }

    [Theory, InlineData(Article9Condition.ManifestlyPublic), InlineData(Article9Condition.LegalClaims), InlineData(Article9Condition.VitalInterests)]
    public void Other_conditions_need_no_law(Article9Condition condition) => _requirement.Assess(WithHealthData(condition)).ShouldBe(Outcome.Pass);

    [Fact]
    public void Explicit_consent_needs_a_form_for_every_use() => _requirement.Assess(WithHealthData(Article9Condition.ExplicitConsent))
        .ShouldFind(Outcome.Fail, ("Clicks", "“Security logs” uses it on explicit consent (a), but no consent form is recorded."));

    [Fact]
    public void Passes_with_explicit_consent_for_every_use() => _requirement.Assess(WithHealthData(Article9Condition.ExplicitConsent,
        change: shop => shop.ConsentForms[0].ActivityIds.Add(shop.Activity("Security logs").Id))).ShouldFind(Outcome.Pass);

    [Fact]
    public void Fails_without_a_basis_of_article_6_beside_it() => _requirement.Assess(WithHealthData(Article9Condition.LegalClaims,
        change: shop => shop.Activity("Retargeting").Bases = [])).ShouldFind(Outcome.Fail, ("Clicks", "“Retargeting” uses it without a basis of Art. 6(1)."));
}
