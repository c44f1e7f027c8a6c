using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Ccpa;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using static ComplianceHub.Tests.Given.GivenShop;

namespace ComplianceHub.Tests.Compliance.Ccpa;

public sealed class PrivacyPolicyIsCompleteAndCurrentTests
{
    private readonly PrivacyPolicyIsCompleteAndCurrent _requirement = new();
    private readonly ShopSnapshot _shop = CompliantShop();

    private Notice Policy => _shop.TheNotice(NoticeKind.CaliforniaPolicy);

    private Disclosure Sharing => _shop.TheDisclosureTo("Criteo SA");

    [Fact]
    public void Passes_when_it_is_complete_and_fresh() => _requirement.Assess(_shop).ShouldFind(Outcome.Pass);

    [Fact]
    public void Fails_without_a_policy()
    {
        var verdict = _requirement.Assess(_shop with { Notices = [] }).ShouldFind(Outcome.Fail, ("Given Shop", "No California privacy policy is recorded."));
        Assert.Equal(FixAction.AddNotice, Assert.Single(verdict.Findings).Action);
    }

    [Theory]
    [InlineData(60, Outcome.Partial), InlineData(61, Outcome.Pass), InlineData(0, Outcome.Partial), InlineData(-1, Outcome.Fail)]
    public void Must_be_updated_within_12_months(int daysLeft, Outcome outcome)
    {
        Policy.ReviewedOn = Today.AddDays(daysLeft).AddMonths(-12);
        _requirement.Assess(_shop).ShouldBe(outcome);
    }

    [Fact]
    public void Says_when_it_was_last_updated()
    {
        Policy.ReviewedOn = new(2025, 10, 1);
        _requirement.Assess(_shop).ShouldFind(Outcome.Fail, ("CaliforniaPolicy", "Policy last updated 1 Oct 2025, more than 12 months ago."));
    }

    [Fact]
    public void Fails_when_nobody_recorded_the_update()
    {
        Policy.ReviewedOn = null;
        _requirement.Assess(_shop).ShouldFind(Outcome.Fail, ("CaliforniaPolicy", "Nobody recorded when the policy was last updated."));
    }

    [Fact]
    public void Fails_when_it_is_not_published()
    {
        Policy.Url = null;
        _requirement.Assess(_shop).ShouldFind(Outcome.Fail, ("CaliforniaPolicy", "The policy is not published."));
    }

    public static TheoryData<string> Points => [.. Enumerable.Range(1, 14).Select(number => $"P{number}")];

