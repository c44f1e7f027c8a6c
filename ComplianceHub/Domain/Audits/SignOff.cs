using System.ComponentModel.DataAnnotations;

namespace ComplianceHub.Domain.Audits;

/// <summary>
/// The act of signing an audit: who, when, how they proved that it is them, and what they said. It never changes: the
/// database itself refuses it.
/// </summary>
public sealed class SignOff
{
    /// <summary>Made by us (UUID version 7).</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The audit.</summary>
    public Guid AuditId { get; set; }

    /// <summary>The shops of the audit.</summary>
    [References(typeof(Organisation.Shop))]
    public List<Guid> ShopIds { get; set; } = [];

    /// <summary>The person who signed.</summary>
    public Guid SignedBy { get; set; }

    /// <summary>When they signed.</summary>
    public DateTimeOffset SignedAt { get; set; }

    /// <summary>How they proved that it is them: "Password and authenticator code".</summary>
    [StringLength(120)]
    public string Proof { get; set; } = "";

    /// <summary>What they state, printed on page 1 of the report.</summary>
    [Required(ErrorMessage = "Write your statement."), StringLength(4000, ErrorMessage = "Use at most 4,000 characters.")]
    public string Statement { get; set; } = "";

    /// <summary>The unresolved blockers that they acknowledged, one by one: the ids of the items.</summary>
    public List<Guid> Acknowledged { get; set; } = [];

    /// <summary>SHA-256 of everything that was signed, in lower-case hex.</summary>
    [StringLength(64)]
    public string ContentSha256 { get; set; } = "";

    /// <summary>SHA-256 of the report that was made of it and signed, in lower-case hex.</summary>
    [StringLength(64)]
    public string ReportSha256 { get; set; } = "";

    /// <summary>The short code that stands on the report: 7F3K-92QM-4TXD.</summary>
    [StringLength(14)]
    public string ReportCode { get; set; } = "";

    /// <summary>Why the report carries no confirmed time although a time-stamp server is set; null otherwise.</summary>
    [StringLength(400)]
    public string? TimeStampMissing { get; set; }
}
