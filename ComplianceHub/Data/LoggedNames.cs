using System.Text.Json.Nodes;
using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Domain.Registers;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>
/// What the ids of the audit log are called today: the log holds ids, so that a name that must be erased is in one
/// place. What is gone, or not the reader's to see, has no name.
/// </summary>
internal static class LoggedNames
{
    // Of each kind of record; a text that more of them have in their name is no search for one of them.
    private const int MostIds = 200;

    /// <summary>The names of the records and people that entries and their details point at.</summary>
    public static async Task<(IReadOnlyDictionary<Guid, string> Names, IReadOnlyDictionary<Guid, RecordRef> Records)> OfAsync(
        HubDbContext db, IEnumerable<AuditLogEntry> entries, IEnumerable<AuditLogPayload> payloads, CancellationToken ct)
    {
        List<Guid> ids =
        [
            .. entries.Select(entry => entry.EntityId).Concat(payloads.SelectMany(payload => payload.Changes).SelectMany(change => Texts(change.Old).Concat(Texts(change.New))))
                .Select(text => Guid.TryParseExact(text, "D", out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct(),
        ];
        if (ids.Count == 0)
            return (new Dictionary<Guid, string>(), new Dictionary<Guid, RecordRef>());
        List<RegisterRecord> found = [.. await OwnedTables.FindAsync(db, ids, ct), .. await db.Attestations.AsNoTracking().Where(record => ids.Contains(record.Id)).ToListAsync(ct)];
        var records = found.ToDictionary(record => record.Id, record => record.Ref());
        var names = records.ToDictionary(record => record.Key, record => record.Value.Name);
        foreach (var (id, name) in await OthersAsync(db, ids, ct))
            names.TryAdd(id, name);
        return (names, records);
    }

    /// <summary>The ids, as entries write them, of records and people with a text in their name today.</summary>
    public static async Task<IReadOnlyList<string>> IdsAsync(HubDbContext db, string text, CancellationToken ct)
    {
        var (folded, lower) = (SortKey.Of(text), text.ToLowerInvariant());
#pragma warning disable CA1862 // The database compares, and knows no StringComparison.
        var people = await db.Users.AsNoTracking().Where(person => person.DisplayName.ToLower().Contains(lower)).OrderBy(person => person.Id).Select(person => person.Id).Take(MostIds).ToListAsync(ct);
#pragma warning restore CA1862
        return [.. (await OwnedTables.NamedAsync(db, folded, MostIds, ct)).Concat(people).Select(id => id.ToString("D"))];
    }

    private static async Task<IEnumerable<(Guid Id, string Name)>> OthersAsync(HubDbContext db, List<Guid> ids, CancellationToken ct)
    {
        var people = await db.Users.AsNoTracking().Where(person => ids.Contains(person.Id)).Select(person => new { person.Id, Name = person.DisplayName }).ToListAsync(ct);
        var shops = await db.Shops.AsNoTracking().Where(shop => ids.Contains(shop.Id)).Select(shop => new { shop.Id, shop.Name }).ToListAsync(ct);
        var companies = await db.LegalEntities.AsNoTracking().Where(company => ids.Contains(company.Id)).Select(company => new { company.Id, company.Name }).ToListAsync(ct);
        var audits = await db.Audits.AsNoTracking().Where(audit => ids.Contains(audit.Id)).Select(audit => new { audit.Id, Name = audit.Title }).ToListAsync(ct);
        var items = await db.AuditItems.AsNoTracking().Where(item => ids.Contains(item.Id)).Select(item => new { item.Id, Name = item.RequirementId }).ToListAsync(ct);
        var grants = await (from grant in db.Grants.AsNoTracking() join person in db.Users on grant.UserId equals person.Id where ids.Contains(grant.Id) select new { grant.Id, Name = person.DisplayName }).ToListAsync(ct);
        return people.Concat(shops).Concat(companies).Concat(audits).Concat(items).Concat(grants).Select(one => (one.Id, one.Name));
    }

    private static IEnumerable<string> Texts(JsonNode? value) => value switch
    {
        JsonArray list => list.SelectMany(Texts),
        JsonObject part => part.SelectMany(member => Texts(member.Value)),
        JsonValue scalar when scalar.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
