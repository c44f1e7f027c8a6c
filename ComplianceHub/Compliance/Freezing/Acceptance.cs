using ComplianceHub.Domain.Audits;

namespace ComplianceHub.Compliance.Freezing;

/// <summary>What an auditor owes who accepts a result as it was computed.</summary>
public static class Acceptance
{
    /// <summary>Whether a result is accepted with a note alone: it is a breach, and gets no finding.</summary>
    public static bool NeedsNote(FrozenResult result) => result is { Outcome: Outcome.Fail };

    /// <summary>Why a decision on a result may not be recorded, in a sentence; null when it may. A breach that gets neither a
    /// finding nor a word would look overlooked to whoever signs.</summary>
    public static string? WhyNot(FrozenResult result, AuditItem decision)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(decision);
        return decision.Decision == AuditDecision.Accepted && NeedsNote(result) && string.IsNullOrWhiteSpace(decision.Note)
            ? "This requirement fails. Say why it gets no finding, or record one."
            : null;
    }
}
