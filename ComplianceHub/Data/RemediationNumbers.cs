using ComplianceHub.Domain.Audits;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>
/// Gives each new remediation task the next number of the group, inside the transaction that adds it: a save that fails
/// leaves no gap, and because tasks are never removed no number is given twice.
/// </summary>
internal static class RemediationNumbers
{
    // Any number that no other advisory lock of this database uses.
    private const long Lock = 0x7461736B_6E756D62;

    public static async Task GiveAsync(HubDbContext db, CancellationToken ct)
    {
        var added = db.ChangeTracker.Entries<RemediationTask>().Where(entry => entry.State == EntityState.Added)
            .Select(entry => entry.Entity).OrderBy(task => task.Id).ToList();
        if (added.Count == 0)
            return;
        // SQLite's transaction holds the write lock already.
        if (db is PostgresHubDbContext)
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", ct);
        var last = await db.RemediationTasks.IgnoreQueryFilters().MaxAsync(task => (int?)task.Number, ct) ?? 0;
        foreach (var task in added)
            task.Number = ++last;
    }
}
