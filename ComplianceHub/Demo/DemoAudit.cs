using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Domain.Audits;

namespace ComplianceHub.Demo;

/// <summary>What the demo's auditor decides about a requirement.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Note">What was found, or what is asked.</param>
/// <param name="RootCause">Why it came to this.</param>
/// <param name="Recommendation">What should be done.</param>
/// <param name="Reply">What the privacy officer says to it; null for nothing.</param>
/// <param name="Remedied">How far the task of a finding has come since; one that is open has no owner.</param>
public sealed record DemoDecision(
    AuditDecision Decision, string? Note = null, string? RootCause = null, string? Recommendation = null, string? Reply = null, RemediationState Remedied = RemediationState.Open);

/// <summary>One audit of the demo: a story of days that the demo was not there, so its signature is marked as a demo signature.</summary>
/// <param name="Shop">The short name of its shop.</param>
/// <param name="Title">Its title.</param>
/// <param name="Regulations">The ids of its regulations.</param>
/// <param name="From">The first day of its period.</param>
/// <param name="Until">The last day of its period.</param>
/// <param name="Decide">What is decided about a result; null leaves it open.</param>
public sealed record DemoAudit(string Shop, string Title, IReadOnlyList<string> Regulations, DateOnly From, DateOnly Until, Func<FrozenResult, DemoDecision?> Decide)
{
    /// <summary>When its shop was frozen; null for the moment in which the demo is loaded.</summary>
    public DateTimeOffset? FrozenAt { get; init; }

    /// <summary>When it was signed; null while it is in fieldwork.</summary>
    public DateTimeOffset? SignedAt { get; init; }

    /// <summary>What the manager stated.</summary>
    public string Statement { get; init; } = "";
}

/// <summary>Puts audits of the demo on record. They are signed above the data, so the program says how.</summary>
/// <param name="audits">The audits, the earliest first.</param>
/// <param name="ct">Ends the wait.</param>
public delegate Task RecordDemoAudits(IReadOnlyList<DemoAudit> audits, CancellationToken ct);
