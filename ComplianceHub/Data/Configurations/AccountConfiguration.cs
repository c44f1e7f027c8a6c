using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ComplianceHub.Data.Configurations;

internal sealed class UserSessionConfiguration : IEntityTypeConfiguration<UserSession>
{
    public void Configure(EntityTypeBuilder<UserSession> session)
    {
        session.Property(row => row.Id).ValueGeneratedNever();
        session.Property(row => row.Device).HasMaxLength(UserSession.LongestDevice);
        session.HasIndex(row => row.UserId);
        session.HasOne<HubUser>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class OneTimeTicketConfiguration : IEntityTypeConfiguration<OneTimeTicket>
{
    public void Configure(EntityTypeBuilder<OneTimeTicket> ticket)
    {
        ticket.Property(row => row.Id).ValueGeneratedNever();
        ticket.Property(row => row.Purpose).HasMaxLength(OneTimeTicket.LongestPurpose);
        ticket.HasIndex(row => row.ExpiresAt);
    }
}