    [Theory, MemberData(nameof(Points))]
    public void Fails_when_a_point_is_missing(string code)
    {
        Policy.Flags.Find(code, ClauseFinding.Absent);
        Assert.Contains($"({code})", Assert.Single(_requirement.Assess(_shop).ShouldBe(Outcome.Fail).Findings).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("P4", Outcome.Pass), InlineData("P5", Outcome.Pass), InlineData("P6", Outcome.Pass), InlineData("P7", Outcome.Fail)]
    public void Needs_no_words_on_sale_when_nothing_is_sold(string code, Outcome outcome)
    {
        SellNothing();
        Policy.Flags.Find(code, ClauseFinding.Absent);
        _requirement.Assess(_shop).ShouldBe(outcome);
    }

    [Theory]
    [InlineData("P8"), InlineData("P9"), InlineData("P10")]
    public void Needs_no_words_on_disclosing_when_nothing_is_disclosed(string code)
    {
        Policy.PolicyLists.Disclosed = [];
        Policy.Flags.Find(code, ClauseFinding.Absent);
        _requirement.Assess(_shop with { Disclosures = [Sharing] }).ShouldBe(Outcome.Pass);
    }

    [Fact]
    public void Fails_when_a_list_lacks_a_category()
    {
        Policy.PolicyLists = new() { Collected = [PersonalInformationCategory.Identifiers] };
        _requirement.Assess(_shop).ShouldFind(Outcome.Fail, ("CaliforniaPolicy",
            "Its lists for the preceding 12 months differ from the registers: collected: F missing; sold or shared: F missing; disclosed for a business purpose: A missing."));
    }

    [Fact]
    public void Fails_when_a_list_names_what_the_registers_do_not()
    {
        Policy.PolicyLists.Collected.Add(PersonalInformationCategory.Geolocation);
        _requirement.Assess(_shop).ShouldFind(Outcome.Fail, ("CaliforniaPolicy",
            "Its lists for the preceding 12 months differ from the registers: collected: G not in the registers."));
    }

    [Theory]
    [InlineData(0, Outcome.Pass), InlineData(1, Outcome.Fail)]
    public void Lists_what_was_shared_until_12_months_ago(int daysBefore, Outcome outcome)
    {
        Sharing.Until = Today.AddMonths(-12).AddDays(-daysBefore);
        _requirement.Assess(_shop).ShouldBe(outcome);
    }

    [Theory]
    [InlineData(0, Outcome.Pass), InlineData(1, Outcome.Fail)]
    public void Lists_what_has_begun(int daysAhead, Outcome outcome)
    {
        Sharing.Since = Today.AddDays(daysAhead);
        _requirement.Assess(_shop).ShouldBe(outcome);
    }

    [Fact]
    public void An_undecided_role_asks_for_no_list()
    {
        _shop.TheDisclosureTo("Stripe, Inc.").CcpaRole = null;
        Policy.PolicyLists.Disclosed = [];
        _requirement.Assess(_shop).ShouldBe(Outcome.Pass);
    }

    [Fact]
    public void Fails_when_it_denies_a_sale()
    {
        Policy.StatesNoSaleOrSharing = true;
        _requirement.Assess(_shop).ShouldFind(Outcome.Fail, ("CaliforniaPolicy",
            "It says that nothing is sold or shared, but the registers record a sale or sharing in the preceding 12 months."));
    }

    [Fact]
    public void Passes_when_nothing_is_sold_and_it_says_so()
    {
        SellNothing();
        _requirement.Assess(_shop).ShouldFind(Outcome.Pass);
    }

    [Fact]
    public void Fails_when_nothing_is_sold_and_it_does_not_say_so()
    {
        SellNothing();
        Policy.StatesNoSaleOrSharing = false;
        _requirement.Assess(_shop).ShouldFind(Outcome.Fail, ("CaliforniaPolicy", "Nothing was sold or shared in the preceding 12 months, and the policy does not say so."));
    }

    [Fact]
    public void Doubts_the_statement_while_a_sale_is_undecided()
    {
        SellNothing();
        Sharing.IsSale = Answer.Unknown;
        _requirement.Assess(_shop).ShouldFind(Outcome.Partial, ("CaliforniaPolicy", "It says that nothing is sold or shared, but nobody decided that for every recipient."));
    }

    [Fact]
    public void Doubts_the_statement_while_a_sale_is_possible()
    {
        SellNothing();
        _shop.TheAgreement(AgreementKind.ServiceProviderContract).Signed = false;
        _requirement.Assess(_shop).ShouldFind(Outcome.Partial, ("CaliforniaPolicy", "It says that nothing is sold or shared, but Stripe, Inc. is a possible sale (§ 7050(e))."));
    }

    [Fact]
    public void The_best_of_several_policies_counts()
    {
        var old = GivenRecords.Notice(NoticeKind.CaliforniaPolicy);
        old.ReviewedOn = new(2020, 1, 1);
        _requirement.Assess(_shop with { Notices = [old, .. _shop.Notices] }).ShouldFind(Outcome.Pass);
    }

    [Fact]
    public void An_empty_register_is_no_policy() => _requirement.Assess(EmptyShop()).ShouldBe(Outcome.Fail);

    [Fact]
    public void Asks_when_nothing_is_known() => _requirement.Assess(UnknownShop()).ShouldAsk("Does the shop do business in California?");

    private void SellNothing()
    {
        Sharing.IsCrossContextAdvertising = Answer.No;
        Policy.PolicyLists.SoldOrShared = [];
        Policy.StatesNoSaleOrSharing = true;
    }
}
