using ComplianceHub.Data.Configurations;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace ComplianceHub.Data;

/// <summary>
/// The records of one installation. <see cref="HubDb"/> opens it; a context that nobody opened (the one that
/// Identity's stores get) sees no shop and saves no record. Every save checks access and writes the audit log.
/// </summary>
public abstract partial class HubDbContext(DbContextOptions options)
    : IdentityUserContext<HubUser, Guid>(options), IDataProtectionKeyContext
{
    /// <summary>The companies of the group.</summary>
    public DbSet<LegalEntity> LegalEntities => Set<LegalEntity>();

    /// <summary>The shops.</summary>
    public DbSet<Shop> Shops => Set<Shop>();

    /// <summary>Who may do what, where and until when.</summary>
    public DbSet<Grant> Grants => Set<Grant>();

    /// <summary>Third parties.</summary>
    public DbSet<Vendor> Vendors => Set<Vendor>();

    /// <summary>Agreements with third parties.</summary>
    public DbSet<Agreement> Agreements => Set<Agreement>();

    /// <summary>The record of processing activities.</summary>
    public DbSet<ProcessingActivity> Activities => Set<ProcessingActivity>();

    /// <summary>Which activity discloses which data to which third party.</summary>
    public DbSet<Disclosure> Disclosures => Set<Disclosure>();

    /// <summary>Transfers to third countries.</summary>
    public DbSet<Transfer> Transfers => Set<Transfer>();

    /// <summary>The data inventory.</summary>
    public DbSet<DataElement> DataElements => Set<DataElement>();

    /// <summary>The systems that hold data.</summary>
    public DbSet<DataSystem> DataSystems => Set<DataSystem>();

    /// <summary>Retention rules.</summary>
    public DbSet<RetentionRule> RetentionRules => Set<RetentionRule>();

    /// <summary>Published notices and policies.</summary>
    public DbSet<Notice> Notices => Set<Notice>();

    /// <summary>Consent forms.</summary>
    public DbSet<ConsentForm> ConsentForms => Set<ConsentForm>();

    /// <summary>Assessments.</summary>
    public DbSet<Assessment> Assessments => Set<Assessment>();

    /// <summary>Technical and organisational measures.</summary>
    public DbSet<SecurityMeasure> SecurityMeasures => Set<SecurityMeasure>();

    /// <summary>Responsible people.</summary>
    public DbSet<ResponsiblePerson> ResponsiblePeople => Set<ResponsiblePerson>();

    /// <summary>Evidence files, without their bytes.</summary>
    public DbSet<EvidenceFile> EvidenceFiles => Set<EvidenceFile>();

    /// <summary>The bytes of evidence files.</summary>
    public DbSet<EvidenceChunk> EvidenceChunks => Set<EvidenceChunk>();

    /// <summary>What people stated.</summary>
    public DbSet<Attestation> Attestations => Set<Attestation>();

    /// <summary>Where shops deviate from the group.</summary>
    public DbSet<Deviation> Deviations => Set<Deviation>();

    /// <summary>Changes that shops propose to the group.</summary>
    public DbSet<Proposal> Proposals => Set<Proposal>();

    /// <summary>Audits.</summary>
    public DbSet<Audit> Audits => Set<Audit>();

    /// <summary>The requirements of audits, with what was decided.</summary>
    public DbSet<AuditItem> AuditItems => Set<AuditItem>();

    /// <summary>What people said in audits; rows are only ever added.</summary>
    public DbSet<AuditComment> AuditComments => Set<AuditComment>();

    /// <summary>What shops do about the findings of audits.</summary>
    public DbSet<RemediationTask> RemediationTasks => Set<RemediationTask>();

    /// <summary>The shops that audits froze; rows are only ever added.</summary>
    public DbSet<FrozenShop> FrozenShops => Set<FrozenShop>();

    /// <summary>The bytes that were frozen or signed; rows are only ever added.</summary>
    public DbSet<FrozenContent> FrozenContents => Set<FrozenContent>();

    /// <summary>Who signed audits; rows are only ever added.</summary>
    public DbSet<SignOff> SignOffs => Set<SignOff>();

    /// <summary>The audit log; rows are only ever added, by the save itself.</summary>
    public DbSet<AuditLogEntry> AuditLogEntries => Set<AuditLogEntry>();

    /// <summary>The erasable details of the audit log.</summary>
    public DbSet<AuditLogPayload> AuditLogPayloads => Set<AuditLogPayload>();

    /// <summary>Where each chain of the audit log stands.</summary>
    public DbSet<ChainHead> AuditLogHeads => Set<ChainHead>();

    /// <summary>Where all chains stood, signed; rows are only ever added.</summary>
    public DbSet<LogCheckpoint> AuditLogCheckpoints => Set<LogCheckpoint>();

    /// <summary>The heads that moved from one checkpoint to the next.</summary>
    public DbSet<CheckpointHead> AuditLogCheckpointHeads => Set<CheckpointHead>();

    /// <summary>The stored readiness of shops.</summary>
    public DbSet<ReadinessSummary> ReadinessSummaries => Set<ReadinessSummary>();

    /// <summary>The stored scores of shops, for each regulation and area.</summary>
    public DbSet<ReadinessScore> ReadinessScores => Set<ReadinessScore>();

    /// <summary>Where shops stand among the others.</summary>
    public DbSet<ReadinessStanding> ReadinessStandings => Set<ReadinessStanding>();

    /// <summary>The days on which the readiness of a shop changed.</summary>
    public DbSet<ReadinessDay> ReadinessDays => Set<ReadinessDay>();

    /// <summary>The key ring that protects cookies and tokens.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>The sessions that have not ended.</summary>
    public DbSet<UserSession> UserSessions => Set<UserSession>();

    /// <summary>What may be done once, soon.</summary>
    public DbSet<OneTimeTicket> OneTimeTickets => Set<OneTimeTicket>();

    /// <summary>What the actor of this context may see and change.</summary>
    public Access Access { get; private set; } = Access.None;

    /// <summary>Who acts in this scope when nobody opened the context: the person at Identity's own pages.</summary>
    internal CurrentActor? ActorOfScope { get; set; }

    /// <summary>The time of entries and of the days that a save notes.</summary>
    internal TimeProvider Clock => this.GetService<TimeProvider>();

    internal StorageWatch Storage => this.GetService<StorageWatch>();

    /// <summary>Why the next save is made, as <see cref="Because"/> was told.</summary>
    internal string? Reason { get; private set; }

    /// <summary>Events without a change of a record, to be logged by the next save.</summary>
    internal List<AuditLogEvent> Events { get; } = [];

    /// <summary>Tells the audit log why the next save is made, for example "Imported from transcend".</summary>
    public void Because(string reason) => Reason = reason;

    /// <summary>Has the next save log something that changes no record: a download, a sign-in.</summary>
    public void Log(AuditLogEvent happened) => Events.Add(happened);

    /// <summary>Binds the context to an actor; done once, by <see cref="HubDb"/>.</summary>
    internal void Bind(Access access) => Access = access;

    /// <summary>Checks access, writes the audit log and saves, all in one transaction or not at all.</summary>
    /// <exception cref="AccessDeniedException">The actor may not change one of the records.</exception>
    /// <exception cref="RecordConflictException">Somebody saved one of the records in the meantime.</exception>
    /// <exception cref="StorageUnavailableException">The disk is full or read-only.</exception>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (!ChangeTracker.HasChanges() && Events.Count == 0)
            return 0;
        try
        {
            return await SaveInTransactionAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        catch (DbUpdateConcurrencyException conflict)
        {
            throw await RecordConflicts.ExplainAsync(conflict, cancellationToken);
        }
        catch (Exception exception) when (StorageErrors.Explain(exception) is { } explained)
        {
            if (explained is StorageUnavailableException unavailable)
                Storage.Refused(unavailable);
            throw explained;
        }
    }

    /// <summary>Refused: only the asynchronous save checks access and writes the audit log. The key ring of data
    /// protection, which knows no other, is let through.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        ChangeTracker.Entries().All(entry => entry.Entity is DataProtectionKey)
            ? base.SaveChanges(acceptAllChangesOnSuccess)
            : throw new InvalidOperationException("Call SaveChangesAsync: the synchronous save writes no audit log.");

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(60);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<ChainId>().HaveConversion<ChainIdConverter>().HaveMaxLength(41);
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(HubDbContext).Assembly);
        RecordModel.Configure(builder, Database.ProviderName!);
        AddReadGuard(builder);
    }

    private async Task<int> SaveInTransactionAsync(bool accept, CancellationToken ct)
    {
        // Opened before anything is read that the save depends on: SQLite takes its write lock here (BEGIN IMMEDIATE),
        // so no other writer can append to a chain between reading its head and writing the next entry.
        await using var transaction = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(ct) : null;
        await MaterialChanges.StampAsync(this, ct);
        RecordStamps.Apply(this);
        await RemediationNumbers.GiveAsync(this, ct);
        var ended = await Data.UserSessions.EndOfChangedPeopleAsync(this, ct);
        Events.AddRange(ended);
        var isSaved = false;
        int written;
        try
        {
            written = await base.SaveChangesAsync(acceptAllChangesOnSuccess: false, ct);
            isSaved = true;
        }
        finally
        {
            if (!isSaved)
                Events.RemoveAll(ended.Contains);
        }
        if (transaction is not null)
        {
            await transaction.CommitAsync(ct);
            Storage.Written();
        }
        if (accept)
            ChangeTracker.AcceptAllChanges();
        Reason = null;
        Events.Clear();
        return written;
    }
}
