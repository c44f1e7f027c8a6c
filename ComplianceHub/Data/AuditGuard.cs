using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>
/// Lets an audit take only the steps that there are, each by whoever may take it, and nothing that was frozen, said or
/// signed be changed, whatever a page or a program tries. The program itself needs no grant, but takes no other steps.
/// </summary>
internal sealed class AuditGuard
{
    private readonly Access _access;
    private readonly Dictionary<Guid, (Audit? Before, Audit After)> _audits;
    private readonly IReadOnlyList<RecordChange> _changes;

    private readonly HashSet<(Guid, Guid, Guid)> _items;

    private AuditGuard(Access access, Dictionary<Guid, (Audit?, Audit)> audits, HashSet<(Guid, Guid, Guid)> items, IReadOnlyList<RecordChange> changes) =>
        (_access, _audits, _items, _changes) = (access, audits, items, changes);

    public static async Task DemandAsync(HubDbContext db, IReadOnlyList<RecordChange> changes, CancellationToken ct)
    {
        var ofAudits = changes.Where(change => change.Record is Audit or AuditItem or AuditComment or FrozenShop or SignOff or FrozenContent).ToList();
        if (ofAudits.Count == 0)
            return;
        await AuditTurn.HoldAsync(db, ofAudits.Select(change => AuditOf(change.Record)).OfType<Guid>(), ct);
        var guard = new AuditGuard(db.Access, await AuditsAsync(db, ofAudits, ct), await ItemsAsync(db, ofAudits, ct), ofAudits);
        foreach (var change in ofAudits)
            guard.Demand(change);
    }

    private void Demand(RecordChange change)
    {
        var allowed = (change.Before, change.After) switch
        {
            (null, Audit { State: AuditState.Draft } draft) => MayPrepare(draft) && IsMe(draft.PreparedBy),
            (Audit { State: AuditState.Draft } draft, null) => MayPrepare(draft),
            (Audit before, Audit after) => MayStep(before, after),
            (null, AuditItem { Decision: AuditDecision.Open } item) => IsFreezing(item.AuditId),
            (AuditItem before, AuditItem after) => MayDecide(before, after),
            (null, AuditComment comment) => IsMe(comment.WrittenBy) && MaySpeak(comment),
            (null, FrozenShop frozen) => IsFreezing(frozen.AuditId),
            (null, SignOff signOff) => IsSigning(signOff.AuditId) && IsMe(signOff.SignedBy),
            (null, FrozenContent content) => IsNamed(content),
            _ => false,
        };
        if (!allowed)
            throw new AccessDeniedException(WhyNot(change));
    }

    private bool MayStep(Audit before, Audit after) =>
        (IsOfSigner(before, after) || !IsSigner(before, after)) && (before.State == AuditState.Draft || HasSameScope(before, after)) && (before.State, after.State) switch
        {
            (AuditState.Draft, AuditState.Draft) => MayPrepare(before) && MayPrepare(after) && before.PreparedBy == after.PreparedBy,
            (AuditState.Draft, AuditState.Fieldwork) => MayPrepare(after) && HasSameScope(before, after) && EveryShopIsFrozen(after),
            (AuditState.Fieldwork, AuditState.Fieldwork) => MayPrepare(after),
            (AuditState.Fieldwork, AuditState.AwaitingSignOff) => HasSamePeople(before, after) && (IsMe(after.AuditorId) || MayPrepare(after)),
            (AuditState.AwaitingSignOff, AuditState.Fieldwork) => HasSamePeople(before, after) && (IsMe(after.SignerId) || MayPrepare(after)),
            (AuditState.AwaitingSignOff, AuditState.Signed) => HasSamePeople(before, after) && MaySign(after) && HasSignOff(after) && (after.SupersededBy is null || IsSupersededNow(after)),
            (AuditState.Signed, AuditState.Signed) => HasSamePeople(before, after) && before.SupersededBy is null && IsSupersededNow(after),
            _ => false,
        };

    // Whoever signs returns the audit or signs it: everything before that is others' work.
    private static bool IsOfSigner(Audit before, Audit after) =>
        before.State is AuditState.AwaitingSignOff or AuditState.Signed || after.State == AuditState.Signed;

    private bool IsSigner(Audit before, Audit after) =>
        _access.UserId is { } person && _access.Actor is not { IsTrusted: true } && (before.SignerId == person || after.SignerId == person);

    private bool MayDecide(AuditItem before, AuditItem after) =>
        (before.AuditId, before.ShopId, before.RequirementId) == (after.AuditId, after.ShopId, after.RequirementId)
        && _audits[after.AuditId] is var (was, now) && (was ?? now).State == AuditState.Fieldwork && now.State == AuditState.Fieldwork
        && IsMe(now.AuditorId) && (after.Decision == AuditDecision.Open || IsMe(after.DecidedBy));

    private bool MaySpeak(AuditComment comment)
    {
        var audit = _audits[comment.AuditId].After;
        return audit.State is AuditState.Fieldwork or AuditState.AwaitingSignOff
            // About a requirement of this shop in this audit, and of no other.
            && _items.Contains((comment.ItemId, comment.AuditId, comment.ShopId))
            && (IsMe(audit.AuditorId) || IsMe(audit.SignerId) || _access.Audits.Contains(audit.Id) || _access.MayAttest(comment.ShopId));
    }

