using ComplianceHub.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>
/// Asks again, inside the transaction, for the grants by which somebody gives or takes grants. Two administrators who
/// take away each other's at the same moment would else both succeed and leave nobody.
/// </summary>
internal static class GrantGuard
{
    public static async Task DemandAsync(HubDbContext db, IReadOnlyList<RecordChange> changes, CancellationToken ct)
    {
        if (db.Access.UserId is not { } actor || changes.All(change => change.Record is not Grant))
            return;
        // SQLite's transaction holds the write lock already; here the rows stay as they are until this one ends.
        var held = await (db is PostgresHubDbContext
            ? db.Grants.FromSql($"""SELECT * FROM "Grants" WHERE "UserId" = {actor} FOR SHARE""")
            : db.Grants.Where(grant => grant.UserId == actor)).IgnoreQueryFilters().AsNoTracking().ToListAsync(ct);
        if (!db.Access.StillHolds(held))
            throw new AccessDeniedException("Your own grants have changed in this moment. Load the page again.");
    }
}
