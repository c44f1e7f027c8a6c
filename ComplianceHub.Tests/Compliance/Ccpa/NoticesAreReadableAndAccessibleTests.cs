using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Ccpa;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Tests.Given;
using static ComplianceHub.Tests.Given.GivenShop;

namespace ComplianceHub.Tests.Compliance.Ccpa;

public sealed class NoticesAreReadableAndAccessibleTests
{
    private readonly NoticesAreReadableAndAccessible _requirement = new();
    private readonly ShopSnapshot _shop = CompliantShop();

    private Attestation Stated => _shop.Attestations.Single(attestation => attestation.RequirementId == "CCPA-7003");

    [Fact]
    public void Passes_when_answered_yes_with_a_report() => _requirement.Assess(_shop).ShouldFind(Outcome.Pass);

    [Fact]
    public void Is_partial_without_a_report()
    {
        Stated.EvidenceIds = [];
        _requirement.Assess(_shop).ShouldBe(Outcome.Partial);
    }

    [Fact]
    public void Fails_when_answered_no()
    {
        Stated.Answer = AttestationAnswer.No;
        _requirement.Assess(_shop).ShouldBe(Outcome.Fail);
    }

    [Theory]
    [InlineData(0, Outcome.Pass), InlineData(1, Outcome.Partial), InlineData(30, Outcome.Partial), InlineData(31, Outcome.NotAssessed)]
    public void Goes_stale_and_then_lapses(int daysAfterTheEnd, Outcome outcome)
    {
        Stated.ValidUntil = Today.AddDays(-daysAfterTheEnd);
        _requirement.Assess(_shop).ShouldBe(outcome);
    }

    [Fact]
    public void Asks_when_nobody_answered() => _requirement.Assess(EmptyShop()).ShouldAsk("accessible by WCAG 2.1?");

    [Fact]
    public void Asks_when_nothing_is_known() => _requirement.Assess(UnknownShop()).ShouldAsk("Does the shop do business in California?");
}
