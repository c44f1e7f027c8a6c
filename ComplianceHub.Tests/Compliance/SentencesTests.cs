using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Ccpa;
using ComplianceHub.Compliance.Gdpr;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using static ComplianceHub.Tests.Given.GivenShop;

namespace ComplianceHub.Tests.Compliance;

/// <summary>A company's name may end with a full stop, "Stripe, Inc.", and the sentence then has no second one.</summary>
public sealed class SentencesTests
{
    private const string Incorporated = "SizeFit AI, Inc.";

    [Theory]
    [InlineData("Missing: Stripe, Inc.", "Missing: Stripe, Inc."), InlineData("Missing: Criteo SA", "Missing: Criteo SA.")]
    public void Are_ended_once(string sentence, string ended) => Assert.Equal(ended, Sentences.Ended(sentence));

    [Fact]
    public void Tell_with_whom_a_shop_shares()
    {
        var shop = CompliantShopBut(but => but.Vendors.Single(vendor => vendor.LegalName == "Criteo SA").LegalName = Incorporated);
        Assert.Equal($"Personal information is sold to or shared with {Incorporated}", SaleAndSharing.Of(shop).Gate.Fact);
    }

    [Theory]
    [InlineData(Answer.Yes, "Criteo SA, possibly Stripe, Inc."), InlineData(Answer.No, "possibly Stripe, Inc.")]
    public void Tell_whom_an_opt_out_reaches_perhaps(Answer isSharedWithCriteo, string names)
    {
        var shop = CompliantShop();
        shop.TheDisclosureTo("Criteo SA").IsCrossContextAdvertising = isSharedWithCriteo;
        shop.TheAgreement(AgreementKind.ServiceProviderContract).Signed = false;
        shop.TheNotice(NoticeKind.OptOutNotice).Flags.Find("O6", ClauseFinding.Absent);
        var finding = Assert.Single(new OptOutOfSaleAndSharingWorks().Assess(shop).ShouldBe(Outcome.Fail).Findings);
        Assert.EndsWith($"(O6). Sold to or shared with: {names}", finding.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Incorporated, $"Alpen AG, {Incorporated}"), InlineData("Importer Ltd", "Alpen AG, Importer Ltd.")]
    public void Tell_who_was_checked_where_no_data_go_abroad(string name, string names)
    {
        var given = new GivenTransfers("DE", TransferMechanism.None);
        given.Importer.LegalName = name;
        var shop = given.Shop;
        shop.Vendors.Single(vendor => vendor.LegalName == "Alpen AG").Country = "AT";
        Assert.Equal($"No data go to a third country; 2 recipients checked: {names}", new ThirdCountryFlowsHaveAMechanism().Assess(shop with { Transfers = [] }).ShouldBe(Outcome.NotApplicable).Summary);
    }

    [Theory]
    [InlineData("fjord-and-fable"), InlineData("olive-row")]
    public void Of_the_demo_never_end_twice_though_every_third_party_were_incorporated(string slug)
    {
        var shop = DemoSnapshots.Of(slug);
        foreach (var vendor in shop.Vendors)
            vendor.LegalName += ", Inc.";
        foreach (var shape in (ShopSnapshot[])[shop with { }, shop with { Agreements = [] }, shop with { Transfers = [] }, shop with { Notices = [] }, shop with { Assessments = [] }])
            Assert.All(Regulations.All.SelectMany(regulation => Told(Readiness.Of(shape, regulation))), sentence => Assert.DoesNotContain("Inc..", sentence, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Told(Readiness readiness) =>
    [
        readiness.Gate.Fact, .. readiness.Gate.Questions,
        .. readiness.Results.SelectMany(result => (IEnumerable<string>)
        [
            result.Verdict.Summary, result.Requirement.FixTitle(result.Verdict), .. result.Verdict.MissingFacts,
            .. result.Verdict.Findings.SelectMany(finding => (string[])[finding.Text, finding.Fix]),
        ]),
    ];
}
