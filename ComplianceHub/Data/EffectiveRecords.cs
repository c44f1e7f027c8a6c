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
        where T : OwnedRecord
    {
        await using var db = await hub.OpenAsync(ct);
        var shop = await db.Shops.AsNoTracking().SingleOrDefaultAsync(shop => shop.Id == shopId, ct);
        if (shop is null || !db.Access.MayReadRegisters(shopId))
            return null;
        var records = await db.Set<T>().AsNoTracking().Where(record => record.ShopId == null || record.ShopId == shopId).ToListAsync(ct);
        var deviations = await db.Deviations.AsNoTracking().Where(deviation => deviation.ShopId == shopId).ToListAsync(ct);
        return Resolve(shop, records, deviations.ToLookup(deviation => deviation.RecordId));
    }

    /// <summary>The records that belong to a shop, or to the group and apply to it, each with the shop's values.</summary>
    internal static IReadOnlyList<Effective<T>> Resolve<T>(Shop shop, IEnumerable<T> records, ILookup<Guid, Deviation> deviations)
        where T : OwnedRecord =>
    [
        .. records
            .Where(record => record.ShopId is { } owner ? owner == shop.Id : record.AppliesTo.Includes(shop.Id, shop.LegalEntityId))
            .Select(record => Resolve(record, deviations))
            .OrderBy(effective => effective.Record.DisplayName, StringComparer.OrdinalIgnoreCase)
            .ThenBy(effective => effective.Record.Id),
    ];

    private static Effective<T> Resolve<T>(T record, ILookup<Guid, Deviation> deviations)
        where T : OwnedRecord
    {
        if (record.ShopId is not null || !deviations.Contains(record.Id))
            return new(record, []);
        var own = deviations[record.Id].OrderBy(deviation => deviation.Field, StringComparer.Ordinal).ToList();
        var copy = RecordCopy.Of(record);
        foreach (var deviation in own.Where(deviation => deviation.Field != Deviation.Excluded))
            Deviations.Apply(copy, deviation.Field, deviation.Value);
        return new(copy, own);
    }
}
