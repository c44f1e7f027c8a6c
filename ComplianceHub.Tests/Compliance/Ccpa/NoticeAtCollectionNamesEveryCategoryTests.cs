using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Ccpa;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using static ComplianceHub.Tests.Given.GivenShop;

namespace ComplianceHub.Tests.Compliance.Ccpa;

public sealed class NoticeAtCollectionNamesEveryCategoryTests
{
    private readonly NoticeAtCollectionNamesEveryCategory _requirement = new();
    private readonly ShopSnapshot _shop = CompliantShop();

    private Notice Notice => _shop.TheNotice(NoticeKind.NoticeAtCollection);

    [Fact]
    public void Passes_when_every_category_has_its_row()
    {
        var verdict = _requirement.Assess(_shop).ShouldFind(Outcome.Pass);
        Assert.Equal("2 of 2 categories that are collected are right in the notice at collection.", verdict.Summary);
        Assert.Contains(Notice.Ref(), verdict.Population);
    }

    [Fact]
    public void Is_partial_when_a_category_is_collected_but_not_named()
    {
        Notice.Categories.RemoveAll(row => row.Category == PersonalInformationCategory.Identifiers);
        var verdict = _requirement.Assess(_shop).ShouldFind(Outcome.Partial,
            ("NoticeAtCollection", "Category A (identifiers) is collected, but no published notice at collection names it."));
        Assert.Equal(0.5m, verdict.Value);
    }

    [Theory]
    [InlineData("the purposes"), InlineData("whether it is sold or shared"), InlineData("how long it is kept")]
    public void Is_partial_when_a_row_says_too_little(string missing)
    {
        var row = Notice.Categories.Single(row => row.Category == PersonalInformationCategory.Identifiers);
        if (missing == "the purposes")
            row.Purposes = " ";
        else if (missing == "how long it is kept")
            row.Retention = null;
        else
            row.SoldOrShared = Answer.Unknown;
        _requirement.Assess(_shop).ShouldFind(Outcome.Partial, ("NoticeAtCollection", $"Category A (identifiers): the notice does not say {missing}."));
    }

    [Fact]
    public void Is_partial_when_the_notice_denies_what_a_disclosure_records()
    {
        Deny();
        _requirement.Assess(_shop).ShouldFind(Outcome.Partial,
            ("NoticeAtCollection", "Category F (internet activity) is sold to or shared with Criteo SA, but the notice says that it is not."));
    }

    [Fact]
    public void A_notice_that_describes_only_other_activities_may_deny_it()
    {
        Deny();
        Notice.ActivityIds.Remove(_shop.TheActivity("Retargeting").Id);
        _requirement.Assess(_shop).ShouldBe(Outcome.Pass);
    }

    [Theory]
    [InlineData("N1"), InlineData("N2"), InlineData("N3"), InlineData("N4"), InlineData("N5"), InlineData("N6")]
    public void Is_partial_when_a_point_of_the_notice_is_missing(string code)
    {
        Notice.Flags.Find(code, ClauseFinding.NotReviewed);
        var verdict = _requirement.Assess(_shop).ShouldBe(Outcome.Partial);
        var finding = Assert.Single(verdict.Findings);
        Assert.Equal(FindingSeverity.Hard, finding.Severity);
        Assert.Contains($"({code})", finding.Text, StringComparison.Ordinal);
        Assert.Contains($"({code})", verdict.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Needs_no_opt_out_link_when_nothing_is_sold_or_shared()
    {
        _shop.TheDisclosureTo("Criteo SA").IsCrossContextAdvertising = Answer.No;
        Notice.Flags.Find("N5", ClauseFinding.Absent);
        _requirement.Assess(_shop).ShouldBe(Outcome.Pass);
    }

    [Fact]
    public void Doubts_a_missing_opt_out_link_while_sale_is_undecided()
    {
        _shop.TheDisclosureTo("Criteo SA").IsCrossContextAdvertising = Answer.Unknown;
        Notice.Flags.Find("N5", ClauseFinding.Absent);
        _requirement.Assess(_shop).ShouldFind(Outcome.Partial,
            ("NoticeAtCollection", "It has no link to opt out, and nobody decided whether data are sold or shared."));
    }

    [Fact]
    public void Is_partial_when_its_languages_are_not_recorded()
    {
        Notice.Languages = [];
        var verdict = _requirement.Assess(_shop).ShouldFind(Outcome.Partial, ("NoticeAtCollection", "Its languages are not recorded."));
        Assert.Equal(0.75m, verdict.Value);
    }

    [Fact]
    public void Doubts_data_without_a_category()
    {
        var element = GivenRecords.Element("Scrolling");
        _shop.TheActivity("Orders").ElementIds.Add(element.Id);
        _requirement.Assess(_shop with { Elements = [.. _shop.Elements, element] })
            .ShouldFind(Outcome.Partial, ("Scrolling", "No category of the CCPA is recorded."));
    }

    [Fact]
    public void Doubts_an_activity_without_a_source()
    {
        _shop.TheActivity("Orders").Sources = [];
        _requirement.Assess(_shop).ShouldFind(Outcome.Partial, ("Orders", "Nobody recorded where the data come from, so nobody knows whether the notice covers them."));
    }

    [Fact]
    public void Fails_without_a_notice()
    {
        var verdict = _requirement.Assess(_shop with { Notices = [] }).ShouldBe(Outcome.Fail);
        Assert.All(verdict.Findings, finding => Assert.Equal((_shop.Shop.Ref(), FixAction.AddNotice), (finding.Record, finding.Action)));
    }

    [Fact]
    public void Passes_on_the_day_of_publication() => PublishedOn(Today).ShouldBe(Outcome.Pass);

    [Fact]
    public void Fails_the_day_before_publication() => PublishedOn(Today.AddDays(1)).ShouldBe(Outcome.Fail);

    [Fact]
    public void Counts_only_what_is_collected_from_people_or_observed()
    {
        foreach (var activity in _shop.Activities.Where(activity => activity.Name != "Orders"))
            activity.Sources = [DataSource.Inferred];
        Assert.Equal(1, _requirement.Assess(_shop).ShouldBe(Outcome.Pass).Checked);
    }

    [Fact]
    public void Does_not_apply_when_nobody_in_California_is_concerned()
    {
        foreach (var activity in _shop.Activities)
            activity.SubjectJurisdictions = [Jurisdiction.Eea];
        _requirement.Assess(_shop).ShouldBe(Outcome.NotApplicable);
    }

    [Fact]
    public void Asks_where_people_are_when_nobody_recorded_it()
    {
        foreach (var activity in _shop.Activities)
            activity.SubjectJurisdictions = [];
        _requirement.Assess(_shop).ShouldAsk("Where are the people whose data these activities use");
    }

    [Fact]
    public void Asks_for_sources_when_none_is_recorded()
    {
        foreach (var activity in _shop.Activities)
            activity.Sources = [];
        _requirement.Assess(_shop).ShouldAsk("Where do the data of these activities come from");
    }

    [Fact]
    public void Asks_when_the_registers_are_empty() =>
        _requirement.Assess(EmptyShop()).ShouldAsk("Which personal information does the shop collect from people in California");

    [Fact]
    public void Asks_when_nothing_is_known() => _requirement.Assess(UnknownShop()).ShouldAsk("Is the business run for profit?");

    private void Deny() => Notice.Categories.Single(row => row.Category == PersonalInformationCategory.InternetActivity).SoldOrShared = Answer.No;

    private Verdict PublishedOn(DateOnly day)
    {
        Notice.PublishedOn = day;
        return _requirement.Assess(_shop);
    }
}
