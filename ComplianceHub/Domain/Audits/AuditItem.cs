using System.ComponentModel.DataAnnotations;

namespace ComplianceHub.Domain.Audits;

/// <summary>What an auditor decides about a requirement.</summary>
public enum AuditDecision
{
    /// <summary>Nothing yet.</summary>
    Open,

    /// <summary>The computed outcome is right, and there is no finding; a note says why where it fails.</summary>
    Accepted,

    /// <summary>A finding that puts the whole in doubt.</summary>
    Major,

    /// <summary>A finding of lesser weight.</summary>
    Minor,

    /// <summary>Something to improve that breaks nothing.</summary>
    Observation,

    /// <summary>A question that has to be answered first.</summary>
    Question,

    /// <summary>The breach stays until a day, and somebody answers for it.</summary>
    RiskAccepted,
}

/// <summary>One requirement of one shop in an audit, with what the auditor decided about it.</summary>
public sealed class AuditItem : IVersioned, IValidatableObject
{
    /// <inheritdoc />
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>The audit.</summary>
    public Guid AuditId { get; set; }

    /// <summary>The shop.</summary>
    [References(typeof(Organisation.Shop))]
    public Guid ShopId { get; set; }

    /// <summary>The requirement's id, for example GDPR-28-3.</summary>
    [StringLength(40)]
    public string RequirementId { get; set; } = "";

    /// <summary>The decision.</summary>
    [Editable(true)]
    public AuditDecision Decision { get; set; }

    /// <summary>What was found, what is asked, or why there is no finding; needed for a question, an accepted risk, and a
    /// failing requirement that is accepted as it is.</summary>
    [Editable(true), StringLength(4000, ErrorMessage = "Use at most 4,000 characters.")]
    public string? Note { get; set; }

    /// <summary>Why it came to this; needed for a major or minor finding.</summary>
    [Editable(true), StringLength(4000, ErrorMessage = "Use at most 4,000 characters.")]
    public string? RootCause { get; set; }

    /// <summary>What should be done; needed for a major or minor finding and an observation.</summary>
    [Editable(true), StringLength(4000, ErrorMessage = "Use at most 4,000 characters.")]
    public string? Recommendation { get; set; }

    /// <summary>The last day on which an accepted risk counts as accepted.</summary>
    [Editable(true)]
    public DateOnly? RiskAcceptedUntil { get; set; }

    /// <summary>The person who decided; null while it is open.</summary>
    public Guid? DecidedBy { get; set; }

    /// <summary>When; null while it is open.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Whether the audit can be handed in with it: neither open nor a question.</summary>
    public bool IsDecided => Decision is not (AuditDecision.Open or AuditDecision.Question);

    /// <summary>Whether it is a finding: something that breaks a rule.</summary>
    public bool IsFinding => Decision is AuditDecision.Major or AuditDecision.Minor;

    /// <summary>Whether the shop has something to remedy, by a <see cref="RemediationTask"/>.</summary>
    public bool NeedsTask => IsFinding || Decision == AuditDecision.Observation;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Decision == AuditDecision.Question && string.IsNullOrWhiteSpace(Note))
            yield return new("Write the question.", [nameof(Note)]);
        if (IsFinding && string.IsNullOrWhiteSpace(RootCause))
            yield return new("Say why it came to this.", [nameof(RootCause)]);
        if ((IsFinding || Decision == AuditDecision.Observation) && string.IsNullOrWhiteSpace(Recommendation))
            yield return new("Say what should be done.", [nameof(Recommendation)]);
        if (Decision == AuditDecision.RiskAccepted && RiskAcceptedUntil is null)
            yield return new("Enter the day until which the risk is accepted.", [nameof(RiskAcceptedUntil)]);
        if (Decision == AuditDecision.RiskAccepted && string.IsNullOrWhiteSpace(Note))
            yield return new("Say why the risk is accepted.", [nameof(Note)]);
    }
}
