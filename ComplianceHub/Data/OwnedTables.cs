using System.Reflection;
using ComplianceHub.Domain;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>Reads every register of the model at once, so that a new register is never forgotten by the loader.</summary>
internal static class OwnedTables
{
    private static readonly MethodInfo Read = typeof(OwnedTables).GetMethod(nameof(ReadTableAsync), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <summary>The records of some shops, or of the group when none are named, by their type.</summary>
    public static async Task<Dictionary<Type, IReadOnlyList<OwnedRecord>>> ReadAsync(HubDbContext db, IReadOnlyList<Guid>? shops, CancellationToken ct)
    {
        var tables = new Dictionary<Type, IReadOnlyList<OwnedRecord>>();
        foreach (var type in db.Model.GetEntityTypes().Select(type => type.ClrType).Where(typeof(OwnedRecord).IsAssignableFrom))
            tables[type] = await (Task<IReadOnlyList<OwnedRecord>>)Read.MakeGenericMethod(type).Invoke(null, [db, shops, ct])!;
        return tables;
    }

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
