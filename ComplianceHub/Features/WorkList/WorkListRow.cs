using System.Linq.Expressions;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Organisation;

namespace ComplianceHub.Features.WorkList;

/// <summary>A shop as the work list names it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Slug">Its part of addresses.</param>
/// <param name="Name">What customers call it.</param>
/// <param name="TimeZone">Where its days begin (IANA).</param>
public sealed record WorkListShop(Guid Id, string Slug, string Name, string? TimeZone)
{
    /// <summary>What is read of a shop.</summary>
    internal static Expression<Func<Shop, WorkListShop>> Of { get; } = shop => new(shop.Id, shop.Slug, shop.Name, shop.TimeZone);
}

/// <summary>A task in the list.</summary>
/// <param name="Task">The task, without its long texts.</param>
/// <param name="Shop">The shop that remedies.</param>
/// <param name="Owner">The owner's name; null while nobody owns it.</param>
/// <param name="IsOverdue">Whether the work or the check is late today at the shop.</param>
/// <param name="IsMine">Whether the reader owns it or is to check it.</param>
public sealed record WorkListRow(RemediationTask Task, WorkListShop Shop, string? Owner, bool IsOverdue, bool IsMine);

/// <summary>A page of the work list, with the numbers of its filters.</summary>
/// <param name="Rows">The tasks: the most urgent first.</param>
/// <param name="Total">How many the filter lets pass.</param>
/// <param name="States">How many tasks there are in each state.</param>
/// <param name="Mine">How many unfinished ones are the reader's.</param>
/// <param name="Overdue">How many are late.</param>
/// <param name="Shop">The shop of the page; null on that of all shops.</param>
public sealed record WorkListPageRows(
    IReadOnlyList<WorkListRow> Rows, int Total, IReadOnlyDictionary<RemediationState, int> States, int Mine, int Overdue, WorkListShop? Shop)
{
    /// <summary>How many tasks there are, finished ones too.</summary>
    public int All => States.Values.Sum();
}
