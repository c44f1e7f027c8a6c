using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>A shop's register: its own records and the group's that apply to it, with the shop's deviations in them.</summary>
public sealed class EffectiveRecords(HubDb hub)
{
    /// <summary>The whole register of a shop, ordered by name, retired and switched-off records too; the page filters.
    /// Null when the actor may not read the shop's registers, or there is no such shop.</summary>
    public async Task<IReadOnlyList<Effective<T>>?> LoadAsync<T>(Guid shopId, CancellationToken ct = default)
        where T : RegisterRecord
    {
        await using var db = await hub.OpenAsync(ct);
        var shop = await db.Shops.AsNoTracking().SingleOrDefaultAsync(shop => shop.Id == shopId, ct);
        if (shop is null || !db.Access.MayReadRegisters(shopId))
            return null;
        IQueryable<T> all = db.Set<T>().AsNoTracking();
        if (typeof(T).IsSubclassOf(typeof(OwnedRecord)))
            all = all.Where(record => EF.Property<Guid?>(record, nameof(OwnedRecord.ShopId)) == null || EF.Property<Guid?>(record, nameof(OwnedRecord.ShopId)) == shopId);
        var records = await all.ToListAsync(ct);
        var deviations = await db.Deviations.AsNoTracking().Where(deviation => deviation.ShopId == shopId).ToListAsync(ct);
        return Resolve(shop, records, deviations.ToLookup(deviation => deviation.RecordId));
    }

    /// <summary>The records that belong to a shop, or to the group and apply to it, each with the shop's values.</summary>
    internal static IReadOnlyList<Effective<T>> Resolve<T>(Shop shop, IEnumerable<T> records, ILookup<Guid, Deviation> deviations)
        where T : RegisterRecord =>
    [
        .. records
            .Where(record => record is not OwnedRecord owned || (owned.ShopId is { } owner ? owner == shop.Id : owned.AppliesTo.Includes(shop.Id, shop.LegalEntityId)))
            .Select(record => Resolve(record, deviations))
            .OrderBy(effective => effective.Record.DisplayName, StringComparer.OrdinalIgnoreCase)
            .ThenBy(effective => effective.Record.Id),
    ];

    private static Effective<T> Resolve<T>(T record, ILookup<Guid, Deviation> deviations)
        where T : RegisterRecord
    {
        // What nobody owns has no deviations: there is nothing to deviate from.
        if (record is not OwnedRecord { ShopId: null } || !deviations.Contains(record.Id))
            return new(record, []);
        var own = deviations[record.Id].OrderBy(deviation => deviation.Field, StringComparer.Ordinal).ToList();
        var copy = RecordCopy.Of(record);
        foreach (var deviation in own.Where(deviation => deviation.Field != Deviation.Excluded))
            Deviations.Apply((OwnedRecord)(RegisterRecord)copy, deviation.Field, deviation.Value);
        return new(copy, own);
    }
}
