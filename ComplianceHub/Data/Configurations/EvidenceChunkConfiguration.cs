using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ComplianceHub.Data.Configurations;

internal sealed class EvidenceChunkConfiguration : IEntityTypeConfiguration<EvidenceChunk>
{
    public void Configure(EntityTypeBuilder<EvidenceChunk> chunk)
    {
        chunk.HasKey(row => new { row.Sha256, row.Number });
        chunk.Property(row => row.Sha256).HasMaxLength(64);
        chunk.Property(row => row.Number).ValueGeneratedNever();
    }
}
