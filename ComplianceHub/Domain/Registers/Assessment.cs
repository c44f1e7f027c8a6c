using System.ComponentModel.DataAnnotations;

namespace ComplianceHub.Domain.Registers;

/// <summary>A dated assessment with its outcome, who approved it and its file.</summary>
public sealed class Assessment : OwnedRecord
{
    /// <summary>What was assessed.</summary>
    [Editable(true)]
    public AssessmentKind Kind { get; set; }

    /// <summary>The assessment's title.</summary>
    [Editable(true), Required(ErrorMessage = "Enter the title of the assessment."), StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string Title { get; set; } = "";

    /// <summary>The activities it covers.</summary>
    [Editable(true), References(typeof(ProcessingActivity))]
    public List<Guid> ActivityIds { get; set; } = [];

    /// <summary>The transfers it covers.</summary>
    [Editable(true), References(typeof(Transfer))]
    public List<Guid> TransferIds { get; set; } = [];

    /// <summary>The day on which it was completed; null while it is open.</summary>
    [Editable(true)]
    public DateOnly? CompletedOn { get; set; }

    /// <summary>What it came to.</summary>
    [Editable(true)]
    public AssessmentOutcome Outcome { get; set; }

    /// <summary>Who approved it; empty when nobody did.</summary>
    [Editable(true), StringLength(120, ErrorMessage = "Use at most 120 characters."), PersonalData]
    public string? ApprovedBy { get; set; }

    /// <summary>Its last day; null when the usual period counts.</summary>
    [Editable(true)]
    public DateOnly? ValidUntil { get; set; }

    /// <summary>The interest that is pursued (legitimate interests, step 1).</summary>
    [Editable(true), StringLength(4000, ErrorMessage = "Use at most 4,000 characters.")]
    public string? Interest { get; set; }

    /// <summary>Why the processing is necessary (step 2).</summary>
    [Editable(true), StringLength(4000, ErrorMessage = "Use at most 4,000 characters.")]
    public string? Necessity { get; set; }

    /// <summary>How the interests were balanced (step 3).</summary>
    [Editable(true), StringLength(4000, ErrorMessage = "Use at most 4,000 characters.")]
    public string? Balancing { get; set; }

    /// <summary>The safeguards.</summary>
    [Editable(true), StringLength(4000, ErrorMessage = "Use at most 4,000 characters.")]
    public string? Safeguards { get; set; }

    /// <summary>The assessment as a file.</summary>
    [Editable(true), References(typeof(EvidenceFile))]
    public Guid? EvidenceId { get; set; }

    /// <inheritdoc />
    public override string DisplayName => Title;

    /// <inheritdoc />
    public override Register Register => Register.Assessments;
}

/// <summary>What an assessment is about.</summary>
public enum AssessmentKind
{
    /// <summary>Legitimate interests, Art. 6(1)(f) GDPR.</summary>
    LegitimateInterests,

    /// <summary>Data protection impact, Art. 35 GDPR.</summary>
    DataProtectionImpact,

    /// <summary>Transfer impact, clause 14 of the standard clauses.</summary>
    TransferImpact,

    /// <summary>Risk assessment, 11 CCR § 7150.</summary>
    CaliforniaRisk,

    /// <summary>Compatibility of a further purpose, Art. 6(4) GDPR.</summary>
    Compatibility,

    /// <summary>Cybersecurity audit, 11 CCR § 7120.</summary>
    CybersecurityAudit,
}

/// <summary>What an assessment came to.</summary>
public enum AssessmentOutcome
{
    /// <summary>Not decided.</summary>
    Open,

    /// <summary>It passes; for a transfer: the protection is adequate.</summary>
    Adequate,

    /// <summary>It passes with measures that are in place.</summary>
    AdequateWithMeasures,

    /// <summary>It does not pass.</summary>
    NotAdequate,
}
