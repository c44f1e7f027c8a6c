using System.ComponentModel.DataAnnotations;

namespace ComplianceHub.Domain.Audits;

/// <summary>
/// One shop as an audit froze it. The bytes lie under their hashes, and neither they nor this row ever change: the
/// database itself refuses it.
/// </summary>
public sealed class FrozenShop
{
    /// <summary>Made by us (UUID version 7).</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The audit.</summary>
    public Guid AuditId { get; set; }

    /// <summary>The shop.</summary>
    [References(typeof(Organisation.Shop))]
    public Guid ShopId { get; set; }

    /// <summary>The day that was frozen, in the shop's time zone.</summary>
    public DateOnly AsOf { get; set; }

    /// <summary>When it was frozen.</summary>
    public DateTimeOffset FrozenAt { get; set; }

    /// <summary>The number of the form of the snapshot's bytes.</summary>
    public int Schema { get; set; }

    /// <summary>The version of the law catalogue, such as 2026.11.</summary>
    [StringLength(20)]
    public string CatalogueVersion { get; set; } = "";

    /// <summary>Names the rules that the verdicts were computed with.</summary>
    [StringLength(64)]
    public string CatalogueHash { get; set; } = "";

    /// <summary>SHA-256 of the snapshot's bytes, in lower-case hex.</summary>
    [StringLength(64)]
    public string SnapshotSha256 { get; set; } = "";

    /// <summary>SHA-256 of the verdicts' bytes, in lower-case hex.</summary>
    [StringLength(64)]
    public string VerdictsSha256 { get; set; } = "";
}
