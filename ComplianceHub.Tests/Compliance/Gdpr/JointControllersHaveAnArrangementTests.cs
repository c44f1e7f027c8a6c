using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Gdpr;
using ComplianceHub.Compliance.Law;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using static ComplianceHub.Tests.Given.GivenRecords;

namespace ComplianceHub.Tests.Compliance.Gdpr;

public sealed class JointControllersHaveAnArrangementTests
{
    private const string NoEssence = "No published notice tells the essence of the arrangement.";

    private readonly JointControllersHaveAnArrangement _requirement = new();
    private readonly EvidenceFile _file = File();
    private readonly ProcessingActivity _retargeting = Activity("Retargeting", PurposeKind.Retargeting, LawfulBasis.Consent);
    private readonly Vendor _platform = Vendor("Platform", "IE");
    private readonly Vendor _network = Vendor("Network", "FR");
    private readonly Agreement _arrangement;
    private readonly Notice _notice;
    private ShopSnapshot _shop;

    public JointControllersHaveAnArrangementTests()
    {
        _arrangement = Agreement(_platform, AgreementKind.JointControllerArrangement, _file);
        _arrangement.Title = "Addendum";
        _notice = Notice(NoticeKind.PrivacyNotice, _retargeting);
        _notice.Title = "Privacy notice";
        _shop = GivenShop.EmptyShop() with
        {
            Activities = [_retargeting],
            Vendors = [_platform, _network],
            Disclosures = [Joint(_platform), Joint(_network)],
            Agreements = [_arrangement, Agreement(_network, AgreementKind.JointControllerArrangement, _file)],
            Notices = [_notice],
            Evidence = [_file],
        };
    }

    [Fact]
    public void Passes_when_each_has_an_arrangement_whose_essence_is_public() =>
        Assert.Equal("2 of 2 joint controllers have an arrangement in force.", Assess().ShouldFind(Outcome.Pass).Summary);

    [Fact]
    public void Is_partial_without_one_of_two_arrangements()
    {
        _shop = _shop with { Agreements = [_arrangement] };
        var verdict = Assess().ShouldFind(Outcome.Partial, ("Network", "No joint-controller arrangement is in force."));
        Assert.Equal((0.5m, FixAction.AddAgreement), (verdict.Value, verdict.Findings[0].Action));
        Assert.Equal("Complete the joint-controller arrangement: Network", _requirement.FixTitle(verdict));
    }

    [Fact]
    public void Fails_without_any()
    {
        _shop = _shop with { Agreements = [] };
        Assess().ShouldBe(Outcome.Fail);
    }

    [Fact]
    public void Holds_on_the_last_day_and_not_the_day_after()
    {
        _arrangement.EffectiveTo = GivenShop.Today;
        Assess().ShouldFind(Outcome.Pass);
        _arrangement.EffectiveTo = GivenShop.Today.AddDays(-1);
        Assess().ShouldFind(Outcome.Partial, ("Platform", "No joint-controller arrangement is in force."));
    }

    [Theory]
    [InlineData("J1", 1), InlineData("J2", 1), InlineData("J3", 2), InlineData("J4", 1)]
    public void Asks_for_every_point_but_the_optional_contact(string code, int met)
    {
        _arrangement.Clauses.Single(clause => clause.Code == code).Finding = ClauseFinding.Absent;
        Assert.Equal(met, Assess().Met);
    }

    [Fact]
    public void A_point_nobody_read_weakens_the_evidence()
    {
        _arrangement.Clauses.Single(clause => clause.Code == "J2").Finding = ClauseFinding.NotReviewed;
        Assess().ShouldFind(Outcome.Partial, ("Addendum", "The point “The real roles towards the people concerned”, Art. 26(2), is not reviewed."));
    }

    [Fact]
    public void The_essence_stands_in_a_published_notice()
    {
        _notice.Flags.Single(flag => flag.Code == NoticeFlags.JointControllerEssence).Finding = ClauseFinding.Absent;
        Assess().ShouldFind(Outcome.Fail, ("Privacy notice", NoEssence));
        _shop = _shop with { Notices = [] };
        Assert.All(Assess().ShouldFind(Outcome.Fail, ("Platform", NoEssence), ("Network", NoEssence)).Findings, finding => Assert.Equal(FixAction.AddNotice, finding.Action));
    }

    [Fact]
    public void A_notice_counts_from_the_day_on_which_it_is_published()
    {
        _notice.PublishedOn = GivenShop.Today;
        Assess().ShouldBe(Outcome.Pass);
        _notice.PublishedOn = GivenShop.Today.AddDays(1);
        Assess().ShouldBe(Outcome.Fail);
    }

    [Fact]
    public void A_joint_activity_says_with_whom()
    {
        var contest = Activity("Contest", PurposeKind.Marketing, LawfulBasis.Consent);
        contest.OurRole = ControllerRole.JointController;
        _shop = _shop with { Activities = [_retargeting, contest] };
        Assess().ShouldFind(Outcome.Partial, ("Contest", "The activity is marked as joint, but no joint controller is recorded."));
        _retargeting.OurRole = ControllerRole.JointController;
        Assert.Equal(3, Assess().Checked);
    }

    [Fact]
    public void Does_not_apply_where_every_recipient_has_another_role()
    {
        foreach (var disclosure in _shop.Disclosures)
            disclosure.GdprRole = RecipientRole.Processor;
        Assert.Equal("No third party is a joint controller; 2 recipients checked.", Assess().ShouldBe(Outcome.NotApplicable).Summary);
        _shop.Disclosures[0].GdprRole = null;
        Assess().ShouldAsk("Is Platform a processor, a joint controller or an independent controller?");
    }

    [Fact]
    public void An_empty_shop_is_a_question() => _requirement.Assess(GivenShop.EmptyShop()).ShouldAsk("together with somebody");

    [Fact]
    public void An_unknown_shop_is_a_question() => _requirement.Assess(GivenShop.UnknownShop()).ShouldBe(Outcome.NotAssessed);

    private Disclosure Joint(Vendor vendor) => Disclosure(_retargeting, vendor, RecipientRole.JointController, CcpaRole.ThirdParty);

    private Verdict Assess() => _requirement.Assess(_shop with { AsOf = GivenShop.Today });
}
