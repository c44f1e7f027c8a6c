using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ComplianceHub.Data.Configurations;

internal sealed class DeviationConfiguration : IEntityTypeConfiguration<Deviation>
{
    // One value of one record has one deviation in a shop.
    public void Configure(EntityTypeBuilder<Deviation> deviation) =>
        deviation.HasIndex(row => new { row.ShopId, row.RecordId, row.Field }).IsUnique();
}

internal sealed class ProposalConfiguration : IEntityTypeConfiguration<Proposal>
{
    public void Configure(EntityTypeBuilder<Proposal> proposal) =>
        proposal.HasIndex(row => new { row.ShopId, row.State });
}

internal sealed class AttestationConfiguration : IEntityTypeConfiguration<Attestation>
{
    public void Configure(EntityTypeBuilder<Attestation> attestation) =>
        attestation.HasIndex(row => new { row.ShopId, row.RequirementId, row.StatedOn });
}

internal sealed class EvidenceFileConfiguration : IEntityTypeConfiguration<EvidenceFile>
{
    public void Configure(EntityTypeBuilder<EvidenceFile> file) => file.HasIndex(row => row.Sha256);
}
