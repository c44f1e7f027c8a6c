using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Domain.Audits;

namespace ComplianceHub.Tests.Compliance.Freezing;

public sealed class AcceptanceTests
{
    [Theory]
    [InlineData(Outcome.Fail, AuditDecision.Accepted, null)]
    [InlineData(Outcome.Fail, AuditDecision.Accepted, "  ")]
    public void A_breach_is_not_accepted_without_a_word(Outcome outcome, AuditDecision decision, string? note) =>
        Assert.StartsWith("This requirement fails.", WhyNot(outcome, decision, note), StringComparison.Ordinal);

    [Theory]
    [InlineData(Outcome.Fail, AuditDecision.Accepted, "It is planned only.")]
    [InlineData(Outcome.Fail, AuditDecision.Open, null)]
    [InlineData(Outcome.Fail, AuditDecision.Major, null)]
    [InlineData(Outcome.Pass, AuditDecision.Accepted, null)]
    [InlineData(Outcome.Partial, AuditDecision.Accepted, null)]
    [InlineData(Outcome.NotAssessed, AuditDecision.Accepted, null)]
    [InlineData(Outcome.NotApplicable, AuditDecision.Accepted, null)]
    public void All_else_needs_none(Outcome outcome, AuditDecision decision, string? note) => Assert.Null(WhyNot(outcome, decision, note));

    private static string? WhyNot(Outcome outcome, AuditDecision decision, string? note) =>
        Acceptance.WhyNot(RiskAcceptanceTests.Result(outcome, Severity.High), new() { Decision = decision, Note = note });
}
