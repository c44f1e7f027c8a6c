using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Compliance.Freezing;

/// <summary>Catalogue 11.6: a soft defect or a failing requirement that is no blocker may be accepted until a day.</summary>
public sealed class RiskAcceptanceTests
{
    private const string Blocker = "A failing blocker cannot be accepted as a risk. Record a finding.";
    private const string BrokenInPart = "This is met in part because the law is broken in part, which cannot be accepted as a risk. Record a finding.";

    [Theory]
    [InlineData(Severity.Critical), InlineData(Severity.High), InlineData(Severity.Medium), InlineData(Severity.Low)]
    public void What_fails_and_is_no_blocker_may_be_accepted(Severity severity) =>
        Assert.Null(RiskAcceptance.WhyNot(GivenFrozen.Result(Outcome.Fail, severity, FindingSeverity.Hard)));

    [Theory]
    [InlineData(Severity.Blocker), InlineData(Severity.Critical), InlineData(Severity.Low)]
    public void What_weakens_the_evidence_may_be_accepted_even_of_a_blocker(Severity severity) =>
        Assert.Null(RiskAcceptance.WhyNot(GivenFrozen.Result(Outcome.Partial, severity, FindingSeverity.Soft, FindingSeverity.Soft)));

    [Theory]
    [InlineData(Outcome.Fail, Severity.Blocker, Blocker, FindingSeverity.Hard)]
    [InlineData(Outcome.Fail, Severity.Blocker, Blocker, FindingSeverity.Soft)]
    [InlineData(Outcome.Partial, Severity.Blocker, BrokenInPart, FindingSeverity.Hard)]
    [InlineData(Outcome.Partial, Severity.Low, BrokenInPart, FindingSeverity.Hard)]
    [InlineData(Outcome.Partial, Severity.Medium, BrokenInPart, FindingSeverity.Soft, FindingSeverity.Hard)]
    [InlineData(Outcome.NotAssessed, Severity.Blocker, "Nobody knows yet whether there is a risk. Ask the question instead.")]
    [InlineData(Outcome.NotAssessed, Severity.Low, "Nobody knows yet whether there is a risk. Ask the question instead.")]
    [InlineData(Outcome.Pass, Severity.Critical, "There is no risk to accept.")]
    [InlineData(Outcome.NotApplicable, Severity.Critical, "There is no risk to accept.")]
    public void Anything_else_is_refused_with_what_to_do_instead(Outcome outcome, Severity severity, string sentence, params FindingSeverity[] findings) =>
        Assert.Equal(sentence, RiskAcceptance.WhyNot(GivenFrozen.Result(outcome, severity, findings)));
}
