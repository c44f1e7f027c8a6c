using System.Reflection;
using ComplianceHub.Domain;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>Reads the registers of the model by their type, so that a new register is never forgotten by a reader.</summary>
internal static class OwnedTables
{
    private static readonly MethodInfo Read = typeof(OwnedTables).GetMethod(nameof(ReadTableAsync), BindingFlags.Static | BindingFlags.NonPublic)!;

    private static readonly MethodInfo Find = typeof(OwnedTables).GetMethod(nameof(FindInTableAsync), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <summary>The records of some shops, or of the group when none are named, by their type.</summary>
    public static async Task<Dictionary<Type, IReadOnlyList<OwnedRecord>>> ReadAsync(HubDbContext db, IReadOnlyList<Guid>? shops, CancellationToken ct)
    {
        var tables = new Dictionary<Type, IReadOnlyList<OwnedRecord>>();
        foreach (var type in db.Model.GetEntityTypes().Select(type => type.ClrType).Where(typeof(OwnedRecord).IsAssignableFrom))
            tables[type] = await (Task<IReadOnlyList<OwnedRecord>>)Read.MakeGenericMethod(type).Invoke(null, [db, shops, ct])!;
        return tables;
    }

    /// <summary>The records with these ids, by the name of their type as the log has it; what is gone, or no register, is not found.</summary>
    public static async Task<IReadOnlyList<OwnedRecord>> FindAsync(HubDbContext db, string type, IReadOnlyList<Guid> ids, CancellationToken ct) =>
        db.Model.GetEntityTypes().Select(each => each.ClrType).SingleOrDefault(each => typeof(OwnedRecord).IsAssignableFrom(each) && each.Name == type) is { } register
            ? await (Task<IReadOnlyList<OwnedRecord>>)Find.MakeGenericMethod(register).Invoke(null, [db, ids, ct])!
            : [];

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
