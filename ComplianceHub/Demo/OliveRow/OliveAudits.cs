using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;

namespace ComplianceHub.Demo.OliveRow;

/// <summary>The audit of Olive Row, signed in June 2026: its registers still say the same.</summary>
internal static class OliveAudits
{
    public static readonly DemoAudit Signed = new("olive-row", "Privacy audit 2026", ["GDPR", "CCPA"], new(2025, 6, 1), new(2026, 5, 31), Decide)
    {
        FrozenAt = new(2026, 6, 8, 8, 30, 0, TimeSpan.Zero),
        SignedAt = new(2026, 6, 12, 9, 15, 0, TimeSpan.Zero),
        Statement = "The registers are complete and were reviewed in February. I sign without reservation.",
    };

    private static DemoDecision? Decide(FrozenResult result) => result.Outcome is Outcome.Pass or Outcome.NotApplicable
        ? new(AuditDecision.Accepted)
        : new(AuditDecision.Observation, result.Summary, Recommendation: "Look at it again before the next audit.", Remedied: RemediationState.Effective);
}
