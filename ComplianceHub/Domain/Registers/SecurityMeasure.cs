using System.ComponentModel.DataAnnotations;

namespace ComplianceHub.Domain.Registers;

/// <summary>A technical or organisational measure (Art. 32 GDPR; codes T1 to T23 of catalogue 9.7).</summary>
public sealed class SecurityMeasure : OwnedRecord
{
    /// <summary>The code of the taxonomy, T1 to T23.</summary>
    [Editable(true), Required(ErrorMessage = "Choose the measure."), RegularExpression("^T([1-9]|1[0-9]|2[0-3])$", ErrorMessage = "Choose a code from T1 to T23.")]
    public string Code { get; set; } = "";

    /// <summary>What is done.</summary>
    [Editable(true), Required(ErrorMessage = "Enter what is done."), StringLength(300, ErrorMessage = "Use at most 300 characters.")]
    public string Name { get; set; } = "";

    /// <summary>Planned, implemented or verified.</summary>
    [Editable(true)]
    public MeasureStatus Status { get; set; }

    /// <summary>When it was last verified; null when never.</summary>
    [Editable(true)]
    public DateOnly? VerifiedOn { get; set; }

    /// <summary>The activities it protects; empty with no systems means all of them.</summary>
    [Editable(true), References(typeof(ProcessingActivity))]
    public List<Guid> ActivityIds { get; set; } = [];

    /// <summary>The systems it protects.</summary>
    [Editable(true), References(typeof(DataSystem))]
    public List<Guid> SystemIds { get; set; } = [];

    /// <summary>Proof of the measure.</summary>
    [Editable(true), References(typeof(EvidenceFile))]
    public List<Guid> EvidenceIds { get; set; } = [];

    /// <inheritdoc />
    public override string DisplayName => $"{Code} {Name}";

    /// <inheritdoc />
    public override Register Register => Register.Measures;
}

/// <summary>How far a measure has come.</summary>
public enum MeasureStatus
{
    /// <summary>Not there yet.</summary>
    Planned,

    /// <summary>In place.</summary>
    Implemented,

    /// <summary>In place, and somebody has checked it.</summary>
    Verified,
}
