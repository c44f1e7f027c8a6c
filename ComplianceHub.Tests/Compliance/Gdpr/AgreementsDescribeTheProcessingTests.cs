using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Gdpr;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Compliance.Gdpr;

public sealed class AgreementsDescribeTheProcessingTests
{
    private readonly AgreementsDescribeTheProcessing _requirement = new();
    private readonly GivenProcessors _given = new("Havenhost", "Postduif", "Loket", "Winkelkern");

    [Fact]
    public void Passes_when_every_agreement_describes_the_processing() => Assess().ShouldFind(Outcome.Pass);

    [Theory]
    [InlineData("D0a"), InlineData("D0b"), InlineData("D0c"), InlineData("D0d"), InlineData("D0e"), InlineData("D0f")]
    public void Asks_for_every_part_of_the_description(string code)
    {
        _given.Find("Loket", code, ClauseFinding.Absent);
        Assert.Equal((3, 0.75m), (Assess().ShouldBe(Outcome.Partial).Met, Assess().Value));
        _given.Find("Loket", code, ClauseFinding.NotReviewed);
        Assert.Equal(4, Assess().ShouldBe(Outcome.Partial).Met);
    }

    [Fact]
    public void Names_the_absent_part()
    {
        _given.Find("Loket", "D0b", ClauseFinding.Absent);
        var verdict = Assess().ShouldFind(Outcome.Partial, ("DPA Loket", "The point “Duration of the processing”, Art. 28(3) s. 1, is absent."));
        Assert.Equal("Describe the processing in the agreement: Loket", _requirement.FixTitle(verdict));
    }

    [Fact]
    public void Leaves_the_duties_of_the_processor_to_their_own_requirement()
    {
        _given.Find("Loket", "D8", ClauseFinding.Absent);
        Assess().ShouldBe(Outcome.Pass);
    }

    [Fact]
    public void A_processor_without_agreement_has_no_description()
    {
        _given.Remove("Loket");
        Assess().ShouldFind(Outcome.Partial, ("Loket", "No data processing agreement is in force."));
    }

    [Fact]
    public void Is_never_aggravated()
    {
        _given.Remove("Loket");
        _given.Activity("Loket").LargeScale = Answer.Yes;
        Assess().ShouldBe(Outcome.Partial);
    }

    [Fact]
    public void Fails_when_no_agreement_describes_it()
    {
        foreach (var name in _given.Names)
            _given.Find(name, "D0a", ClauseFinding.Absent);
        Assess().ShouldBe(Outcome.Fail);
    }

    [Fact]
    public void An_empty_shop_is_a_question() => _requirement.Assess(GivenShop.EmptyShop()).ShouldAsk("Which processors");

    [Fact]
    public void An_unknown_shop_is_a_question() => _requirement.Assess(GivenShop.UnknownShop()).ShouldBe(Outcome.NotAssessed);

    private Verdict Assess() => _requirement.Assess(_given.Shop);
}
