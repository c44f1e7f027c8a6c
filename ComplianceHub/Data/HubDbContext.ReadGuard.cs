using System.Reflection;
using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>The read guard: filters on every owned type, so that no query can forget who asks.</summary>
public abstract partial class HubDbContext
{
    /// <summary>The name of the filters, for the few readers who decided access themselves.</summary>
    public const string ReadGuard = "Read guard";

    // EF reads these anew from the context that runs the query.
    private bool SeesAllRegisters => Access.SeesAllRegisters;
    private bool SeesPeople => Access.SeesPeople;
    private bool HasRegisterShop => Access.RegisterShops.Count > 0;
    private List<Guid> RegisterShops => [.. Access.RegisterShops];
    private List<Guid> RegisterLegalEntities => [.. Access.LegalEntities];
    private List<Guid> AdministeredShops => [.. Access.AdministeredShops];
    private List<ChainId> RegisterChains => [.. Access.RegisterShops.Select(ChainId.OfShop)];
    private List<Guid> GrantedAudits => [.. Access.Audits];
    private bool AuditsSome => Access.AuditsAllShops || Access.AuditedShops.Count > 0;
    private bool AuditsAll => Access.AuditsAllShops;
    private List<Guid> AuditedShops => [.. Access.AuditedShops];
    private Guid? UserId => Access.UserId;

    /// <summary>The audits of which the actor reads the registers of all shops: those that have a page for them.</summary>
    public IQueryable<Audit> AuditsOfRegisters => Access.SeesAllRegisters
        ? Audits
        : Audits.Where(audit => !audit.ShopIds.Any(shop => !RegisterShops.Contains(shop)));

    /// <summary>The remediation tasks of the shops whose registers the actor reads: their work list.</summary>
    public IQueryable<RemediationTask> TasksOfRegisters => Access.SeesAllRegisters
        ? RemediationTasks
        : RemediationTasks.Where(task => RegisterShops.Contains(task.ShopId));

    /// <summary>The other audits that the actor sees, by an auditor's grant alone: they are in the actor's room.</summary>
    public IQueryable<Audit> AuditsByInvitation => Access.SeesAllRegisters
        ? Audits.Where(_ => false)
        : Audits.Where(audit => audit.ShopIds.Any(shop => !RegisterShops.Contains(shop)));

    private void AddReadGuard(ModelBuilder builder)
    {
        var ownedRecords = typeof(HubDbContext).GetMethod(nameof(GuardOwned), BindingFlags.Instance | BindingFlags.NonPublic)!;
        foreach (var type in builder.Model.GetEntityTypes().Select(type => type.ClrType).Where(typeof(OwnedRecord).IsAssignableFrom))
            ownedRecords.MakeGenericMethod(type).Invoke(this, [builder]);

        builder.Entity<Shop>().HasQueryFilter(ReadGuard, shop => SeesAllRegisters || RegisterShops.Contains(shop.Id));
        builder.Entity<LegalEntity>().HasQueryFilter(ReadGuard, entity => SeesAllRegisters || RegisterLegalEntities.Contains(entity.Id));
        builder.Entity<ReadinessSummary>().HasQueryFilter(ReadGuard, row => SeesAllRegisters || RegisterShops.Contains(row.ShopId));
        builder.Entity<ReadinessScore>().HasQueryFilter(ReadGuard, row => SeesAllRegisters || RegisterShops.Contains(row.ShopId));
        builder.Entity<ReadinessStanding>().HasQueryFilter(ReadGuard, row => SeesAllRegisters || RegisterShops.Contains(row.ShopId));
        builder.Entity<ReadinessDay>().HasQueryFilter(ReadGuard, row => SeesAllRegisters || RegisterShops.Contains(row.ShopId));
        builder.Entity<EvidenceChunk>().HasQueryFilter(ReadGuard, chunk => EvidenceFiles.Any(file => file.Sha256 == chunk.Sha256));
        builder.Entity<Attestation>().HasQueryFilter(ReadGuard, record => SeesAllRegisters || RegisterShops.Contains(record.ShopId));
        builder.Entity<Deviation>().HasQueryFilter(ReadGuard, record => SeesAllRegisters || RegisterShops.Contains(record.ShopId));
        builder.Entity<Proposal>().HasQueryFilter(ReadGuard, record => SeesAllRegisters || RegisterShops.Contains(record.ShopId));
        builder.Entity<Grant>().HasQueryFilter(ReadGuard, grant => SeesPeople || grant.UserId == UserId
            || (grant.ShopId != null && AdministeredShops.Contains(grant.ShopId.Value)));
        // An audit shows what it froze of all its shops, so it takes the registers of all of them, or a grant for it alone,
        // or an auditor's grant for all of them and to be its auditor.
        builder.Entity<Audit>().HasQueryFilter(ReadGuard, audit => SeesAllRegisters || GrantedAudits.Contains(audit.Id)
            || (HasRegisterShop && !audit.ShopIds.Any(shop => !RegisterShops.Contains(shop)))
            || (AuditsSome && audit.AuditorId == UserId && (AuditsAll || !audit.ShopIds.Any(shop => !AuditedShops.Contains(shop)))));
        builder.Entity<AuditItem>().HasQueryFilter(ReadGuard, row => Audits.Any(audit => audit.Id == row.AuditId));
        builder.Entity<AuditComment>().HasQueryFilter(ReadGuard, row => Audits.Any(audit => audit.Id == row.AuditId));
        // A shop sees its own tasks of an audit of several shops; the auditor sees those of the audit.
        builder.Entity<RemediationTask>().HasQueryFilter(ReadGuard, task => SeesAllRegisters || RegisterShops.Contains(task.ShopId)
            || GrantedAudits.Contains(task.AuditId));
        builder.Entity<FrozenShop>().HasQueryFilter(ReadGuard, row => Audits.Any(audit => audit.Id == row.AuditId));
        builder.Entity<SignOff>().HasQueryFilter(ReadGuard, row => Audits.Any(audit => audit.Id == row.AuditId));
        builder.Entity<FrozenContent>().HasQueryFilter(ReadGuard, content =>
            FrozenShops.Any(row => row.SnapshotSha256 == content.Sha256 || row.VerdictsSha256 == content.Sha256)
            || SignOffs.Any(row => row.ContentSha256 == content.Sha256 || row.ReportSha256 == content.Sha256));
        builder.Entity<AuditLogEntry>().HasQueryFilter(ReadGuard, entry =>
            entry.Chain == ChainId.System ? SeesPeople : SeesAllRegisters || RegisterChains.Contains(entry.Chain));
        builder.Entity<AuditLogPayload>().HasQueryFilter(ReadGuard, payload =>
            AuditLogEntries.Any(entry => entry.Id == payload.EntryId));
    }

    /// <summary>A shop's records are seen with the shop; the group's by those with a grant for the group, and by
    /// others where they apply to one of their shops.</summary>
    private void GuardOwned<T>(ModelBuilder builder)
        where T : OwnedRecord =>
        builder.Entity<T>().HasQueryFilter(ReadGuard, record => SeesAllRegisters
            || (record.ShopId != null && RegisterShops.Contains(record.ShopId.Value))
            || (record.ShopId == null && HasRegisterShop
                && (record.AppliesTo.Kind == CoverageKind.AllShops
                    || (record.AppliesTo.Kind == CoverageKind.Shops
                        && record.AppliesTo.ShopIds.Any(shop => RegisterShops.Contains(shop)))
                    || (record.AppliesTo.Kind == CoverageKind.LegalEntities
                        && record.AppliesTo.LegalEntityIds.Any(entity => RegisterLegalEntities.Contains(entity))))));
}
