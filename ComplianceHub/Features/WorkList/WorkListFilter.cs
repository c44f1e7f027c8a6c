using ComplianceHub.Domain.Audits;

namespace ComplianceHub.Features.WorkList;

/// <summary>Which tasks the list shows; it stands in the address.</summary>
public sealed record WorkListFilter
{
    /// <summary>How many tasks a page holds.</summary>
    public const int PageSize = 25;

    /// <summary>How far they have come; null for all that are unfinished.</summary>
    public RemediationState? State { get; init; }

    /// <summary>Only tasks that the reader owns or is to check.</summary>
    public bool IsMine { get; init; }

    /// <summary>Only tasks whose work or check is late.</summary>
    public bool IsOverdue { get; init; }

    /// <summary>Part of a requirement's title or id, or of the task's number.</summary>
    public string? Search { get; init; }

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;
}
