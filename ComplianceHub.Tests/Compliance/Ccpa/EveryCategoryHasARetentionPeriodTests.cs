using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Ccpa;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using static ComplianceHub.Tests.Given.GivenShop;

namespace ComplianceHub.Tests.Compliance.Ccpa;

public sealed class EveryCategoryHasARetentionPeriodTests
{
    private readonly EveryCategoryHasARetentionPeriod _requirement = new();
    private readonly ShopSnapshot _shop = CompliantShop();

    private RetentionRule Rule => _shop.RetentionRules.Single();

    [Fact]
    public void Passes_when_every_use_has_a_rule()
    {
        var verdict = _requirement.Assess(_shop).ShouldFind(Outcome.Pass);
        Assert.Equal("2 of 2 categories have a retention rule in every use.", verdict.Summary);
        Assert.Equal(_shop.Activities.Count, verdict.Population.Count);
    }

    [Fact]
    public void Is_partial_when_one_use_has_no_rule()
    {
        var orders = _shop.TheActivity("Orders");
        Rule.ActivityIds.Remove(orders.Id);
        var verdict = _requirement.Assess(_shop).ShouldFind(Outcome.Partial, ("Orders", "Category A (identifiers): no retention rule."));
        var finding = Assert.Single(verdict.Findings);
        Assert.Equal((FixAction.AddRetentionRule, $"retention:{orders.Id:N}"), (finding.Action, finding.Repair));
        Assert.Equal("1 of 2 categories have a retention rule in every use. Missing: A (identifiers).", verdict.Summary);
    }

    [Fact]
    public void Fails_without_any_rule() => _requirement.Assess(_shop with { RetentionRules = [] }).ShouldBe(Outcome.Fail);

    [Fact]
    public void Fails_when_the_rule_covers_other_data()
    {
        Rule.ElementIds = [Guid.CreateVersion7()];
        _requirement.Assess(_shop).ShouldBe(Outcome.Fail);
    }

    [Fact]
    public void Passes_when_the_rule_covers_the_categories_by_letter()
    {
        Rule.Categories = [PersonalInformationCategory.Identifiers, PersonalInformationCategory.InternetActivity];
        _requirement.Assess(_shop).ShouldBe(Outcome.Pass);
    }

    [Fact]
    public void Is_partial_when_only_criteria_are_named()
    {
        (Rule.Period, Rule.Criteria) = (null, "End of the customer relationship");
        _requirement.Assess(_shop).ShouldFind(Outcome.Partial,
            (Rule.Name, "Category A (identifiers): only criteria are named, no period."),
            (Rule.Name, "Category F (internet activity): only criteria are named, no period."));
    }

    [Fact]
    public void Passes_when_another_rule_names_the_period()
    {
        var criteria = GivenRecords.Retention("Criteria", [.. _shop.Activities]);
        (criteria.Period, criteria.Criteria) = (null, "End of the customer relationship");
        _requirement.Assess(_shop with { RetentionRules = [Rule, criteria] }).ShouldBe(Outcome.Pass);
    }

    [Theory]
    [InlineData("As long as we need them"), InlineData("Until no longer needed")]
    public void Fails_when_the_criteria_say_nothing(string criteria)
    {
        (Rule.Period, Rule.Criteria) = (null, criteria);
        var verdict = _requirement.Assess(_shop).ShouldBe(Outcome.Fail);
        Assert.All(verdict.Findings, finding => Assert.Equal(("unlimited", Rule.Ref()), (finding.Key, finding.Record)));
    }

    [Fact]
    public void Fails_when_the_rule_names_neither_period_nor_criteria()
    {
        Rule.Period = null;
        _requirement.Assess(_shop).ShouldBe(Outcome.Fail);
    }

    [Fact]
    public void Fails_when_data_are_kept_without_end()
    {
        (Rule.Period, Rule.IsIndefinite) = (null, true);
        _requirement.Assess(_shop).ShouldBe(Outcome.Fail);
    }

    [Fact]
    public void Allows_a_suppression_list_without_end()
    {
        (Rule.Period, Rule.IsIndefinite, Rule.IsSuppressionList) = (null, true, true);
        _requirement.Assess(_shop).ShouldBe(Outcome.Pass);
    }

    [Fact]
    public void Doubts_data_without_a_category()
    {
        _shop.TheElement("Clicks").Categories = [];
        _requirement.Assess(_shop).ShouldFind(Outcome.Partial, ("Clicks", "No category of the CCPA is recorded."));
    }

    [Fact]
    public void Asks_for_categories_when_none_is_recorded()
    {
        foreach (var element in _shop.Elements)
            element.Categories = [];
        _requirement.Assess(_shop).ShouldAsk("Which categories of personal information do these activities use");
    }

    [Fact]
    public void Does_not_apply_when_nobody_in_California_is_concerned()
    {
        foreach (var activity in _shop.Activities)
            activity.SubjectJurisdictions = [Jurisdiction.Eea];
        _requirement.Assess(_shop).ShouldBe(Outcome.NotApplicable);
    }

    [Fact]
    public void Asks_when_the_registers_are_empty() => _requirement.Assess(EmptyShop()).ShouldAsk("Which categories of personal information does the shop use");

    [Fact]
    public void Asks_when_nothing_is_known() => _requirement.Assess(UnknownShop()).ShouldAsk("Does the shop do business in California?");
}
