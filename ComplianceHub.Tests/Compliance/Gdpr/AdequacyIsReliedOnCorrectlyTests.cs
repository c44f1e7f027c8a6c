using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Gdpr;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Compliance.Gdpr;

public sealed class AdequacyIsReliedOnCorrectlyTests
{
    private readonly AdequacyIsReliedOnCorrectly _requirement = new();

    [Theory]
    [InlineData("IL"), InlineData("GB"), InlineData("BR"), InlineData("CA"), InlineData("JP"), InlineData("KR"), InlineData("NZ"), InlineData("FO")]
    public void Passes_when_a_decision_covers_the_importer(string country) =>
        Assert.Equal("2 of 2 flows on an adequacy decision are covered by it.", Assess(new(country, TransferMechanism.Adequacy)).ShouldFind(Outcome.Pass).Summary);

    [Fact]
    public void Is_partial_when_one_of_two_is_not_covered()
    {
        var verdict = Assess(new("IN", TransferMechanism.Adequacy)).ShouldFind(Outcome.Partial, ("Importer Ltd (IN)", "No adequacy decision for India is in force."));
        Assert.Equal(0.5m, verdict.Value);
        Assert.Equal("Check the adequacy decision for Importer Ltd (IN)", _requirement.FixTitle(verdict));
    }

    [Fact]
    public void Fails_when_none_is_covered()
    {
        var given = new GivenTransfers("IN", TransferMechanism.Adequacy);
        var shop = given.Shop;
        _requirement.Assess(shop with { Transfers = [given.Transfer] }).ShouldBe(Outcome.Fail);
    }

    [Theory]
    [InlineData("CA", "commercial organisations subject to PIPEDA"), InlineData("JP", "businesses under the APPI"), InlineData("KR", "importers under the PIPA")]
    public void The_scope_is_a_question_of_the_importer(string country, string covered)
    {
        var given = new GivenTransfers(country, TransferMechanism.Adequacy);
        given.Transfer.WithinAdequacyScope = Answer.Unknown;
        var verdict = Assess(given).ShouldFind(Outcome.Partial, ($"Importer Ltd ({country})", $"Whether Importer Ltd is among the {covered} is not recorded."));
        Assert.Equal(2, verdict.Met);
        given.Transfer.WithinAdequacyScope = Answer.No;
        Assert.Equal(1, Assess(given).ShouldBe(Outcome.Partial).Met);
    }

    [Fact]
    public void Where_everybody_is_covered_nobody_asks_for_the_scope()
    {
        var given = new GivenTransfers("IL", TransferMechanism.Adequacy);
        given.Transfer.WithinAdequacyScope = Answer.Unknown;
        Assess(given).ShouldFind(Outcome.Pass);
    }

    [Fact]
    public void In_the_United_States_a_participant_of_the_framework_is_covered()
    {
        var given = new GivenTransfers("US", TransferMechanism.Adequacy);
        Assess(given).ShouldBe(Outcome.Partial);
        given.Importer.DataPrivacyFramework = new() { Certified = Answer.Yes, EntityName = "Importer Ltd", VerifiedOn = GivenShop.Recently };
        Assess(given).ShouldFind(Outcome.Pass);
    }

    [Fact]
    public void Warns_six_months_before_a_decision_ends()
    {
        var given = new GivenTransfers("GB", TransferMechanism.Adequacy);
        _requirement.Assess(given.On(new(2031, 6, 26))).ShouldFind(Outcome.Pass);
        _requirement.Assess(given.On(new(2031, 6, 27))).ShouldFind(Outcome.Partial, ("Importer Ltd (GB)", "The decision for United Kingdom ends on 27 Dec 2031."));
        Assert.Equal(2, _requirement.Assess(given.On(new(2031, 12, 27))).Met);
        Assert.Equal(1, _requirement.Assess(given.On(new(2031, 12, 28))).Met);
    }

    [Fact]
    public void The_stored_result_is_good_until_a_decision_changes()
    {
        var shop = new GivenTransfers("GB", TransferMechanism.Adequacy).Shop;
        _requirement.Assess(shop);
        Assert.Equal(new DateOnly(2031, 6, 27), shop.NextChange);
    }

    [Fact]
    public void Does_not_apply_when_no_transfer_relies_on_it()
    {
        var given = new GivenTransfers("IN", TransferMechanism.StandardContractualClauses);
        var shop = given.Shop with { Transfers = [given.Transfer] };
        Assert.Equal("No transfer relies on an adequacy decision; 2 recipients checked.", _requirement.Assess(shop).ShouldBe(Outcome.NotApplicable).Summary);
    }

    [Fact]
    public void Does_not_apply_without_third_country() =>
        _requirement.Assess(new GivenProcessors("Havenhost").Shop).ShouldBe(Outcome.NotApplicable);

    [Fact]
    public void An_empty_shop_is_a_question() => _requirement.Assess(GivenShop.EmptyShop()).ShouldAsk("Who receives personal data");

    [Fact]
    public void An_unknown_shop_is_a_question() => _requirement.Assess(GivenShop.UnknownShop()).ShouldBe(Outcome.NotAssessed);

    private Verdict Assess(GivenTransfers given) => _requirement.Assess(given.Shop);
}
