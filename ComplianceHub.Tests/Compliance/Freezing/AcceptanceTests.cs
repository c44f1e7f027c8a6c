using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Compliance.Freezing;

public sealed class AcceptanceTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void A_breach_is_not_accepted_without_a_word(string? note) =>
        Assert.Equal("This requirement fails. Say why it gets no finding, or record one.", WhyNot(Outcome.Fail, AuditDecision.Accepted, note));

    [Fact]
    public void With_a_word_it_is() => Assert.Null(WhyNot(Outcome.Fail, AuditDecision.Accepted, "It is planned only."));

    [Theory]
    [InlineData(Outcome.Fail, AuditDecision.Open)]
    [InlineData(Outcome.Fail, AuditDecision.Major)]
    [InlineData(Outcome.Fail, AuditDecision.Question)]
    [InlineData(Outcome.Fail, AuditDecision.RiskAccepted)]
    [InlineData(Outcome.Pass, AuditDecision.Accepted)]
    [InlineData(Outcome.Partial, AuditDecision.Accepted)]
    [InlineData(Outcome.NotAssessed, AuditDecision.Accepted)]
    [InlineData(Outcome.NotApplicable, AuditDecision.Accepted)]
    public void All_else_needs_none(Outcome outcome, AuditDecision decision) => Assert.Null(WhyNot(outcome, decision, null));

    private static string? WhyNot(Outcome outcome, AuditDecision decision, string? note) =>
        Acceptance.WhyNot(GivenFrozen.Result(outcome, Severity.High), new() { Decision = decision, Note = note });
}
