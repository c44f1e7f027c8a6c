using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ComplianceHub.Data;

/// <summary>One at a time at an audit: what is decided or said while somebody signs is either in what they sign, or refused.</summary>
public static class AuditTurn
{
    /// <summary>Begins a transaction in which nobody else changes the audit.</summary>
    /// <exception cref="Domain.DomainException">The database takes nothing, or somebody else holds the audit for too long.</exception>
    public static async Task<IDbContextTransaction> BeginAsync(HubDbContext db, Guid auditId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        try
        {
            var transaction = await db.Database.BeginTransactionAsync(ct);
            await HoldAsync(db, [auditId], ct);
            return transaction;
        }
        catch (Exception exception) when (StorageErrors.Explain(exception) is { } explained)
        {
            throw explained;
        }
    }

    /// <summary>Waits until nobody else changes the audits, and keeps others waiting until the transaction ends.</summary>
    internal static async Task HoldAsync(HubDbContext db, IEnumerable<Guid> audits, CancellationToken ct)
    {
        // SQLite's transaction holds the write lock already.
        if (db is not PostgresHubDbContext)
            return;
        await db.Database.ExecuteSqlAsync($"SET LOCAL lock_timeout = '5s'", ct);
        foreach (var audit in audits.Distinct().Order())
            await db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "Audits" WHERE "Id" = {audit} FOR UPDATE""", ct);
    }
}
