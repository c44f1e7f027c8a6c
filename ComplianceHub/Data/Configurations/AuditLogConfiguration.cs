using ComplianceHub.Domain.AuditLog;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ComplianceHub.Data.Configurations;

internal sealed class AuditLogEntryConfiguration : IEntityTypeConfiguration<AuditLogEntry>
{
    public const string Table = "AuditLogEntries";

    public void Configure(EntityTypeBuilder<AuditLogEntry> entry)
    {
        entry.ToTable(Table);
        entry.HasKey(row => new { row.Chain, row.Sequence });
        entry.Property(row => row.Sequence).ValueGeneratedNever();
        entry.HasIndex(row => row.Id).IsUnique();
        entry.HasIndex(row => new { row.EntityId, row.At });
        entry.HasIndex(row => row.At);
        entry.Property(row => row.Actor).HasMaxLength(200);
        entry.Property(row => row.Action).HasMaxLength(60);
        entry.Property(row => row.Entity).HasMaxLength(80);
        entry.Property(row => row.EntityId).HasMaxLength(200);
        entry.Property(row => row.PayloadCommitment).HasMaxLength(64);
        entry.Property(row => row.RequestId).HasMaxLength(80);
        entry.Property(row => row.AppVersion).HasMaxLength(40);
    }
}

internal sealed class AuditLogPayloadConfiguration : IEntityTypeConfiguration<AuditLogPayload>
{
    public void Configure(EntityTypeBuilder<AuditLogPayload> payload)
    {
        payload.ToTable("AuditLogPayloads");
        payload.HasKey(row => row.EntryId);
        payload.Property(row => row.EntryId).ValueGeneratedNever();
        payload.Ignore(row => row.Because).Ignore(row => row.Changes).Ignore(row => row.Commitment);
    }
}

internal sealed class ChainHeadConfiguration : IEntityTypeConfiguration<ChainHead>
{
    public const string Table = "AuditLogHeads";

    public void Configure(EntityTypeBuilder<ChainHead> head)
    {
        head.ToTable(Table);
        head.HasKey(row => row.Chain);
    }
}

internal sealed class LogCheckpointConfiguration : IEntityTypeConfiguration<LogCheckpoint>
{
    public const string Table = "AuditLogCheckpoints";

    public void Configure(EntityTypeBuilder<LogCheckpoint> checkpoint)
    {
        checkpoint.ToTable(Table);
        checkpoint.HasKey(row => row.Number);
        checkpoint.Property(row => row.Number).ValueGeneratedNever();
        checkpoint.Ignore(row => row.Leaf);
    }
}

internal sealed class CheckpointHeadConfiguration : IEntityTypeConfiguration<CheckpointHead>
{
    public const string Table = "AuditLogCheckpointHeads";

    public void Configure(EntityTypeBuilder<CheckpointHead> head)
    {
        head.ToTable(Table);
        head.HasKey(row => new { row.Chain, row.Number });
        head.HasIndex(row => row.Number);
        head.Ignore(row => row.Head);
    }
}
