using ComplianceHub.Domain.Audits;

namespace ComplianceHub.Features.Audits;

/// <summary>Which audits the list shows; it stands in the address.</summary>
public sealed record AuditFilter
{
    /// <summary>How many audits a page holds.</summary>
    public const int PageSize = 25;

    /// <summary>Part of a title.</summary>
    public string? Search { get; init; }

    /// <summary>How far it has come; null for any.</summary>
    public AuditState? State { get; init; }

    /// <summary>A shop that it covers, by its part of the address; null for any.</summary>
    public string? Shop { get; init; }

    /// <summary>Only audits in which the next step is the reader's.</summary>
    public bool WaitsForMe { get; init; }

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;
}
