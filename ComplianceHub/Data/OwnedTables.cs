using System.Reflection;
using ComplianceHub.Domain;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>Reads the registers of the model by their type, so that a new register is never forgotten by a reader.</summary>
internal static class OwnedTables
{
    private static readonly MethodInfo Read = typeof(OwnedTables).GetMethod(nameof(ReadTableAsync), BindingFlags.Static | BindingFlags.NonPublic)!;

    private static readonly MethodInfo Find = typeof(OwnedTables).GetMethod(nameof(FindInTableAsync), BindingFlags.Static | BindingFlags.NonPublic)!;

    private static readonly MethodInfo Named = typeof(OwnedTables).GetMethod(nameof(NamedInTableAsync), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <summary>The records of some shops, or of the group when none are named, by their type.</summary>
    public static async Task<Dictionary<Type, IReadOnlyList<OwnedRecord>>> ReadAsync(HubDbContext db, IReadOnlyList<Guid>? shops, CancellationToken ct)
    {
        var tables = new Dictionary<Type, IReadOnlyList<OwnedRecord>>();
        foreach (var type in TypesOf(db))
            tables[type] = await (Task<IReadOnlyList<OwnedRecord>>)Read.MakeGenericMethod(type).Invoke(null, [db, shops, ct])!;
        return tables;
    }

    /// <summary>The records with these ids, of every register.</summary>
    public static async Task<IReadOnlyList<OwnedRecord>> FindAsync(HubDbContext db, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var found = new List<OwnedRecord>();
        foreach (var type in TypesOf(db))
            found.AddRange(await (Task<IReadOnlyList<OwnedRecord>>)Find.MakeGenericMethod(type).Invoke(null, [db, ids, ct])!);
        return found;
    }

    /// <summary>The ids of records with a folded text (<see cref="SortKey"/>) in their name; of each register so many at most.</summary>
    public static async Task<IReadOnlyList<Guid>> NamedAsync(HubDbContext db, string folded, int most, CancellationToken ct)
    {
        var found = new List<Guid>();
        foreach (var type in TypesOf(db))
            found.AddRange(await (Task<IReadOnlyList<Guid>>)Named.MakeGenericMethod(type).Invoke(null, [db, folded, most, ct])!);
        return found;
    }

    private static IEnumerable<Type> TypesOf(HubDbContext db) => db.Model.GetEntityTypes().Select(type => type.ClrType).Where(typeof(OwnedRecord).IsAssignableFrom);

    private static async Task<IReadOnlyList<Guid>> NamedInTableAsync<T>(HubDbContext db, string folded, int most, CancellationToken ct)
        where T : OwnedRecord => await db.Set<T>().AsNoTracking().Where(record => EF.Property<string>(record, SortKey.Column).Contains(folded)).OrderBy(record => record.Id).Select(record => record.Id).Take(most).ToListAsync(ct);

    private static async Task<IReadOnlyList<OwnedRecord>> FindInTableAsync<T>(HubDbContext db, IReadOnlyList<Guid> ids, CancellationToken ct)
        where T : OwnedRecord => await db.Set<T>().AsNoTracking().Where(record => ids.Contains(record.Id)).ToListAsync(ct);

    private static async Task<IReadOnlyList<OwnedRecord>> ReadTableAsync<T>(HubDbContext db, IReadOnlyList<Guid>? shops, CancellationToken ct)
        where T : OwnedRecord
    {
        var rows = db.Set<T>().AsNoTracking();
        rows = shops is null
            ? rows.Where(record => record.ShopId == null)
            : rows.Where(record => record.ShopId != null && shops.Contains(record.ShopId.Value));
        return await rows.ToListAsync(ct);
    }
}
