using ComplianceHub.Compliance;
using ComplianceHub.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ComplianceHub.Data.Configurations;

// What is computed from a shop goes with the shop.
internal sealed class ReadinessSummaryConfiguration : IEntityTypeConfiguration<ReadinessSummary>
{
    public void Configure(EntityTypeBuilder<ReadinessSummary> summary)
    {
        summary.HasKey(row => row.ShopId);
        summary.HasOne<Shop>().WithOne().HasForeignKey<ReadinessSummary>(row => row.ShopId).OnDelete(DeleteBehavior.Cascade);
        summary.Property(row => row.CatalogueHash).HasMaxLength(64);
    }
}

internal sealed class ReadinessScoreConfiguration : IEntityTypeConfiguration<ReadinessScore>
{
    public void Configure(EntityTypeBuilder<ReadinessScore> score)
    {
        score.HasKey(row => new { row.ShopId, row.Regulation, row.Area });
        score.HasIndex(row => new { row.Regulation, row.Area, row.Points });
        score.HasOne<Shop>().WithMany().HasForeignKey(row => row.ShopId).OnDelete(DeleteBehavior.Cascade);
        score.Property(row => row.Regulation).HasMaxLength(20);
        score.Property(row => row.Area).HasMaxLength(60);
        score.Property(row => row.Outcomes)
            .HasConversion(new PartsConverter<Dictionary<string, Outcome>>(), new PartsComparer<Dictionary<string, Outcome>>());
    }
}

internal sealed class ReadinessStandingConfiguration : IEntityTypeConfiguration<ReadinessStanding>
{
    public void Configure(EntityTypeBuilder<ReadinessStanding> standing)
    {
        standing.HasKey(row => new { row.Regulation, row.ShopId });
        standing.HasOne<Shop>().WithMany().HasForeignKey(row => row.ShopId).OnDelete(DeleteBehavior.Cascade);
        standing.Property(row => row.Regulation).HasMaxLength(20);
    }
}

internal sealed class ReadinessDayConfiguration : IEntityTypeConfiguration<ReadinessDay>
{
    public void Configure(EntityTypeBuilder<ReadinessDay> day)
    {
        day.HasKey(row => new { row.ShopId, row.Regulation, row.Day });
        day.HasIndex(row => row.Day);
        day.HasOne<Shop>().WithMany().HasForeignKey(row => row.ShopId).OnDelete(DeleteBehavior.Cascade);
        day.Property(row => row.Regulation).HasMaxLength(20);
        day.Property(row => row.Changes).HasConversion(new PartsConverter<List<OutcomeChange>>(), new PartsComparer<List<OutcomeChange>>());
    }
}
