using System.ComponentModel.DataAnnotations;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Domain.Audits;

/// <summary>What a person stated about one requirement of one shop, until it lapses. The latest one counts.</summary>
public sealed class Attestation : RegisterRecord
{
    /// <summary>The shop.</summary>
    [References(typeof(Organisation.Shop))]
    public Guid ShopId { get; set; }

    /// <summary>The requirement, for example GDPR-24.</summary>
    [StringLength(40)]
    public string RequirementId { get; set; } = "";

    /// <summary>The answer.</summary>
    [Editable(true)]
    public AttestationAnswer Answer { get; set; }

    /// <summary>Who stated it.</summary>
    [Editable(true), Required(ErrorMessage = "Enter who states this."), StringLength(120, ErrorMessage = "Use at most 120 characters."), PersonalData]
    public string StatedBy { get; set; } = "";

    /// <summary>The day of the statement.</summary>
    [Editable(true)]
    public DateOnly StatedOn { get; set; }

    /// <summary>The last day on which it counts.</summary>
    [Editable(true)]
    public DateOnly ValidUntil { get; set; }

    /// <summary>A note.</summary>
    [Editable(true), StringLength(4000, ErrorMessage = "Use at most 4,000 characters.")]
    public string? Note { get; set; }

    /// <summary>Files that support it.</summary>
    [Editable(true), References(typeof(EvidenceFile))]
    public List<Guid> EvidenceIds { get; set; } = [];

    /// <inheritdoc />
    public override string DisplayName => $"{RequirementId}, {StatedOn:d MMM yyyy}";

    /// <inheritdoc />
    public override Register Register => Register.Attestations;
}

/// <summary>The answer to an attestation's question.</summary>
public enum AttestationAnswer
{
    /// <summary>True in whole.</summary>
    Yes,

    /// <summary>True in part.</summary>
    Partly,

    /// <summary>Not true.</summary>
    No,

    /// <summary>Does not apply; the note says why.</summary>
    NotApplicable,
}
