using System.Linq.Expressions;
using System.Reflection;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>
/// Refuses to remove a record that others point at, or to move it out of their reach. Lists of ids and ids inside
/// parts have no foreign key in the database, so the save looks for them.
/// </summary>
internal static class InboundReferences
{
    private static readonly MethodInfo Pointing =
        typeof(InboundReferences).GetMethod(nameof(PointingAsync), BindingFlags.Static | BindingFlags.NonPublic)!;

    public static async Task DemandNoneAsync(HubDbContext db, IReadOnlyList<RecordChange> changes, CancellationToken ct)
    {
        var leaving = changes.Where(change => change.Before is OwnedRecord && (change.After is null || IsMovedToShop(change))).ToList();
        if (leaving.Count == 0)
            return;
        var types = db.Model.GetEntityTypes().Select(type => type.ClrType)
            .Where(type => typeof(OwnedRecord).IsAssignableFrom(type) || type == typeof(Attestation) || type == typeof(RemediationTask)).ToList();
        foreach (var change in leaving)
        {
            foreach (var type in types)
                await DemandNoneAsync(db, change, type, ct);
            await DemandNoDeviationAsync(db, change, ct);
        }
    }

    private static bool IsMovedToShop(RecordChange change) =>
        change is { Before: OwnedRecord before, After: OwnedRecord after } && before.ShopId != after.ShopId && after.ShopId is not null;

    private static async Task DemandNoneAsync(HubDbContext db, RecordChange change, Type type, CancellationToken ct)
    {
        var record = (OwnedRecord)change.Before!;
        var pointing = await (Task<List<IVersioned>>)Pointing.MakeGenericMethod(type).Invoke(null, [db, record, ct])!;
        var owner = (change.After as OwnedRecord)?.ShopId;
        if (pointing.Find(one => change.After is null || ReferenceGuard.OwnerOf(one) != owner) is not null)
        {
            throw new DomainException(change.After is null
                ? $"{record.DisplayName} cannot be removed: other records use it. Retire it instead, or change those first."
                : $"{record.DisplayName} cannot move to a shop: records of others use it.");
        }
    }

    private static async Task DemandNoDeviationAsync(HubDbContext db, RecordChange change, CancellationToken ct)
    {
        var record = (OwnedRecord)change.Before!;
        var removed = db.ChangeTracker.Entries<Domain.Registers.Deviation>()
            .Where(entry => entry.State == EntityState.Deleted).Select(entry => entry.Entity.Id).ToList();
        if (await db.Deviations.IgnoreQueryFilters().AnyAsync(
            one => (one.RecordId == record.Id || one.ReferencedId == record.Id) && !removed.Contains(one.Id), ct))
        {
            throw new DomainException($"{record.DisplayName} is used by a shop that deviates from the group. End the deviation first.");
        }
    }

    /// <summary>The records of a type that point at one, those of this save in their new state.</summary>
    private static async Task<List<IVersioned>> PointingAsync<T>(HubDbContext db, OwnedRecord target, CancellationToken ct)
        where T : class, IVersioned
    {
        var type = target.GetType();
        var all = db.Set<T>().IgnoreQueryFilters().AsNoTracking();
        var found = new List<T>();
        if (RecordReferences.HasPartsTo(typeof(T), type))
            found.AddRange((await all.ToListAsync(ct)).Where(record => PointsAt(record, target.Id)));
        foreach (var property in RecordReferences.PropertiesTo(typeof(T), type))
            found.AddRange(await all.Where(Holds<T>(property, target.Id)).ToListAsync(ct));
        var tracked = db.ChangeTracker.Entries<T>().ToList();
        return
        [
            .. found.Where(record => tracked.TrueForAll(entry => entry.Entity.Id != record.Id)),
            .. tracked.Where(entry => entry.State != EntityState.Deleted && PointsAt(entry.Entity, target.Id)).Select(entry => entry.Entity),
        ];
    }

    private static bool PointsAt(object record, Guid id) => RecordReferences.In(record).Any(reference => reference.Id == id);

    private static Expression<Func<T, bool>> Holds<T>(PropertyInfo property, Guid id)
    {
        var record = Expression.Parameter(typeof(T));
        var value = Expression.Property(record, property);
        var body = property.PropertyType == typeof(List<Guid>)
            ? (Expression)Expression.Call(value, nameof(List<>.Contains), null, Expression.Constant(id))
            : Expression.Equal(value, Expression.Constant(id, property.PropertyType));
        return Expression.Lambda<Func<T, bool>>(body, record);
    }
}
