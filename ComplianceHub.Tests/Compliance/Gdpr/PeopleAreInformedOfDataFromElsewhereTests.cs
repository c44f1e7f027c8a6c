using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Gdpr;
using ComplianceHub.Compliance.Law;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using static ComplianceHub.Tests.Given.GivenShop;

namespace ComplianceHub.Tests.Compliance.Gdpr;

public sealed class PeopleAreInformedOfDataFromElsewhereTests
{
    private readonly PeopleAreInformedOfDataFromElsewhere _requirement = new();

    /// <summary>Orders and the first service get data from others; a complete notice describes both.</summary>
    private static ShopSnapshot ShopWithThirdPartyData(Action<ShopSnapshot, Notice>? change = null)
    {
        var shop = CompliantShop();
        ProcessingActivity[] indirect = [shop.Activity("Orders"), shop.Activity("Service 1")];
        foreach (var activity in indirect)
            (activity.Sources, activity.IndirectNoticeNote) = ([DataSource.ThirdParty], "At the first message.");
        var notice = GivenRecords.Notice(NoticeKind.IndirectPrivacyNotice, indirect);
        shop = shop with { Notices = [.. shop.Notices, notice] };
        change?.Invoke(shop, notice);
        return shop with { };
    }

    [Fact]
    public void Passes_when_a_notice_describes_what_comes_from_elsewhere() => Assert.Equal("2 of 2 activities with data from elsewhere are covered by a complete notice.",
        _requirement.Assess(ShopWithThirdPartyData()).ShouldFind(Outcome.Pass).Summary);

    [Fact]
    public void Does_not_apply_when_nothing_comes_from_elsewhere() =>
        Assert.Equal("No activity gets data from somebody else; 8 checked.", _requirement.Assess(CompliantShop()).ShouldFind(Outcome.NotApplicable).Summary);

    [Fact]
    public void Asks_while_the_registers_are_empty() => _requirement.Assess(EmptyShop()).ShouldAsk("Which processing activities");

    [Fact]
    public void Asks_whether_the_law_applies_while_nothing_is_known() => _requirement.Assess(UnknownShop()).ShouldAsk("In which countries");

    [Fact]
    public void Asks_where_data_come_from_while_nobody_recorded_it_of_one() =>
        _requirement.Assess(CompliantShopBut(shop => shop.Activity("Orders").Sources = [])).ShouldAsk("are they observed: Orders?");

    [Fact]
    public void A_notice_of_article_13_alone_is_not_complete()
    {
        var verdict = _requirement.Assess(ShopWithThirdPartyData((_, notice) => notice.ActivityIds = [])).ShouldBe(Outcome.Partial);
        Assert.Equal(0, verdict.Met);
        _requirement.Assess(ShopWithThirdPartyData() with { Notices = [] }).ShouldFind(Outcome.Fail, ("Given Shop", "No privacy notice is published."));
    }

    [Theory, InlineData(NoticeFlags.Source, "Where the data come from", "Art. 14(2)(f)"), InlineData(NoticeFlags.Categories, "Categories of personal data", "Art. 14(1)(d)")]
    public void Says_more_than_a_notice_of_article_13(string point, string text, string citation) =>
        _requirement.Assess(ShopWithThirdPartyData((_, notice) => notice.Flags.Single(flag => flag.Code == point).Finding = ClauseFinding.Absent))
            .ShouldFind(Outcome.Partial, ("IndirectPrivacyNotice", $"It lacks “{text}” ({citation})."));

    [Fact]
    public void An_activity_left_out_is_a_breach() => _requirement.Assess(ShopWithThirdPartyData((shop, notice) =>
    {
        notice.ActivityIds.Remove(shop.Activity("Orders").Id);
        shop.Notice(NoticeKind.PrivacyNotice).ActivityIds.Remove(shop.Activity("Orders").Id);
    })).ShouldFind(Outcome.Partial, ("IndirectPrivacyNotice", "It does not cover: Orders."));

    [Fact]
    public void Whether_it_happens_in_time_is_recorded() => _requirement.Assess(ShopWithThirdPartyData((shop, _) => shop.Activity("Orders").IndirectNoticeNote = null))
        .ShouldFind(Outcome.Partial, ("Orders", "It is not recorded when people are told (Art. 14(3)), or which exception applies (Art. 14(5))."));
}
