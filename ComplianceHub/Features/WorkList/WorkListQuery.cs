using ComplianceHub.Data;
using ComplianceHub.Domain.Audits;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.WorkList;

/// <summary>Reads the work list of a shop, or of all whose registers the person reads.</summary>
public sealed class WorkListQuery(HubDb hub)
{
    /// <summary>One page of it; null when the shop is not there for the person, or they read no register.</summary>
    public async Task<WorkListPageRows?> PageAsync(string? slug, WorkListFilter filter, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = await hub.OpenAsync(ct);
        var shop = slug is null ? null : await db.Shops.AsNoTracking().Where(one => one.Slug == slug).Select(WorkListShop.Of).SingleOrDefaultAsync(ct);
        if (!db.Access.ReadsRegisters || (slug is not null && (shop is null || !db.Access.MayReadRegisters(shop.Id))))
            return null;
        var tasks = shop is null ? db.TasksOfRegisters.AsNoTracking() : db.TasksOfRegisters.AsNoTracking().Where(task => task.ShopId == shop.Id);
        var states = await tasks.GroupBy(task => task.State).ToDictionaryAsync(group => group.Key, group => group.Count(), ct);
        // What is unfinished is little, and whether it is late depends on the day at each shop; what is finished grows for ever.
        var unfinished = await RowsAsync(db, Short(tasks.Where(RemediationTask.Unfinished)), ct);
        var (rows, total) = filter.State is RemediationState.Effective or RemediationState.Withdrawn
            ? await FinishedAsync(db, tasks, filter, ct)
            : Page([.. unfinished.Where(row => Passes(row, filter))], filter);
        return new(rows, total, states, unfinished.Count(row => row.IsMine), unfinished.Count(row => row.IsOverdue), shop);
    }

    // Without what was written, which nobody reads in a list.
    private static IQueryable<RemediationTask> Short(IQueryable<RemediationTask> tasks) => tasks.Select(task => new RemediationTask
    {
        Id = task.Id,
        Number = task.Number,
        ShopId = task.ShopId,
        RequirementId = task.RequirementId,
        Title = task.Title,
        OwnerId = task.OwnerId,
        CheckerId = task.CheckerId,
        State = task.State,
        Priority = task.Priority,
        DueOn = task.DueOn,
        CheckDueOn = task.CheckDueOn,
        CheckedAt = task.CheckedAt,
    });

    private static async Task<List<WorkListRow>> RowsAsync(HubDbContext db, IQueryable<RemediationTask> tasks, CancellationToken ct)
    {
        var found = await tasks.ToListAsync(ct);
        List<Guid> ids = [.. found.Select(task => task.ShopId).Distinct()];
        var shops = await db.Shops.AsNoTracking().Where(shop => ids.Contains(shop.Id)).Select(WorkListShop.Of).ToDictionaryAsync(shop => shop.Id, ct);
        var names = await PersonNames.OfAsync(db, found.Select(task => task.OwnerId), ct);
        var me = db.Access.UserId;
        return
        [
            .. found.Where(task => shops.ContainsKey(task.ShopId)).Select(task => new WorkListRow(
                task,
                shops[task.ShopId],
                task.OwnerId is { } owner ? names.GetValueOrDefault(owner, "A former user") : null,
                task.IsOverdueOn(ShopDay.Of(db.Clock.GetUtcNow(), shops[task.ShopId].TimeZone)),
                me is not null && (task.OwnerId == me || (task.State == RemediationState.Done && task.CheckerId == me))))
                .OrderBy(row => row.Task.NextDay).ThenByDescending(row => row.Task.Priority).ThenBy(row => row.Task.Number),
        ];
    }

    private static async Task<(IReadOnlyList<WorkListRow> Rows, int Total)> FinishedAsync(HubDbContext db, IQueryable<RemediationTask> tasks, WorkListFilter filter, CancellationToken ct)
    {
        var finished = tasks.Where(task => task.State == filter.State);
        if (filter is not { IsMine: false, IsOverdue: false, Search: null or "" })
            return Page([.. (await RowsAsync(db, Short(finished), ct)).Where(row => Passes(row, filter)).OrderByDescending(row => row.Task.Number)], filter);
        var page = finished.OrderByDescending(task => task.Number).Skip((filter.Page - 1) * WorkListFilter.PageSize).Take(WorkListFilter.PageSize);
        return ([.. (await RowsAsync(db, Short(page), ct)).OrderByDescending(row => row.Task.Number)], await finished.CountAsync(ct));
    }

    private static (IReadOnlyList<WorkListRow> Rows, int Total) Page(IReadOnlyList<WorkListRow> rows, WorkListFilter filter) =>
        ([.. rows.Skip((filter.Page - 1) * WorkListFilter.PageSize).Take(WorkListFilter.PageSize)], rows.Count);

    private static bool Passes(WorkListRow row, WorkListFilter filter) =>
        (filter.State is null || row.Task.State == filter.State)
        && (!filter.IsMine || row.IsMine)
        && (!filter.IsOverdue || row.IsOverdue)
        && (string.IsNullOrWhiteSpace(filter.Search)
            || SortKey.Of($"{row.Task.Name} {row.Task.RequirementId} {row.Task.Title}").Contains(SortKey.Of(filter.Search).Trim(), StringComparison.Ordinal));
}
