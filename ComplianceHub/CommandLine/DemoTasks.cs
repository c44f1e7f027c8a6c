using ComplianceHub.Data;
using ComplianceHub.Domain.Audits;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.CommandLine;

/// <summary>Takes the remediation tasks of a demo audit as far as its story says, by the steps that people take: each step in
/// a save of its own, because the save path lets none be skipped.</summary>
internal sealed class DemoTasks(HubDbContext db, Audit audit)
{
    private const int DaysOfWork = 40;
    private const int DaysToCheck = 12;

    private readonly List<(RemediationTask Task, RemediationState Reached)> _tasks = [];

    /// <summary>Adds the task of a finding to the save of its decision.</summary>
    public void Add(AuditItem item, string title, RemediationState reached)
    {
        var task = RemediationTask.Of(item, title, DateOnly.FromDateTime(item.DecidedAt!.Value.UtcDateTime));
        db.Add(task);
        _tasks.Add((task, reached));
    }

    /// <summary>Names owner and checker of what is worked on.</summary>
    public Task PlanAsync(CancellationToken ct) =>
        StepAsync(RemediationState.InProgress, task => task.Plan(RemediationPlan.Of(task) with { OwnerId = audit.SignerId, CheckerId = audit.PreparedBy }), ct);

    /// <summary>Does the work, with a file of the shop as evidence.</summary>
    public async Task WorkAsync(DateTimeOffset from, CancellationToken ct)
    {
        await StepAsync(RemediationState.InProgress, task => task.Start(), ct);
        if (await db.EvidenceFiles.Where(file => file.ShopId == audit.ShopIds[0]).OrderBy(file => file.FileName).Select(file => (Guid?)file.Id).FirstOrDefaultAsync(ct) is not { } evidence)
            return;
        await StepAsync(RemediationState.Done, task => task.Attach([evidence]), ct);
        await StepAsync(RemediationState.Done, task => task.Finish(audit.SignerId!.Value, from.AddDays(DaysOfWork), "Went through the register and filed what was missing."), ct);
        await StepAsync(RemediationState.Effective, task => task.Confirm(audit.PreparedBy, from.AddDays(DaysOfWork + DaysToCheck), "Read it again in the register: it is as it should be."), ct);
    }

    private async Task StepAsync(RemediationState needed, Action<RemediationTask> step, CancellationToken ct)
    {
        var reaching = _tasks.Where(one => one.Reached >= needed && one.Reached != RemediationState.Withdrawn).ToList();
        if (reaching.Count == 0)
            return;
        reaching.ForEach(one => step(one.Task));
        await db.SaveChangesAsync(ct);
    }
}
