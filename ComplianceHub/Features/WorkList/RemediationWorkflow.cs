using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.WorkList;

/// <summary>The steps of a remediation task, each in one save. Each takes the version that the person had before them: who
/// was overtaken is told, and nothing is overwritten.</summary>
public sealed class RemediationWorkflow(HubDb hub, TimeProvider time)
{
    /// <summary>Plans who does it, who checks it, and until when.</summary>
    /// <exception cref="DomainException">A rule is broken, or a person named holds no grant for the shop.</exception>
    /// <exception cref="RecordConflictException">Somebody took a step in the meantime.</exception>
    public Task PlanAsync(Guid taskId, int version, RemediationPlan plan, CancellationToken ct = default) =>
        StepAsync(taskId, version, (_, task, _) => task.Plan(plan), ct);

    /// <summary>Makes whoever is signed in the owner of a task that has none.</summary>
    /// <exception cref="DomainException">Somebody owns it already, or it is closed.</exception>
    /// <exception cref="RecordConflictException">Somebody took a step in the meantime.</exception>
    public Task TakeAsync(Guid taskId, int version, CancellationToken ct = default) => StepAsync(taskId, version, (_, task, me) =>
    {
        if (task.OwnerId is not null)
            throw new DomainException("Somebody owns this task already.");
        task.Plan(RemediationPlan.Of(task) with { OwnerId = me });
    }, ct);

    /// <summary>Begins the work.</summary>
    /// <exception cref="DomainException">It is not open, or nobody owns it.</exception>
    /// <exception cref="RecordConflictException">Somebody took a step in the meantime.</exception>
    public Task StartAsync(Guid taskId, int version, CancellationToken ct = default) => StepAsync(taskId, version, (_, task, _) => task.Start(), ct);

    /// <summary>Keeps the files that show what was done.</summary>
    /// <exception cref="DomainException">Nobody works on it, or a file is not one of the shop or the group.</exception>
    /// <exception cref="RecordConflictException">Somebody took a step in the meantime.</exception>
    public Task AttachAsync(Guid taskId, int version, IReadOnlyList<Guid> evidence, CancellationToken ct = default) =>
        StepAsync(taskId, version, (_, task, _) => task.Attach(evidence), ct);

    /// <summary>Says that it is done, with evidence.</summary>
    /// <exception cref="DomainException">Nobody works on it, or evidence or note are missing.</exception>
    /// <exception cref="RecordConflictException">Somebody took a step in the meantime.</exception>
    public Task FinishAsync(Guid taskId, int version, string? note, CancellationToken ct = default) =>
        StepAsync(taskId, version, (_, task, me) => task.Finish(me, time.GetUtcNow(), note), ct);

    /// <summary>Closes it as effective, by somebody who neither owns nor did it.</summary>
    /// <exception cref="DomainException">It is not done, or they may not check it.</exception>
    /// <exception cref="RecordConflictException">Somebody took a step in the meantime.</exception>
    public Task ConfirmAsync(Guid taskId, int version, string? note, CancellationToken ct = default) =>
        StepAsync(taskId, version, (_, task, me) => task.Confirm(me, time.GetUtcNow(), note), ct);

    /// <summary>Opens it again as not effective.</summary>
    /// <exception cref="DomainException">It is not done, they may not check it, or the reason is missing.</exception>
    /// <exception cref="RecordConflictException">Somebody took a step in the meantime.</exception>
    public Task ReopenAsync(Guid taskId, int version, string? reason, CancellationToken ct = default) =>
        StepAsync(taskId, version, (db, task, me) =>
        {
            task.Reopen(me, time.GetUtcNow(), reason);
            db.Because($"Not effective: {task.CheckNote}");
        }, ct);

    /// <summary>Ends it, because the auditor withdrew the finding.</summary>
    /// <exception cref="DomainException">The finding stands, or the reason is missing.</exception>
    /// <exception cref="RecordConflictException">Somebody took a step in the meantime.</exception>
    public async Task WithdrawAsync(Guid taskId, int version, string? reason, CancellationToken ct = default)
    {
        await using var db = await hub.OpenAsync(ct);
        var task = await FindAsync(db, taskId, version, ct);
        // A person of this shop may not see the whole audit of several; that its finding stands is theirs to know.
        task.Withdraw(reason, await db.AuditItems.IgnoreQueryFilters().AsNoTracking().SingleAsync(item => item.Id == task.ItemId, ct));
        db.Because($"Withdrew {task.Name}: {task.WithdrawnBecause}");
        await db.SaveChangesAsync(ct);
    }

    private async Task StepAsync(Guid taskId, int version, Action<HubDbContext, RemediationTask, Guid> step, CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(ct);
        var task = await FindAsync(db, taskId, version, ct);
        var me = db.Access.UserId ?? throw new DomainException("Only a person who is signed in can work on a task.");
        step(db, task, me);
        await db.SaveChangesAsync(ct);
    }

    private static async Task<RemediationTask> FindAsync(HubDbContext db, Guid taskId, int version, CancellationToken ct)
    {
        var task = await db.RemediationTasks.SingleOrDefaultAsync(row => row.Id == taskId, ct)
            ?? throw new DomainException("This task does not exist or you may not see it.");
        db.Entry(task).Property(row => row.Version).OriginalValue = version;
        return task;
    }
}
