using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Gdpr;
using ComplianceHub.Compliance.Law;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using static ComplianceHub.Tests.Given.GivenShop;

namespace ComplianceHub.Tests.Compliance.Gdpr;

public sealed class PeopleAreInformedWhenTheyGiveDataTests
{
    private readonly PeopleAreInformedWhenTheyGiveData _requirement = new();

    private Verdict AssessNotice(Action<Notice> change) => _requirement.Assess(CompliantShopBut(shop => change(shop.Notice(NoticeKind.PrivacyNotice))));

    private static void Lack(Notice notice, string point) => notice.Flags.Single(flag => flag.Code == point).Finding = ClauseFinding.Absent;

    [Fact]
    public void Passes_when_a_notice_describes_every_activity() =>
        Assert.Equal("8 of 8 activities are covered by a complete notice.", _requirement.Assess(CompliantShop()).ShouldFind(Outcome.Pass).Summary);

    [Fact]
    public void Asks_while_the_registers_are_empty() => _requirement.Assess(EmptyShop()).ShouldAsk("Which processing activities");

    [Fact]
    public void Asks_whether_the_law_applies_while_nothing_is_known() => _requirement.Assess(UnknownShop()).ShouldAsk("In which countries");

    [Fact]
    public void Asks_where_data_come_from_while_nobody_recorded_it() =>
        _requirement.Assess(CompliantShopBut(shop => shop.Activities.ToList().ForEach(activity => activity.Sources = []))).ShouldAsk("Where do the data come from");

    [Fact]
    public void An_activity_whose_source_nobody_recorded_is_weak() => _requirement.Assess(CompliantShopBut(shop => shop.Activity("Orders").Sources = []))
        .ShouldFind(Outcome.Partial, ("Orders", "It is not recorded where the data come from, so nobody knows whether Art. 13 or 14 applies."));

    [Fact]
    public void Does_not_apply_when_all_data_come_from_elsewhere() => _requirement.Assess(CompliantShopBut(shop =>
        shop.Activities.ToList().ForEach(activity => activity.Sources = [DataSource.ThirdParty]))).ShouldBe(Outcome.NotApplicable);

    [Fact]
    public void Leaves_it_to_the_controller_for_whom_the_shop_processes() => _requirement.Assess(CompliantShopBut(shop =>
    {
        shop.Activity("Orders").OurRole = ControllerRole.Processor;
        shop.Notice(NoticeKind.PrivacyNotice).ActivityIds.Remove(shop.Activity("Orders").Id);
    })).ShouldBe(Outcome.Pass);

    [Fact]
    public void Fails_without_notice()
    {
        var verdict = _requirement.Assess(CompliantShop() with { Notices = [] }).ShouldFind(Outcome.Fail, ("Given Shop", "No privacy notice is published."));
        Assert.Equal((0, 8, FixAction.AddNotice), (verdict.Met, verdict.Checked, verdict.Findings[0].Action));
    }

    [Theory, InlineData(0, Outcome.Pass), InlineData(1, Outcome.Fail)]
    public void A_notice_counts_from_the_day_of_its_publication(int daysAhead, Outcome outcome) =>
        AssessNotice(notice => notice.PublishedOn = Today.AddDays(daysAhead)).ShouldBe(outcome);

    [Fact]
    public void A_notice_without_address_is_not_published() => AssessNotice(notice => notice.Url = " ").ShouldBe(Outcome.Fail);

    [Fact]
    public void A_notice_of_another_kind_does_not_count() => AssessNotice(notice => notice.Kind = NoticeKind.CookieNotice).ShouldBe(Outcome.Fail);

    [Fact]
    public void An_activity_that_no_notice_describes_is_a_breach()
    {
        var verdict = _requirement.Assess(CompliantShopBut(shop => shop.Notice(NoticeKind.PrivacyNotice).ActivityIds.Remove(shop.Activity("Orders").Id)))
            .ShouldFind(Outcome.Partial, ("PrivacyNotice", "It does not cover: Orders."));
        Assert.Equal("7 of 8 activities are covered by a complete notice. Missing: Orders.", verdict.Summary);
        Assert.Equal(0.75m, verdict.Value);
    }

    [Fact]
    public void Applicants_have_their_own_notice() => _requirement.Assess(CompliantShopBut(shop =>
    {
        var notice = shop.Notice(NoticeKind.PrivacyNotice);
        notice.ActivityIds.Remove(shop.Activity("Orders").Id);
        var other = shop.Notice(NoticeKind.OptOutNotice);
        (other.Kind, other.ActivityIds, other.Flags) = (NoticeKind.ApplicantNotice, [shop.Activity("Orders").Id], notice.Flags);
    })).ShouldBe(Outcome.Pass);

