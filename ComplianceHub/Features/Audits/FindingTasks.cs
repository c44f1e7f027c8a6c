using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.Audits;

/// <summary>Keeps the remediation task of a finding in step with what the auditor decides, in the save of the decision.</summary>
internal sealed class FindingTasks(HubDbContext db, AuditStandings standings, TimeProvider time)
{
    /// <summary>Makes the task of a new finding, rewords that of a changed one, and withdraws that of a finding that is none
    /// any more unless somebody at the shop has touched it: then its privacy officer ends it.</summary>
    public async Task FollowAsync(AuditItem item, CancellationToken ct)
    {
        var task = await db.RemediationTasks.SingleOrDefaultAsync(row => row.ItemId == item.Id, ct);
        if (item.NeedsTask && task is null)
            db.Add(RemediationTask.Of(item, await TitleAsync(item, ct), await TodayAsync(item, ct)));
        else if (item.NeedsTask)
            task!.Follow(item, await TodayAsync(item, ct));
        else if (task is { IsUntouched: true })
            task.Withdraw("The auditor withdrew the finding.", item);
    }

    private async Task<string> TitleAsync(AuditItem item, CancellationToken ct)
    {
        var frozen = await db.FrozenShops.AsNoTracking().SingleAsync(row => row.AuditId == item.AuditId && row.ShopId == item.ShopId, ct);
        return (await standings.VerdictsAsync(frozen, ct)).SelectMany(readiness => readiness.Results)
            .Single(result => result.Requirement == item.RequirementId).Title;
    }

    private Task<DateOnly> TodayAsync(AuditItem item, CancellationToken ct) => ShopDay.TodayAsync(db, item.ShopId, time, ct);
}
