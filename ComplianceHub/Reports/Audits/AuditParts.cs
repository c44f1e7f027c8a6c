using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Domain.AuditLog;

namespace ComplianceHub.Reports.Audits;

/// <summary>A task that came of a finding, as it stood when the report was made.</summary>
/// <param name="Label">As people speak of it: T-118.</param>
/// <param name="Owner">Who has to do it; null while nobody has.</param>
/// <param name="Due">By when.</param>
/// <param name="State">In a word: open, done, effective.</param>
/// <param name="Check">Who found whether it had effect, when and how; null before.</param>
public sealed record AuditTask(string Label, string? Owner, DateOnly Due, string State, string? Check);

/// <summary>The signed audit of the same shops that came before.</summary>
/// <param name="Title">Its title; null when it covered other shops too.</param>
/// <param name="SignedOn">The day on which it was signed.</param>
/// <param name="Verdicts">What it said, by shop.</param>
public sealed record EarlierAudit(string? Title, DateOnly SignedOn, IReadOnlyDictionary<Guid, IReadOnlyList<FrozenReadiness>> Verdicts)
{
    /// <summary>Its id.</summary>
    public Guid Id { get; init; }

    /// <summary>Whether what was signed then is missing or altered, so that nothing can be compared with it.</summary>
    public bool IsAltered { get; init; }
}

/// <summary>Where the audit log stood when the report was made. Whoever holds the report can tell a log that was written
/// anew since.</summary>
/// <param name="Heads">The last entry of the log of each shop.</param>
/// <param name="Checkpoint">The checkpoint that covers them.</param>
public sealed record LogAnchor(IReadOnlyList<ChainHead> Heads, LogCheckpoint Checkpoint);

/// <summary>How somebody who holds the report can check it.</summary>
/// <param name="Code">The short code.</param>
/// <param name="Address">Where this installation checks reports; null when its address is not set.</param>
/// <param name="Fingerprint">SHA-256 of the certificate that signs the file, in lower-case hex.</param>
public sealed record ReportSeal(string Code, Uri? Address, string Fingerprint);

/// <summary>For whom a draft was printed, and when: so that a copy that turns up somewhere says whose it was.</summary>
/// <param name="Reader">The name.</param>
/// <param name="At">When.</param>
public sealed record DraftCopy(string Reader, DateTimeOffset At);
