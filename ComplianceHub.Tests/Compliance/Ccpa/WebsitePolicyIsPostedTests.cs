using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Ccpa;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using static ComplianceHub.Tests.Given.GivenShop;

namespace ComplianceHub.Tests.Compliance.Ccpa;

public sealed class WebsitePolicyIsPostedTests
{
    private readonly WebsitePolicyIsPosted _requirement = new();
    private readonly ShopSnapshot _shop = CompliantShop();

    private Notice Policy => _shop.TheNotice(NoticeKind.CaliforniaPolicy);

    [Fact]
    public void Passes_when_the_policy_is_posted_and_complete() => _requirement.Assess(_shop).ShouldFind(Outcome.Pass);

    [Theory]
    [InlineData("Q1"), InlineData("Q2"), InlineData("Q4"), InlineData("Q5"), InlineData("Q6"), InlineData("Q7")]
    public void Is_partial_when_a_point_is_missing(string code)
    {
        Policy.Flags.Find(code, ClauseFinding.Absent);
        var finding = Assert.Single(_requirement.Assess(_shop).ShouldBe(Outcome.Partial).Findings);
        Assert.Contains($"({code})", finding.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ClauseFinding.Absent, Outcome.Pass), InlineData(ClauseFinding.NotReviewed, Outcome.Partial)]
    public void Who_offers_no_review_need_not_describe_one(ClauseFinding finding, Outcome outcome)
    {
        Policy.Flags.Find("Q3", finding);
        _requirement.Assess(_shop).ShouldBe(outcome);
    }

    [Fact]
    public void A_privacy_notice_is_a_policy_that_lacks_the_points() =>
        _requirement.Assess(_shop with { Notices = [_shop.TheNotice(NoticeKind.PrivacyNotice)] }).ShouldBe(Outcome.Partial);

    [Fact]
    public void Fails_without_a_policy() =>
        _requirement.Assess(_shop with { Notices = [] }).ShouldFind(Outcome.Fail, ("Given Shop", "No website policy is recorded."));

    [Theory]
    [InlineData(0, Outcome.Pass), InlineData(1, Outcome.Fail)]
    public void Counts_from_the_day_of_posting(int daysAhead, Outcome outcome)
    {
        Policy.PublishedOn = Today.AddDays(daysAhead);
        _requirement.Assess(_shop with { Notices = [Policy] }).ShouldBe(outcome);
    }

    [Fact]
    public void Applies_below_the_thresholds_of_the_CCPA()
    {
        _shop.LegalEntity.RevenueUsdByYear = [new() { Year = 2025, Usd = 1m }];
        Assert.Equal(Answer.No, Gates.Ccpa(_shop).Applies);
        _requirement.Assess(_shop).ShouldBe(Outcome.Pass);
    }

    [Fact]
    public void Applies_to_a_website_that_Californians_use()
    {
        _shop.Shop.Profile.DoesBusinessInCalifornia = Answer.No;
        _requirement.Assess(_shop).ShouldBe(Outcome.Pass);
    }

    [Fact]
    public void Does_not_apply_without_a_website()
    {
        (_shop.Shop.Profile.DoesBusinessInCalifornia, _shop.Shop.Channels) = (Answer.No, [SalesChannel.Store]);
        _requirement.Assess(_shop).ShouldBe(Outcome.NotApplicable);
    }

    [Fact]
    public void Does_not_apply_without_Californians()
    {
        _shop.Shop.Profile.DoesBusinessInCalifornia = Answer.No;
        foreach (var activity in _shop.Activities)
            activity.SubjectJurisdictions = [Jurisdiction.Eea];
        Assert.Equal("The shop does no business in California. No activity uses data of people in California.",
            _requirement.Assess(_shop).ShouldBe(Outcome.NotApplicable).Summary);
    }

    [Theory]
    [InlineData(Answer.Unknown, true, "Does the shop do business in California?")]
    [InlineData(Answer.No, true, "Which activities use data of people in California?")]
    [InlineData(Answer.No, false, "Does the shop have a website or an app?")]
    public void Asks_what_is_not_recorded(Answer inCalifornia, bool isEmpty, string question)
    {
        var shop = isEmpty ? EmptyShop() : CompliantShop();
        shop.Shop.Profile.DoesBusinessInCalifornia = inCalifornia;
        if (!isEmpty)
            shop.Shop.Channels = [];
        _requirement.Assess(shop).ShouldAsk(question);
    }

    [Fact]
    public void Asks_where_people_are()
    {
        _shop.Shop.Profile.DoesBusinessInCalifornia = Answer.No;
        foreach (var activity in _shop.Activities)
            activity.SubjectJurisdictions = [];
        _requirement.Assess(_shop).ShouldAsk("Where are the people whose data these activities use");
    }

    [Fact]
    public void An_empty_register_is_no_policy() => _requirement.Assess(EmptyShop()).ShouldBe(Outcome.Fail);

    [Fact]
    public void Asks_when_nothing_is_known() => _requirement.Assess(UnknownShop()).ShouldAsk("Does the shop do business in California?");
}
