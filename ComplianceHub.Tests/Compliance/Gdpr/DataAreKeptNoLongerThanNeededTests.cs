using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Gdpr;
using ComplianceHub.Compliance.Law;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using static ComplianceHub.Tests.Given.GivenShop;

namespace ComplianceHub.Tests.Compliance.Gdpr;

public sealed class DataAreKeptNoLongerThanNeededTests
{
    private readonly DataAreKeptNoLongerThanNeeded _requirement = new();

    private Verdict AssessRule(Action<RetentionRule> change) => _requirement.Assess(CompliantShopBut(shop => change(shop.RetentionRules[0])));

    [Fact]
    public void Passes_when_every_use_of_data_has_a_whole_rule() =>
        Assert.Equal("8 of 8 uses of data have a retention rule.", _requirement.Assess(CompliantShop()).ShouldFind(Outcome.Pass).Summary);

    [Fact]
    public void Asks_for_activities_while_the_registers_are_empty() => _requirement.Assess(EmptyShop()).ShouldAsk("Which processing activities");

    [Fact]
    public void Asks_for_data_while_the_activities_name_none() =>
        _requirement.Assess(CompliantShopBut(shop => shop.Activities.ToList().ForEach(activity => activity.ElementIds = []))).ShouldAsk("Which personal data");

    [Fact]
    public void Asks_whether_the_law_applies_while_nothing_is_known() => _requirement.Assess(UnknownShop()).ShouldAsk("In which countries");

    [Fact]
    public void Fails_when_no_use_has_a_rule()
    {
        var verdict = _requirement.Assess(CompliantShop() with { RetentionRules = [] }).ShouldBe(Outcome.Fail);
        Assert.Equal((0, 8), (verdict.Met, verdict.Checked));
    }

    [Fact]
    public void Is_partial_when_one_use_has_none()
    {
        var verdict = _requirement.Assess(CompliantShopBut(shop => shop.RetentionRules[0].ActivityIds.Remove(shop.Activity("Orders").Id)))
            .ShouldFind(Outcome.Partial, ("Orders", "No retention rule for “E-mail address”."));
        Assert.Equal("7 of 8 uses of data have a retention rule. Missing: Orders → E-mail address.", verdict.Summary);
        Assert.Equal(0.75m, verdict.Value);
    }

    [Fact]
    public void One_new_rule_for_the_activity_is_the_repair()
    {
        var shop = CompliantShopBut(shop => shop.RetentionRules[0].ActivityIds.Remove(shop.Activity("Orders").Id));
        var finding = Assert.Single(_requirement.Assess(shop).Findings);
        Assert.Equal((FixAction.AddRetentionRule, $"retention:{shop.Activity("Orders").Id:N}"), (finding.Action, finding.Repair));
    }

    [Fact]
    public void A_rule_for_a_category_covers_the_data_in_it_alone() =>
        AssessRule(rule => rule.Categories = [PersonalInformationCategory.Identifiers]).ShouldFind(Outcome.Partial,
            ("Retargeting", "No retention rule for “Clicks”."), ("Security logs", "No retention rule for “Clicks”."));

    [Fact]
    public void A_draft_needs_no_rule() => _requirement.Assess(CompliantShopBut(shop =>
    {
        shop.Activity("Orders").Status = ActivityStatus.Draft;
        shop.RetentionRules[0].ActivityIds.Remove(shop.Activity("Orders").Id);
    })).ShouldBe(Outcome.Pass);

    [Fact]
    public void A_rule_without_period_and_criteria_covers_nothing() =>
        AssessRule(rule => rule.Period = null).ShouldFind(Outcome.Fail, ("Three years", "The rule names no period or criteria."));

    [Fact]
    public void A_rule_without_trigger_covers_nothing() =>
        AssessRule(rule => rule.Trigger = " ").ShouldFind(Outcome.Fail, ("Three years", "The rule names no event from which it counts."));

    [Fact]
    public void A_rule_without_source_and_justification_covers_nothing() =>
        AssessRule(rule => (rule.LegalSource, rule.Justification) = (null, null)).ShouldFind(Outcome.Fail, ("Three years", "The rule names no legal source or justification."));

    [Fact]
    public void A_source_or_a_justification_is_enough()
    {
        AssessRule(rule => rule.LegalSource = null).ShouldBe(Outcome.Pass);
        AssessRule(rule => rule.Justification = null).ShouldBe(Outcome.Pass);
    }

