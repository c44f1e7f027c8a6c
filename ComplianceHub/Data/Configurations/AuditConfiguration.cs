using ComplianceHub.Domain.Audits;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ComplianceHub.Data.Configurations;

internal sealed class AuditConfiguration : IEntityTypeConfiguration<Audit>
{
    public void Configure(EntityTypeBuilder<Audit> audit) => audit.HasIndex(row => row.State);
}

internal sealed class AuditItemConfiguration : IEntityTypeConfiguration<AuditItem>
{
    public void Configure(EntityTypeBuilder<AuditItem> item)
    {
        item.HasIndex(row => new { row.AuditId, row.ShopId, row.RequirementId }).IsUnique();
        item.HasOne<Audit>().WithMany().HasForeignKey(row => row.AuditId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AuditCommentConfiguration : IEntityTypeConfiguration<AuditComment>
{
    public void Configure(EntityTypeBuilder<AuditComment> comment)
    {
        comment.Property(row => row.Id).ValueGeneratedNever();
        comment.HasIndex(row => new { row.AuditId, row.ItemId });
        comment.HasOne<Audit>().WithMany().HasForeignKey(row => row.AuditId).OnDelete(DeleteBehavior.Restrict);
        comment.HasOne<AuditItem>().WithMany().HasForeignKey(row => row.ItemId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RemediationTaskConfiguration : IEntityTypeConfiguration<RemediationTask>
{
    public void Configure(EntityTypeBuilder<RemediationTask> task)
    {
        task.HasIndex(row => row.Number).IsUnique();
        task.HasIndex(row => row.ItemId).IsUnique();
        task.HasIndex(row => row.AuditId);
        task.HasIndex(row => new { row.ShopId, row.State });
        task.HasIndex(row => row.OwnerId);
        task.HasOne<Audit>().WithMany().HasForeignKey(row => row.AuditId).OnDelete(DeleteBehavior.Restrict);
        task.HasOne<AuditItem>().WithMany().HasForeignKey(row => row.ItemId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FrozenShopConfiguration : IEntityTypeConfiguration<FrozenShop>
{
    public const string Table = "FrozenShops";

    public void Configure(EntityTypeBuilder<FrozenShop> frozen)
    {
        frozen.ToTable(Table);
        frozen.Property(row => row.Id).ValueGeneratedNever();
        frozen.HasIndex(row => new { row.AuditId, row.ShopId }).IsUnique();
        frozen.HasOne<Audit>().WithMany().HasForeignKey(row => row.AuditId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SignOffConfiguration : IEntityTypeConfiguration<SignOff>
{
    public const string Table = "SignOffs";

    public void Configure(EntityTypeBuilder<SignOff> signOff)
    {
        signOff.ToTable(Table);
        signOff.Property(row => row.Id).ValueGeneratedNever();
        signOff.HasIndex(row => row.AuditId).IsUnique();
        signOff.HasIndex(row => row.ReportCode);
        signOff.HasOne<Audit>().WithMany().HasForeignKey(row => row.AuditId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FrozenContentConfiguration : IEntityTypeConfiguration<FrozenContent>
{
    public const string Table = "FrozenContents";

    public void Configure(EntityTypeBuilder<FrozenContent> content)
    {
        content.ToTable(Table);
        content.HasKey(row => row.Sha256);
        content.Property(row => row.Sha256).HasMaxLength(64);
    }
}
