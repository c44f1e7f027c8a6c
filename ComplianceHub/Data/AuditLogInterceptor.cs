using System.Diagnostics;
using System.Reflection;
using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ComplianceHub.Data;

/// <summary>
/// Appends one hash-chained entry for each changed record, in the transaction of the change: without its entry no
/// change is saved. An interceptor and not events of the domain, because completeness is the point of an audit log.
/// </summary>
internal sealed class AuditLogInterceptor : SaveChangesInterceptor
{
    private static readonly string AppVersion =
        typeof(AuditLogInterceptor).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <inheritdoc />
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (HubDbContext)eventData.Context!;
        var changes = RecordChange.Of(db);
        DemandUntouchedLog(changes);
        var drafts = changes.Where(change => IsLogged(change.Record)).SelectMany(DraftsOf).Concat(db.Events.Select(DraftOf)).ToList();
        if (drafts.Count > 0)
            await AppendAsync(db, drafts, await ActorOfAsync(db), cancellationToken);
        await RegistersVersions.RaiseAsync(db, changes, cancellationToken);
        return result;
    }

    /// <inheritdoc />
    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Forget(eventData.Context!);
        return base.SavedChangesAsync(eventData, result, cancellationToken);
    }

    /// <inheritdoc />
    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Forget(eventData.Context!);
        return base.SaveChangesFailedAsync(eventData, cancellationToken);
    }

    private sealed record Draft(ChainId Chain, string Action, string Entity, string EntityId, List<FieldChange> Changes);

    // Caches that can be computed anew, bytes that a logged record names by hash, and the log itself.
    private static bool IsLogged(object record) => record is not (IDerived or DataProtectionKey or AuditLogEntry or AuditLogPayload or ChainHead or LogCheckpoint or CheckpointHead);

    private static IEnumerable<Draft> DraftsOf(RecordChange change)
    {
        var changes = RecordValues.Difference(change.Before, change.After);
        // A save that changed nothing anybody recorded, such as a new concurrency stamp, is no event.
        if (change.State == EntityState.Modified && changes.Count == 0)
            return [];
        var action = change.State switch
        {
            EntityState.Added => "added",
            EntityState.Deleted => "removed",
            _ => "changed",
        };
        return change.Chains.Select(chain =>
            new Draft(chain, action, NameOf(change.Entry.Metadata.ClrType), IdOf(change), changes));
    }

    private static Draft DraftOf(AuditLogEvent happened) => new(happened.Chain, happened.Action, happened.Entity, happened.EntityId,
        [.. happened.Details.OrderBy(detail => detail.Key, StringComparer.Ordinal).Select(detail => new FieldChange(detail.Key, null, detail.Value))]);

    private static async Task AppendAsync(HubDbContext db, IReadOnlyList<Draft> drafts, Actor actor, CancellationToken ct)
    {
        var heads = await ChainHeads.LockAsync(db, drafts.Select(draft => draft.Chain), ct);
        var at = db.Clock.GetUtcNow();
        foreach (var draft in drafts)
        {
            var id = Guid.CreateVersion7(at);
            var payload = Seal(id, db.Reason, draft.Changes);
            var entry = HashChain.Append(heads[draft.Chain], new AuditLogDraft
            {
                Id = id,
                At = at,
                Actor = actor.Reference,
                ActorKind = actor.Kind,
                Action = draft.Action,
                Entity = draft.Entity,
                EntityId = draft.EntityId,
                PayloadCommitment = payload.Commitment,
                RequestId = Activity.Current?.TraceId.ToString(),
                AppVersion = AppVersion,
            });
            heads[draft.Chain] = new ChainHead(draft.Chain, entry.Sequence, entry.Hash);
            db.Add(entry);
            db.Add(payload);
        }
        foreach (var head in heads.Values)
            db.Update(head);
    }

    private static AuditLogPayload Seal(Guid entry, string? because, IReadOnlyList<FieldChange> changes)
    {
        try
        {
            return AuditLogPayload.Seal(entry, because, changes);
        }
        catch (FormatException unwritable)
        {
            throw new DomainException("A text holds half a character, which cannot be stored. Remove what is shown as a box and save again.", unwritable);
        }
    }

    private static async Task<Actor> ActorOfAsync(HubDbContext db) =>
        db.Access.Actor
        ?? (db.ActorOfScope is { } scope ? await scope.FindAsync() : null)
        ?? Actor.System("sign-in");

    // The keys of these rows say how somebody signs in elsewhere; an entry cannot be erased, so it names the person's id.
    private static string IdOf(RecordChange change) => change.Record switch
    {
        IdentityUserLogin<Guid> login => login.UserId.ToString("D"),
        IdentityUserPasskey<Guid> passkey => passkey.UserId.ToString("D"),
        _ => RecordChange.IdOf(change.Entry),
    };

    // "IdentityUserPasskey`1" says nothing to an auditor.
    private static string NameOf(Type type) => type == typeof(HubUser) ? "Person" : type.Name.Split('`')[0];

    private static void DemandUntouchedLog(IEnumerable<RecordChange> changes)
    {
        if (changes.Any(change => change.Record is AuditLogEntry or ChainHead
            || (change.Record is LogCheckpoint or CheckpointHead && change.State != EntityState.Added)
            || (change.Record is AuditLogPayload && change.State != EntityState.Deleted)))
        {
            throw new InvalidOperationException("Only the save itself writes the audit log.");
        }
    }

    // Entries are never read through the tracker again, and those of a failed save must not ride along in the next.
    private static void Forget(DbContext db)
    {
        foreach (var entry in db.ChangeTracker.Entries().Where(entry => entry.Entity is AuditLogEntry or AuditLogPayload or ChainHead).ToList())
            entry.State = EntityState.Detached;
    }
}
