using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>
/// Lets a remediation task take only the steps that there are, each by whoever may take it, whatever a page or a program
/// tries. The auditor's decision makes, rewords and withdraws it in the same save, and the auditor does nothing else to it:
/// the work is the shop's. The program itself needs no grant, but takes no other steps.
/// </summary>
internal sealed class RemediationGuard
{
    private readonly Access _access;
    private readonly IReadOnlyList<AuditItem> _decided;
    private readonly Dictionary<Guid, AuditItem> _items;

    private RemediationGuard(Access access, IReadOnlyList<AuditItem> decided, Dictionary<Guid, AuditItem> items) =>
        (_access, _decided, _items) = (access, decided, items);

    public static async Task DemandAsync(HubDbContext db, IReadOnlyList<RecordChange> changes, CancellationToken ct)
    {
        var ofTasks = changes.Where(change => change.Record is RemediationTask).ToList();
        if (ofTasks.Count == 0)
            return;
        var decided = changes.Where(change => change.Before is not null).Select(change => change.After).OfType<AuditItem>().ToList();
        var items = ofTasks.Select(change => ((RemediationTask)change.Record).ItemId).Distinct().ToList();
        var stored = await db.AuditItems.IgnoreQueryFilters().AsNoTracking().Where(item => items.Contains(item.Id)).ToDictionaryAsync(item => item.Id, ct);
        foreach (var item in decided)
            stored[item.Id] = item;
        var guard = new RemediationGuard(db.Access, decided, stored);
        foreach (var change in ofTasks)
        {
            if (!guard.Allows(change))
                throw new AccessDeniedException("This step of the task is not open to you now. Load the page again to see where it stands.");
            await DemandPeopleAsync(db, change, ct);
            await DemandCheckerAsync(db, change, ct);
        }
    }

    private bool Allows(RecordChange change) => (change.Before, change.After) switch
    {
        (null, RemediationTask task) => IsDecidedNow(task) && IsAsMade(task) && task is { DoneNote: null, CheckNote: null, EvidenceIds.Count: 0, EarlierEvidenceIds.Count: 0 },
        (RemediationTask before, RemediationTask after) when IsSameTask(before, after) =>
            (IsDecidedNow(after) && MayFollow(before, after)) || MayStep(before, after),
        _ => false,
    };

    // The guard of audits has asked already whether this decision is the actor's to make.
    private bool IsDecidedNow(RemediationTask task) =>
        _decided.Any(item => item.Id == task.ItemId && (item.AuditId, item.ShopId, item.RequirementId) == (task.AuditId, task.ShopId, task.RequirementId));

    private bool IsAsMade(RemediationTask task) =>
        _items[task.ItemId].NeedsTask
        && task is { State: RemediationState.Open, OwnerId: null, CheckerId: null, DoneBy: null, DoneAt: null, CheckedBy: null, CheckedAt: null, WithdrawnBecause: null };

    private bool MayFollow(RemediationTask before, RemediationTask after) => (before.State, after.State) switch
    {
        (RemediationState.Open, RemediationState.Open) => _items[after.ItemId].NeedsTask && HasSameWork(before, after)
            && (before.IsUntouched || HasSamePlan(before, after)),
        (RemediationState.Open, RemediationState.Withdrawn) => before.IsUntouched && !_items[after.ItemId].NeedsTask && HasSamePlan(before, after) && HasSameWork(before, after),
        (RemediationState.Withdrawn, RemediationState.Open) => IsAsMade(after) && IsSetAside(before, after),
        (RemediationState.Done or RemediationState.Effective, RemediationState.Open) => _items[after.ItemId].NeedsTask && IsSetAside(before, after)
            && HasSamePlan(before, after) && after is { DoneBy: null, DoneAt: null, CheckedBy: null, CheckedAt: null },
        _ => false,
    };

    private bool MayStep(RemediationTask before, RemediationTask after) =>
        (before.ToDo, before.Title) == (after.ToDo, after.Title) && (before.State, after.State) switch
        {
            (RemediationState.Open, RemediationState.Open) or (RemediationState.Done, RemediationState.Done) =>
                HasSameWork(before, after) && MayPlan(before, after),
            (RemediationState.InProgress, RemediationState.InProgress) => HasSamePlan(before, after)
                ? HasSameWork(before, after, evidence: false) && MayWork(before)
                : HasSameWork(before, after) && MayPlan(before, after),
            (RemediationState.Open, RemediationState.InProgress) => HasSamePlan(before, after) && HasSameWork(before, after) && MayWork(before),
            (RemediationState.InProgress, RemediationState.Done) => HasSamePlan(before, after) && MayWork(before) && IsMe(after.DoneBy)
                && after.EvidenceIds.Count > 0 && HasSameEvidence(before, after) && HasSameCheck(before, after),
            (RemediationState.Done, RemediationState.Effective) => MayCheck(before, after) && HasSameEvidence(before, after)
                && (before.DoneBy, before.DoneAt) == (after.DoneBy, after.DoneAt),
            (RemediationState.Done, RemediationState.Open) => MayCheck(before, after) && IsSetAside(before, after) && after is { DoneBy: null, DoneAt: null },
            (RemediationState.Open or RemediationState.InProgress or RemediationState.Done, RemediationState.Withdrawn) =>
                HasSamePlan(before, after) && HasSameWork(before, after) && _access.MayKeepRegisters(after.ShopId) && !_items[after.ItemId].NeedsTask,
            _ => false,
        };

