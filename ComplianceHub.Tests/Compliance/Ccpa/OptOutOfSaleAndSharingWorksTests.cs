using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Ccpa;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using static ComplianceHub.Tests.Given.GivenShop;

namespace ComplianceHub.Tests.Compliance.Ccpa;

public sealed class OptOutOfSaleAndSharingWorksTests
{
    private readonly OptOutOfSaleAndSharingWorks _requirement = new();
    private readonly ShopSnapshot _shop = CompliantShop();

    private Notice Notice => _shop.TheNotice(NoticeKind.OptOutNotice);

    private Notice Policy => _shop.TheNotice(NoticeKind.CaliforniaPolicy);

    [Fact]
    public void Passes_when_all_six_points_are_in_place() =>
        Assert.Equal("6 of 6 points of the opt-out are in place.", _requirement.Assess(_shop).ShouldFind(Outcome.Pass).Summary);

    public static TheoryData<string> Points => [.. Enumerable.Range(1, 6).Select(number => $"O{number}")];

    [Theory, MemberData(nameof(Points))]
    public void Fails_when_a_point_is_missing(string code)
    {
        Notice.Flags.Find(code, ClauseFinding.NotReviewed);
        var verdict = _requirement.Assess(_shop).ShouldBe(Outcome.Fail);
        var finding = Assert.Single(verdict.Findings);
        Assert.Equal((code, Notice.Ref(), FindingSeverity.Hard), (finding.Key, finding.Record, finding.Severity));
        Assert.Contains("Criteo SA", finding.Text, StringComparison.Ordinal);
        Assert.Equal((5, 6), (verdict.Met, verdict.Checked));
    }

    [Fact]
    public void Fails_when_only_a_cookie_banner_is_offered()
    {
        Notice.OptOutMethods = [OptOutMethod.CookieBanner];
        _requirement.Assess(_shop).ShouldFind(Outcome.Fail,
            ("OptOutNotice", "No interactive form is among the ways to opt out (O3). Sold to or shared with: Criteo SA."),
            ("OptOutNotice", "The preference signal is not among the ways to opt out (O4). Sold to or shared with: Criteo SA."));
    }

    [Fact]
    public void Fails_when_the_signal_stands_alone_beside_a_banner()
    {
        Notice.OptOutMethods = [OptOutMethod.PreferenceSignal, OptOutMethod.CookieBanner];
        var texts = _requirement.Assess(_shop).ShouldBe(Outcome.Fail).Findings.Select(finding => finding.Key);
        Assert.Equal(["O3", "O4"], texts);
    }

    [Fact]
    public void Fails_without_a_notice()
    {
        var verdict = _requirement.Assess(_shop with { Notices = [.. _shop.Notices.Where(notice => notice.Kind != NoticeKind.OptOutNotice)] }).ShouldBe(Outcome.Fail);
        Assert.Equal((6, 0), (verdict.Findings.Count, verdict.Met));
        Assert.All(verdict.Findings, finding => Assert.Equal((_shop.Shop.Ref(), FixAction.AddNotice), (finding.Record, finding.Action)));
    }

    [Theory]
    [InlineData(0, Outcome.Pass), InlineData(1, Outcome.Fail)]
    public void Counts_a_notice_from_the_day_of_publication(int daysAhead, Outcome outcome)
    {
        Notice.PublishedOn = Today.AddDays(daysAhead);
        _requirement.Assess(_shop).ShouldBe(outcome);
    }

    [Fact]
    public void Is_partial_when_the_address_of_the_link_is_not_recorded()
    {
        Notice.OptOutLink = null;
        _requirement.Assess(_shop).ShouldFind(Outcome.Partial,
            ("OptOutNotice", "The address of the opt-out link is not recorded; only frictionless signals need no link (§ 7025(f))."));
    }

    [Fact]
    public void Is_partial_while_the_first_day_of_the_notice_is_not_recorded()
    {
        Notice.FirstPostedOn = null;
        Assert.Contains("(§ 7013(h))", Assert.Single(_requirement.Assess(_shop).ShouldBe(Outcome.Partial).Findings).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Flags_what_was_sold_or_shared_before_a_notice_was_posted()
    {
        var disclosure = _shop.TheDisclosureTo("Criteo SA");
        disclosure.Since = Notice.FirstPostedOn;
        _requirement.Assess(_shop).ShouldBe(Outcome.Pass);
        disclosure.Since = Notice.FirstPostedOn!.Value.AddDays(-1);
        _requirement.Assess(_shop).ShouldFind(Outcome.Partial,
            ("OptOutNotice", "A notice was first posted on 1 Jan 2024, and no record says that the disclosure to Criteo SA began later: what was collected before may not be sold or shared without consent (§ 7013(h))."));
        disclosure.Since = null;
        _requirement.Assess(_shop).ShouldBe(Outcome.Partial);
    }

    [Fact]
    public void A_possible_sale_needs_an_opt_out_too()
    {
        SellNothing();
        _shop.TheAgreement(AgreementKind.ServiceProviderContract).EvidenceId = null;
        Notice.Flags.Find("O6", ClauseFinding.Absent);
        var verdict = _requirement.Assess(_shop).ShouldBe(Outcome.Fail);
        Assert.Contains("possibly Stripe, Inc.", Assert.Single(verdict.Findings).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Does_not_apply_when_nothing_is_sold_and_the_policy_says_so()
    {
        SellNothing();
        Policy.StatesNoSaleOrSharing = true;
        Assert.Contains("Nothing is sold or shared", _requirement.Assess(_shop).ShouldBe(Outcome.NotApplicable).Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_partial_when_nothing_is_sold_and_the_policy_does_not_say_so()
    {
        SellNothing();
        _requirement.Assess(_shop).ShouldFind(Outcome.Partial, ("CaliforniaPolicy", "Nothing is sold or shared, but no published policy says so (§ 7013(g))."));
    }

    [Fact]
    public void Is_partial_when_nothing_is_sold_and_there_is_no_policy()
    {
        SellNothing();
        var verdict = _requirement.Assess(_shop with { Notices = [] }).ShouldBe(Outcome.Partial);
        Assert.Equal((_shop.Shop.Ref(), FixAction.AddNotice), (verdict.Findings[0].Record, verdict.Findings[0].Action));
    }

    [Fact]
    public void Asks_while_a_sale_is_undecided()
    {
        _shop.TheDisclosureTo("Criteo SA").IsCrossContextAdvertising = Answer.Unknown;
        _requirement.Assess(_shop).ShouldAsk("to give data to Criteo SA?");
    }

    [Fact]
    public void Asks_when_the_registers_are_empty() => _requirement.Assess(EmptyShop()).ShouldAsk("which third parties receive the data?");

    [Fact]
    public void Asks_when_nothing_is_known() => _requirement.Assess(UnknownShop()).ShouldAsk("Does the shop do business in California?");

    private void SellNothing() => _shop.TheDisclosureTo("Criteo SA").IsCrossContextAdvertising = Answer.No;
}
