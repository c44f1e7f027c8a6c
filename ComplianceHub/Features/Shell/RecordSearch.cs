using System.Reflection;
using ComplianceHub.Components;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.Shell;

/// <summary>Finds records by name in every register of the model, so that a new register is found without a line here.</summary>
/// <param name="db">A context of the person who searches.</param>
/// <param name="openShop">The shop whose page is open; null on the group's pages.</param>
internal sealed class RecordSearch(HubDbContext db, Guid? openShop)
{
    private const int PerRegister = 6;
    private static readonly MethodInfo Find = typeof(RecordSearch).GetMethod(nameof(FindAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;
    private Dictionary<Guid, Shop>? _readable;

    /// <summary>The records whose name contains a folded text, the open shop's first in each register.</summary>
    public async Task<IReadOnlyList<SearchHit>> FindAsync(string folded, CancellationToken ct)
    {
        List<RegisterRecord> found = [];
        foreach (var type in db.Model.GetEntityTypes().Select(type => type.ClrType).Where(type => type.IsSubclassOf(typeof(OwnedRecord)) || type == typeof(LegalEntity)))
            found.AddRange(await (Task<IReadOnlyList<RegisterRecord>>)Find.MakeGenericMethod(type).Invoke(this, [folded, ct])!);
        List<SearchHit> hits = [];
        foreach (var record in found.OrderBy(record => record.Register))
        {
            if (await HitAsync(record, ct) is { } hit)
                hits.Add(hit);
        }
        return hits;
    }

    private async Task<IReadOnlyList<RegisterRecord>> FindAsync<T>(string folded, CancellationToken ct)
        where T : RegisterRecord
    {
        var records = db.Set<T>().AsNoTracking().Where(record => record.RetiredOn == null && EF.Property<string>(record, SortKey.Column).Contains(folded));
        var ordered = typeof(T).IsSubclassOf(typeof(OwnedRecord))
            ? records.OrderByDescending(record => EF.Property<Guid?>(record, nameof(OwnedRecord.ShopId)) == openShop).ThenBy(record => EF.Property<string>(record, SortKey.Column))
            : records.OrderBy(record => EF.Property<string>(record, SortKey.Column));
        return await ordered.Take(PerRegister).ToListAsync(ct);
    }

    private async Task<SearchHit?> HitAsync(RegisterRecord record, CancellationToken ct)
    {
        var shop = await HomeAsync(record, ct);
        return shop is null && !db.Access.SeesAllRegisters
            ? null
            : new("Records", record.DisplayName, $"{record.Register.Word()}, {(record is OwnedRecord { ShopId: not null } ? shop?.Name : "group")}",
                HubUrls.Register(RegisterNames.Of(record.Register), shop?.Slug, record.Id));
    }

    // A record of the group opens in the group's register, and for those who may not read that, in their own shop's.
    private async Task<Shop?> HomeAsync(RegisterRecord record, CancellationToken ct)
    {
        if (record is not OwnedRecord owned || (owned.ShopId is null && db.Access.SeesAllRegisters))
            return null;
        if (owned.ShopId is { } owner)
            return await db.Shops.AsNoTracking().SingleOrDefaultAsync(shop => shop.Id == owner, ct);
        _readable ??= await db.Shops.AsNoTracking().Where(shop => shop.RetiredOn == null && db.Access.RegisterShops.Contains(shop.Id)).ToDictionaryAsync(shop => shop.Id, ct);
        return _readable.Values.OrderByDescending(shop => shop.Id == openShop).ThenBy(shop => shop.Slug, StringComparer.Ordinal)
            .FirstOrDefault(shop => owned.AppliesTo.Includes(shop.Id, shop.LegalEntityId));
    }
}