    // Who keeps the registers plans; who may answer for the shop may take what nobody owns.
    private bool MayPlan(RemediationTask before, RemediationTask after) =>
        _access.MayKeepRegisters(after.ShopId)
        || (before.OwnerId is null && IsMe(after.OwnerId) && _access.MayAttest(after.ShopId)
            && RemediationPlan.Of(before) with { OwnerId = after.OwnerId } == RemediationPlan.Of(after));

    private bool MayWork(RemediationTask task) =>
        task.OwnerId is not null && (_access.MayKeepRegisters(task.ShopId) || (IsMe(task.OwnerId) && _access.MayAttest(task.ShopId)));

    private bool MayCheck(RemediationTask before, RemediationTask after) =>
        HasSamePlan(before, after) && before.DoneNote == after.DoneNote && IsMe(after.CheckedBy) && _access.MayAttest(after.ShopId)
        && after is { CheckedAt: not null, CheckNote.Length: > 0 } && after.CheckedBy is { } checker && before.WhyNotChecked(checker) is null;

    // The program itself is everybody: the demo, and tests.
    private bool IsMe(Guid? person) => person is not null && (_access.Actor is { IsTrusted: true } || person == _access.UserId);

    private static bool IsSameTask(RemediationTask before, RemediationTask after) =>
        (before.Number, before.ShopId, before.AuditId, before.ItemId, before.RequirementId) == (after.Number, after.ShopId, after.AuditId, after.ItemId, after.RequirementId);

    private static bool HasSamePlan(RemediationTask before, RemediationTask after) => RemediationPlan.Of(before) == RemediationPlan.Of(after);

    private static bool HasSameWork(RemediationTask before, RemediationTask after, bool evidence = true) =>
        (before.DoneBy, before.DoneAt, before.DoneNote) == (after.DoneBy, after.DoneAt, after.DoneNote) && HasSameCheck(before, after)
        && before.EarlierEvidenceIds.SequenceEqual(after.EarlierEvidenceIds) && (!evidence || before.EvidenceIds.SequenceEqual(after.EvidenceIds));

    private static bool HasSameEvidence(RemediationTask before, RemediationTask after) =>
        before.EvidenceIds.SequenceEqual(after.EvidenceIds) && before.EarlierEvidenceIds.SequenceEqual(after.EarlierEvidenceIds);

    // No file of before is lost, and none of them counts any more.
    private static bool IsSetAside(RemediationTask before, RemediationTask after) =>
        after.EvidenceIds.Count == 0 && after.EarlierEvidenceIds.SequenceEqual(before.EarlierEvidenceIds.Union(before.EvidenceIds));

    private static bool HasSameCheck(RemediationTask before, RemediationTask after) =>
        (before.CheckedBy, before.CheckedAt, before.CheckNote) == (after.CheckedBy, after.CheckedAt, after.CheckNote);

    private static async Task DemandCheckerAsync(HubDbContext db, RecordChange change, CancellationToken ct)
    {
        var (before, after) = (change.Before as RemediationTask, (RemediationTask)change.After!);
        if (before?.State == RemediationState.Done && after.CheckedBy is { } checker && after.CheckedAt != before.CheckedAt
            && await RemediationEvidence.WhyNotCheckedAsync(db, before, checker, ct) is { } sentence)
            throw new DomainException(sentence);
    }

    private static async Task DemandPeopleAsync(HubDbContext db, RecordChange change, CancellationToken ct)
    {
        var (before, after) = (change.Before as RemediationTask, (RemediationTask)change.After!);
        var named = new[] { after.OwnerId != before?.OwnerId ? after.OwnerId : null, after.CheckerId != before?.CheckerId ? after.CheckerId : null }
            .OfType<Guid>().ToList();
        if (!await ShopWriters.AreAllAsync(db, after.ShopId, named, ct))
            throw new DomainException("Choose somebody who holds a grant for this shop as manager, privacy officer or administrator.");
    }
}
