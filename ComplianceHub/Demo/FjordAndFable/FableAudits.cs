using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;

namespace ComplianceHub.Demo.FjordAndFable;

/// <summary>The audits of Fjord &amp; Fable: one signed in March 2026, before its call centre moved, and one in fieldwork.</summary>
internal static class FableAudits
{
    public static readonly DemoAudit Signed = new("fjord-and-fable", "Spring privacy audit 2026", ["GDPR", "CCPA"], new(2025, 3, 1), new(2026, 2, 28), DecideInSpring)
    {
        FrozenAt = new(2026, 3, 16, 9, 0, 0, TimeSpan.Zero),
        SignedAt = new(2026, 3, 24, 13, 32, 0, TimeSpan.Zero),
        Statement = "We know what is missing and who works on it. Session replay stays off until its agreement is filed. I ask for a report on the open findings by the end of June.",
    };

    public static readonly DemoAudit InFieldwork = new("fjord-and-fable", "Annual privacy audit 2026", ["GDPR", "CCPA"], new(2025, 11, 1), new(2026, 10, 31), DecideInAutumn);

    private static DemoDecision? DecideInSpring(FrozenResult result) => result switch
    {
        { Outcome: Outcome.Fail } => new(AuditDecision.Major, result.Summary, "Nobody is asked before a tool is switched on.", "Give each purchase a privacy check, and repair what it finds first.", "We start with the blockers.", RemediationState.InProgress),
        { Outcome: Outcome.Partial } => new(AuditDecision.Minor, result.Summary, "The registers are not kept up to date between audits.", "Review the registers every quarter.", Remedied: RemediationState.Done),
        { Outcome: Outcome.NotAssessed } => new(AuditDecision.Observation, "Nobody could say.", Recommendation: "Record the answer, or who can give it."),
        _ => new(AuditDecision.Accepted),
    };

    private static DemoDecision? DecideInAutumn(FrozenResult result) => result.Requirement switch
    {
        "GDPR-44" => new(AuditDecision.Major, "Agents in India open tickets with names and addresses.", "The call centre moved, and nobody asked what that means.", "Agree on standard clauses, or take the access away.", "Access ends on 15 December unless the clauses are signed.", RemediationState.InProgress),
        "GDPR-28-3" => new(AuditDecision.Major, "No agreement with the session-replay tool; the clause on audits is absent in another.", "Marketing switched it on without the vendor check.", "Sign before data flows again.", "It has been off since 17 November. The signed agreement is expected by 4 December."),
        "GDPR-28-1" => new(AuditDecision.Question, "Who checked the four processors that have no due diligence on file?", Reply: "We are asking procurement."),
        "GDPR-46-TIA" => new(AuditDecision.Observation, "The assessments read alike.", Recommendation: "Say in each what the importer really does with the data."),
        "GDPR-30-1" => new(AuditDecision.Minor, "One activity has no time limit.", "The activity was copied from another shop.", "Record the time limit."),
        _ when result.Outcome is Outcome.Pass or Outcome.NotApplicable && result.Requirement.StartsWith("GDPR", StringComparison.Ordinal) => new(AuditDecision.Accepted),
        _ => null,
    };
}
