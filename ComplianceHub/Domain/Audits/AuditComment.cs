using System.ComponentModel.DataAnnotations;

namespace ComplianceHub.Domain.Audits;

/// <summary>What somebody said about a requirement in an audit. It is never changed.</summary>
public sealed class AuditComment
{
    /// <summary>Made by us (UUID version 7).</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The audit.</summary>
    public Guid AuditId { get; set; }

    /// <summary>The requirement of a shop that it is about.</summary>
    public Guid ItemId { get; set; }

    /// <summary>The shop.</summary>
    [References(typeof(Organisation.Shop))]
    public Guid ShopId { get; set; }

    /// <summary>Who said it.</summary>
    public Guid WrittenBy { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset WrittenAt { get; set; }

    /// <summary>The words.</summary>
    [Required(ErrorMessage = "Write the comment."), StringLength(4000, ErrorMessage = "Use at most 4,000 characters.")]
    public string Text { get; set; } = "";
}