    [Fact]
    public void Nothing_is_kept_without_end() => AssessRule(rule => (rule.Period, rule.IsIndefinite) = (null, true)).ShouldFind(Outcome.Fail,
        ("Three years", "The rule keeps data without end. Only a minimal suppression list may be kept so (Art. 21(3))."));

    [Fact]
    public void A_suppression_list_may_be_kept_without_end() =>
        AssessRule(rule => (rule.Period, rule.IsIndefinite, rule.IsSuppressionList) = (null, true, true)).ShouldBe(Outcome.Pass);

    [Fact]
    public void A_card_verification_code_is_never_kept() => _requirement.Assess(CompliantShopBut(shop => shop.Elements[0].IsForbiddenAfterAuthorisation = true))
        .ShouldFind(Outcome.Partial, ("Three years", "The rule keeps “E-mail address”, which must never be stored after authorisation."));

    [Fact]
    public void A_rule_that_says_never_stored_is_right_for_it() => _requirement.Assess(CompliantShopBut(shop =>
    {
        shop.Elements[0].IsForbiddenAfterAuthorisation = true;
        (shop.RetentionRules[0].Period, shop.RetentionRules[0].Trigger, shop.RetentionRules[0].Disposal) = (new() { Amount = 0 }, null, null);
    })).ShouldBe(Outcome.Pass);

    [Fact]
    public void Criteria_alone_are_weak() => AssessRule(rule => (rule.Period, rule.Criteria) = (null, "Until the claim is settled"))
        .ShouldFind(Outcome.Partial, ("Three years", "The rule names criteria only. Name a period if one is possible."));

    [Fact]
    public void A_rule_without_disposal_is_weak() => AssessRule(rule => rule.Disposal = null)
        .ShouldFind(Outcome.Partial, ("Three years", "It is not recorded what happens at the end: erase, anonymise or archive."));

    [Fact]
    public void A_job_that_never_ran_is_weak() => AssessRule(rule => rule.LastRunOn = null).ShouldFind(Outcome.Partial, ("Three years", "The disposal job has never run."));

    [Fact]
    public void A_job_that_failed_is_weak() => AssessRule(rule => rule.LastRunSucceeded = Answer.No).ShouldFind(Outcome.Partial, ("Three years", "The last run of the disposal job failed."));

    [Theory, InlineData(35, Outcome.Pass), InlineData(36, Outcome.Partial)]
    public void A_job_runs_every_35_days(int daysAgo, Outcome outcome) => AssessRule(rule => rule.LastRunOn = Today.AddDays(-daysAgo)).ShouldBe(outcome);

    [Fact]
    public void A_job_stands_still_while_disposal_is_held_back() =>
        AssessRule(rule => (rule.LastRunOn, rule.HoldReason) = (Today.AddDays(-61), "Court case")).ShouldBe(Outcome.Pass);

    [Theory, InlineData("2025-11-23", Outcome.Pass), InlineData("2025-11-22", Outcome.Partial), InlineData(null, Outcome.Partial)]
    public void A_rule_is_reviewed_every_12_months(string? reviewed, Outcome outcome) =>
        AssessRule(rule => rule.ReviewedOn = reviewed is null ? null : DateOnly.Parse(reviewed)).ShouldBe(outcome);

    [Theory, InlineData(6, Outcome.Pass), InlineData(7, Outcome.Partial)]
    public void A_period_beyond_every_known_source_asks_for_a_justification(int years, Outcome outcome) => AssessRule(rule =>
        (rule.Class, rule.Period, rule.Justification) = (RetentionClass.CommercialLetters, new() { Amount = years, Unit = PeriodUnit.Years }, null)).ShouldBe(outcome);

    [Fact]
    public void A_justification_carries_a_longer_period() => AssessRule(rule =>
        (rule.Class, rule.Period) = (RetentionClass.Video, new() { Amount = 90, Unit = PeriodUnit.Days })).ShouldBe(Outcome.Pass);

    [Fact]
    public void Every_kind_of_data_has_a_longest_known_period() =>
        Assert.All(Enum.GetValues<RetentionClass>(), kind => Assert.NotNull(RetentionReferences.Longest(kind)));
}