    private bool MayPrepare(Audit audit) => _access.MayPrepare(audit);

    private bool MaySign(Audit audit) =>
        IsMe(audit.SignerId) && audit.SignerId != audit.PreparedBy && audit.ShopIds.TrueForAll(_access.MaySign);

    // The program itself is everybody: the demo, and tests.
    private bool IsMe(Guid? person) => _access.Actor is { IsTrusted: true } || (person is not null && person == _access.UserId);

    private static bool HasSameScope(Audit before, Audit after) =>
        before.Title == after.Title && before.ShopIds.SequenceEqual(after.ShopIds) && before.Regulations.SequenceEqual(after.Regulations)
        && (before.PeriodFrom, before.PeriodUntil, before.PreparedBy) == (after.PeriodFrom, after.PeriodUntil, after.PreparedBy)
        && (before.State == AuditState.Draft || before.FrozenAt == after.FrozenAt);

    private static bool HasSamePeople(Audit before, Audit after) => (before.AuditorId, before.SignerId) == (after.AuditorId, after.SignerId);

    private bool IsFreezing(Guid audit) =>
        _audits[audit] is { Before.State: AuditState.Draft, After.State: AuditState.Fieldwork };

    private bool IsSigning(Guid audit) =>
        _audits[audit] is { Before.State: AuditState.AwaitingSignOff, After.State: AuditState.Signed };

    private bool EveryShopIsFrozen(Audit audit) =>
        audit.ShopIds.ToHashSet().SetEquals(Added<FrozenShop>().Where(frozen => frozen.AuditId == audit.Id).Select(frozen => frozen.ShopId));

    private bool HasSignOff(Audit audit) => Added<SignOff>().Any(signOff =>
        signOff.AuditId == audit.Id && signOff.SignedBy == audit.SignerId && signOff.ShopIds.ToHashSet().SetEquals(audit.ShopIds));

    private bool IsSupersededNow(Audit audit) =>
        audit.SupersededBy is { } later && _audits.TryGetValue(later, out var other) && audit.IsCoveredBy(other.After)
        && (IsSigning(later) ? other.After.FrozenAt >= audit.FrozenAt : IsSigning(audit.Id) && other.After.State == AuditState.Signed && other.After.FrozenAt > audit.FrozenAt);

    private bool IsNamed(FrozenContent content) =>
        Added<FrozenShop>().Any(frozen => frozen.SnapshotSha256 == content.Sha256 || frozen.VerdictsSha256 == content.Sha256)
        || Added<SignOff>().Any(signOff => signOff.ContentSha256 == content.Sha256 || signOff.ReportSha256 == content.Sha256);

    private IEnumerable<T> Added<T>() => _changes.Where(change => change.Before is null).Select(change => change.After).OfType<T>();

    private string WhyNot(RecordChange change) => change.Record switch
    {
        Audit audit when audit.State != AuditState.Signed && audit.SignerId is not null && audit.SignerId == _access.UserId =>
            "You are to sign this audit: everything before that is for others to do.",
        Audit { State: AuditState.Signed } => "Only the manager who is named in the audit can sign it, and what is signed never changes.",
        Audit => "This step of the audit is not open to you now. Load the page again to see where it stands.",
        AuditItem => "Only the auditor of this audit decides, and only during fieldwork.",
        AuditComment => "Comments can be added during fieldwork and sign-off by those who take part; what was said stays.",
        _ => "What was frozen or signed never changes.",
    };

    private static async Task<Dictionary<Guid, (Audit?, Audit)>> AuditsAsync(HubDbContext db, List<RecordChange> changes, CancellationToken ct)
    {
        var audits = changes.Where(change => change.Record is Audit)
            .ToDictionary(change => ((Audit)change.Record).Id, change => ((Audit?)change.Before, (Audit)change.Record));
        var others = changes.Select(change => AuditOf(change.Record)).Concat(audits.Values.Select(audit => audit.Item2.SupersededBy)).OfType<Guid>().Where(id => !audits.ContainsKey(id)).Distinct().ToList();
        foreach (var audit in await db.Audits.IgnoreQueryFilters().AsNoTracking().Where(audit => others.Contains(audit.Id)).ToListAsync(ct))
            audits[audit.Id] = (audit, audit);
        return others.TrueForAll(audits.ContainsKey) ? audits : throw new AccessDeniedException("This audit does not exist or you may not see it.");
    }

    // What comments are about: the item with its audit and its shop.
    private static async Task<HashSet<(Guid, Guid, Guid)>> ItemsAsync(HubDbContext db, List<RecordChange> changes, CancellationToken ct)
    {
        var ids = changes.Select(change => change.After).OfType<AuditComment>().Select(comment => comment.ItemId).ToList();
        var items = ids.Count == 0 ? [] : await db.AuditItems.IgnoreQueryFilters().AsNoTracking().Where(item => ids.Contains(item.Id)).ToListAsync(ct);
        return [.. items.Select(item => (item.Id, item.AuditId, item.ShopId))];
    }

    private static Guid? AuditOf(object record) => record switch
    {
        AuditItem item => item.AuditId,
        AuditComment comment => comment.AuditId,
        FrozenShop frozen => frozen.AuditId,
        SignOff signOff => signOff.AuditId,
        _ => null,
    };
}
