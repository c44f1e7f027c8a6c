using ComplianceHub.Data;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Registers;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.WorkList;

/// <summary>Reads one remediation task.</summary>
public sealed class TaskQuery(HubDb hub)
{
    private const int MostOffered = 500;

    /// <summary>The task; null when there is none, or none of a shop whose registers the person reads.</summary>
    public async Task<OpenedTask?> FindAsync(Guid taskId, CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(ct);
        if (await db.TasksOfRegisters.AsNoTracking().SingleOrDefaultAsync(row => row.Id == taskId, ct) is not { } task)
            return null;
        var shop = await db.Shops.AsNoTracking().Where(row => row.Id == task.ShopId).Select(WorkListShop.Of).SingleAsync(ct);
        // Of an audit of several shops the person may see nothing but that this finding stands.
        var item = await db.AuditItems.IgnoreQueryFilters().AsNoTracking().SingleAsync(row => row.Id == task.ItemId, ct);
        var whyNot = db.Access.UserId is { } reader && task.State == RemediationState.Done ? await RemediationEvidence.WhyNotCheckedAsync(db, task, reader, ct) : null;
        var rights = RightsOf(db.Access, task, item, whyNot);
        return new()
        {
            Task = task,
            Shop = shop,
            Audit = await db.AuditsOfRegisters.Where(audit => audit.Id == task.AuditId).Select(audit => audit.Title).SingleOrDefaultAsync(ct),
            Evidence = await FilesAsync(db, task.EvidenceIds, ct),
            EarlierEvidence = await FilesAsync(db, task.EarlierEvidenceIds, ct),
            Offered = rights.MayWork && task.State == RemediationState.InProgress ? await OfferedAsync(db, task, ct) : [],
            Writers = rights.MayPlan ? await ShopWriters.OfAsync(db, task.ShopId, ct) : [],
            Names = await PersonNames.OfAsync(db, [task.OwnerId, task.CheckerId, task.DoneBy, task.CheckedBy], ct),
            Rights = rights,
            Today = ShopDay.Of(db.Clock.GetUtcNow(), shop.TimeZone),
        };
    }

    private static Task<List<EvidenceFile>> FilesAsync(HubDbContext db, List<Guid> ids, CancellationToken ct) =>
        db.EvidenceFiles.AsNoTracking().Where(file => ids.Contains(file.Id)).OrderBy(file => file.FileName).ToListAsync(ct);

    private static Task<List<EvidenceFile>> OfferedAsync(HubDbContext db, RemediationTask task, CancellationToken ct) =>
        db.EvidenceFiles.AsNoTracking().Where(file => (file.ShopId == task.ShopId || file.ShopId == null) && file.RetiredOn == null && !task.EvidenceIds.Contains(file.Id) && !task.EarlierEvidenceIds.Contains(file.Id))
            .OrderBy(file => file.FileName).Take(MostOffered).ToListAsync(ct);

    private static TaskRights RightsOf(Access access, RemediationTask task, AuditItem item, string? whyNotChecked)
    {
        var (keeps, attests) = (access.MayKeepRegisters(task.ShopId), access.MayAttest(task.ShopId));
        var isOwner = access.UserId is { } me && me == task.OwnerId;
        return new(
            keeps && task.IsUnfinished,
            attests && task is { State: RemediationState.Open, OwnerId: null },
            task.OwnerId is not null && (keeps || (isOwner && attests)),
            attests && task.State == RemediationState.Done,
            whyNotChecked,
            keeps && task.IsUnfinished && !item.NeedsTask);
    }
}
