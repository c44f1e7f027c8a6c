using ComplianceHub.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ComplianceHub.Data.Configurations;

internal sealed class ShopConfiguration : IEntityTypeConfiguration<Shop>
{
    public void Configure(EntityTypeBuilder<Shop> shop)
    {
        shop.HasIndex(row => row.Slug).IsUnique();
        // Raised in SQL by the save path alone: an editor's copy must not set it back.
        shop.Property(row => row.RegistersVersion).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
    }
}

internal sealed class GrantConfiguration : IEntityTypeConfiguration<Grant>
{
    public void Configure(EntityTypeBuilder<Grant> grant)
    {
        grant.HasIndex(row => row.UserId);
        grant.HasOne<HubUser>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class HubUserConfiguration : IEntityTypeConfiguration<HubUser>
{
    public void Configure(EntityTypeBuilder<HubUser> user)
    {
        user.Property(row => row.Id).ValueGeneratedNever();
        user.Property(row => row.DisplayName).HasMaxLength(HubUser.LongestDisplayName);
    }
}
