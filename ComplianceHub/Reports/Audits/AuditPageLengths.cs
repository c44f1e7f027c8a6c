namespace ComplianceHub.Reports.Audits;

/// <summary>How much the first page of an audit report says. It always fits one page: what is shortened there stands
/// whole behind it.</summary>
/// <param name="Lengths">Of names and sentences.</param>
/// <param name="Statement">Letters of the manager's statement.</param>
/// <param name="Rows">Unresolved blockers, and shops where there are several.</param>
/// <param name="HasFixes">Whether it names the repairs with the most effect.</param>
internal sealed record AuditPageLengths(FirstPageLengths Lengths, int Statement, int Rows, bool HasFixes)
{
    /// <summary>The fullest first.</summary>
    public static readonly IReadOnlyList<AuditPageLengths> All =
    [
        new(FirstPageLengths.Whole, int.MaxValue, int.MaxValue, HasFixes: true),
        new(FirstPageLengths.Short, 700, 5, HasFixes: true),
        new(FirstPageLengths.Short, 400, 3, HasFixes: true),
        new(FirstPageLengths.Short, 500, 4, HasFixes: false),
    ];
}
