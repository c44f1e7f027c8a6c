using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.Audits;

/// <summary>Finds what a step is about. One that is missing and one that may not be seen give the same answer.</summary>
internal static class AuditLookup
{
    /// <summary>The audit.</summary>
    /// <exception cref="DomainException">It is not there, or not for the actor.</exception>
    public static async Task<Audit> AuditAsync(HubDbContext db, Guid auditId, CancellationToken ct) =>
        await db.Audits.SingleOrDefaultAsync(row => row.Id == auditId, ct) ?? throw NotThere();

    /// <summary>The requirement of a shop in an audit.</summary>
    /// <exception cref="DomainException">It is not there, or not for the actor.</exception>
    public static async Task<AuditItem> ItemAsync(HubDbContext db, Guid itemId, CancellationToken ct) =>
        await db.AuditItems.SingleOrDefaultAsync(row => row.Id == itemId, ct) ?? throw NotThere();

    private static DomainException NotThere() => new("This audit does not exist or you may not see it.");
}