    [Theory]
    [InlineData(NoticeFlags.ControllerIdentity, 0), InlineData(NoticeFlags.DataProtectionOfficer, 0), InlineData(NoticeFlags.PurposesAndBases, 0)]
    [InlineData(NoticeFlags.Recipients, 0), InlineData(NoticeFlags.Retention, 0), InlineData(NoticeFlags.Rights, 0)]
    [InlineData(NoticeFlags.RightToComplain, 0), InlineData(NoticeFlags.ProvisionRequired, 0)]
    [InlineData(NoticeFlags.LegitimateInterests, 7), InlineData(NoticeFlags.RightToWithdraw, 7), InlineData(NoticeFlags.TransfersAndSafeguards, 7)]
    public void A_point_that_the_notice_lacks_is_a_breach(string point, int met)
    {
        var clause = NoticeFlags.PrivacyNotice.Single(clause => clause.Code == point);
        var verdict = AssessNotice(notice => Lack(notice, point)).ShouldFind(Outcome.Partial, ("PrivacyNotice", $"It lacks “{clause.Text}” ({clause.Citation})."));
        Assert.Equal(met, verdict.Met);
    }

    [Theory]
    [InlineData(NoticeFlags.Representative), InlineData(NoticeFlags.AutomatedDecisions), InlineData(NoticeFlags.JointControllerEssence)]
    public void A_point_that_does_not_apply_may_be_left_out(string point) => AssessNotice(notice => Lack(notice, point)).ShouldBe(Outcome.Pass);

    [Fact]
    public void Automated_decisions_are_explained_where_they_are_taken() => _requirement.Assess(CompliantShopBut(shop =>
    {
        shop.Activity("Orders").AutomatedDecisions = Answer.Yes;
        Lack(shop.Notice(NoticeKind.PrivacyNotice), NoticeFlags.AutomatedDecisions);
    })).ShouldFind(Outcome.Partial, ("PrivacyNotice", "It lacks “Automated decisions and their logic” (Art. 13(2)(f))."));

    [Fact]
    public void The_representative_is_named_where_one_is_required() => _requirement.Assess(CompliantShopBut(shop =>
    {
        (shop.LegalEntity.SeatCountry, shop.LegalEntity.Establishments) = ("US", ["US"]);
        Lack(shop.Notice(NoticeKind.PrivacyNotice), NoticeFlags.Representative);
    })).ShouldFind(Outcome.Partial, ("PrivacyNotice", "It lacks “Representative in the Union” (Art. 13(1)(a))."));

    [Fact]
    public void A_point_that_nobody_checked_is_not_taken_for_said() => AssessNotice(notice => notice.Flags.RemoveAll(flag => flag.Code == NoticeFlags.Rights))
        .ShouldFind(Outcome.Partial, ("PrivacyNotice", "Nobody has checked whether it says “Access, rectification, erasure, restriction, objection, portability” (Art. 13(2)(b))."));

    [Theory, InlineData("2026-01-09", Outcome.Pass), InlineData("2026-01-10", Outcome.Partial), InlineData("2026-11-23", Outcome.Partial), InlineData("2026-11-24", Outcome.Pass)]
    public void A_notice_from_before_a_change_may_be_outdated(string changed, Outcome outcome) =>
        _requirement.Assess(CompliantShopBut(shop => shop.Activity("Orders").LastMaterialChangeOn = DateOnly.Parse(changed))).ShouldBe(outcome);

    [Theory, InlineData("2026-01-09", Outcome.Pass), InlineData("2026-01-10", Outcome.Partial), InlineData("2026-11-23", Outcome.Partial), InlineData("2026-11-24", Outcome.Pass)]
    public void A_recipient_that_only_the_shop_adds_to_the_group_s_activity_is_a_change(string since, Outcome outcome) =>
        _requirement.Assess(CompliantShopBut(shop =>
        {
            var disclosure = shop.Disclosures.First(one => one.ActivityId == shop.Activity("Orders").Id);
            (disclosure.ShopId, disclosure.Since) = (shop.Shop.Id, DateOnly.Parse(since));
        })).ShouldBe(outcome);

    [Fact]
    public void The_finding_names_the_change() => _requirement.Assess(CompliantShopBut(shop => shop.Activity("Orders").LastMaterialChangeOn = new DateOnly(2026, 3, 4)))
        .ShouldFind(Outcome.Partial, ("PrivacyNotice", "It may be outdated: “Orders” changed on 4 Mar 2026, after it was published."));
}
