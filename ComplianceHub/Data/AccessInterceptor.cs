using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ComplianceHub.Data;

/// <summary>
/// The write guard: a save passes only when the actor may edit every record in it, where it was and where it goes,
/// and when no reference leaves the owner's reach.
/// </summary>
internal sealed class AccessInterceptor : SaveChangesInterceptor
{
    /// <inheritdoc />
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (HubDbContext)eventData.Context!;
        var changes = RecordChange.Of(db);
        var uploads = changes.Where(change => change.State == EntityState.Added).Select(change => change.After).OfType<EvidenceFile>()
            .Select(file => file.Sha256).ToHashSet(StringComparer.Ordinal);
        // Bytes come with the record of their file, which is asked for below.
        foreach (var change in changes.Where(change => change is not { State: EntityState.Added, After: EvidenceChunk chunk } || !uploads.Contains(chunk.Sha256)))
            DemandWrite(db.Access, change);
        await AuditGuard.DemandAsync(db, changes, cancellationToken);
        await RemediationGuard.DemandAsync(db, changes, cancellationToken);
        await GrantGuard.DemandAsync(db, changes, cancellationToken);
        EvidenceGuard.Demand(changes);
        await DeviationGuard.DemandAsync(db, changes, cancellationToken);
        await ReferenceGuard.DemandAsync(db, changes, cancellationToken);
        return result;
    }

    private static void DemandWrite(Access access, RecordChange change)
    {
        // Old owner too: moving a record must be allowed on both sides.
        if (!new[] { change.Before, change.After }.OfType<object>().All(record => MayWrite(access, change, record)))
            throw new AccessDeniedException(WhyNot(access, change));
    }

    private static bool MayWrite(Access access, RecordChange change, object record) => record switch
    {
        // Identity's own pages and the key ring come without an opened context; their workflows check who asks.
        _ when IsIdentity(record) => access.Actor is null || access.MayAdminister(null),
        _ when access.Actor is null => false,
        EvidenceFile file when change.State == EntityState.Added => access.MayAttest(file.ShopId),
        EvidenceFile when HasOtherContent(change) => false,
        OwnedRecord owned => access.MayKeepRegisters(owned.ShopId),
        Attestation attestation => access.MayAttest(attestation.ShopId),
        Deviation deviation => access.MayKeepRegisters(deviation.ShopId),
        Proposal proposal when change.State == EntityState.Added => access.MayAttest(proposal.ShopId),
        Proposal => access.MayKeepRegisters(null),
        LegalEntity => access.MayKeepRegisters(null),
        Shop shop when IsOnlyEdited(change) => access.MayKeepRegisters(shop.Id),
        Shop => access.MayAdminister(null),
        Grant when IsAuditorOfMore(change) => access.Actor.IsTrusted,
        // Whose audit it is takes a question to the database: the guard of grants asks.
        Grant { Scope: GrantScope.Audit } => true,
        Grant grant => access.MayGive(grant),
        // Who may take which step depends on the audit's state: the guard of audits asks.
        Audit or AuditItem or AuditComment or FrozenShop or SignOff or FrozenContent => true,
        // So it is with the work on a finding.
        RemediationTask => true,
        _ => access.Actor.IsTrusted,
    };

    // The address of a shop, the company behind it and whether it is in use are the administrator's; its profile is a register.
    private static bool IsOnlyEdited(RecordChange change) =>
        change is { Before: Shop before, After: Shop after }
        && before.Slug == after.Slug && before.LegalEntityId == after.LegalEntityId && before.RetiredOn == after.RetiredOn;

    // What a file says cannot be exchanged under its name; a new file is a new record.
    private static bool HasOtherContent(RecordChange change) =>
        change is { Before: EvidenceFile before, After: EvidenceFile after }
        && (before.Sha256, before.Size, before.ContentType) != (after.Sha256, after.Size, after.ContentType);

    // Auditors are invited to audits. A grant for a shop or the group as auditor can be ended and taken away, not given.
    private static bool IsAuditorOfMore(RecordChange change) =>
        change.After is Grant { Role: HubRole.Auditor, Scope: not GrantScope.Audit } && change.Before is not Grant { Role: HubRole.Auditor };

    private static bool IsIdentity(object record) =>
        record is HubUser or DataProtectionKey
        || record.GetType().Namespace?.StartsWith("Microsoft.AspNetCore.Identity", StringComparison.Ordinal) == true;

    private static string WhyNot(Access access, RecordChange change) => change.Record switch
    {
        _ when access.Actor is null => "Nothing can be saved without signing in.",
        Grant when IsAuditorOfMore(change) => "An auditor is invited to an audit, on the audit’s page: there is no grant as auditor of a shop or of the group.",
        Grant => "You cannot give, change or take away this grant: it is your own, or more than you hold.",
        Shop => "Shops are added, moved and retired by an administrator of the group.",
        OwnedRecord { ShopId: null } or LegalEntity or Proposal =>
            "This record belongs to the group. Changing it takes a grant for the group as privacy officer or administrator.",
        Attestation => "Answering for this shop takes a grant as manager, privacy officer or administrator.",
        _ => "Changing this record takes a grant as privacy officer or administrator of its shop.",
    };
}
