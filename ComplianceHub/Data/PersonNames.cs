using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>The names of people, as far as they are still known.</summary>
public static class PersonNames
{
    /// <summary>The names by id.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> OfAsync(HubDbContext db, IEnumerable<Guid?> people, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        List<Guid> ids = [.. people.OfType<Guid>().Distinct()];
        return await db.Users.AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.DisplayName, ct);
    }
}
