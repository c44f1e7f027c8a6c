using ComplianceHub.Compliance;
using ComplianceHub.Components;
using ComplianceHub.Data;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.Portfolio;

/// <summary>
/// What ends within 30 days in the shops whose registers the person may read, as each shop's own calendar tells it. The
/// stored readiness knows the next day on which a date of a shop counts, so only the shops that come first are read.
/// </summary>
public sealed class EndingSoonQuery(HubDb hub, ShopSnapshots snapshots, TimeProvider time)
{
    private const int Days = 30;
    private const int MostShops = 12;

    /// <summary>What ends, soonest first, at most so many.</summary>
    public async Task<IReadOnlyList<EndingSoon>> ListAsync(int count, CancellationToken ct)
    {
        List<(ShopSnapshot Shop, CalendarEntry Entry)> endings = [];
        foreach (var id in await FirstShopsAsync(ct))
        {
            if (await snapshots.LoadAsync(id, ct: ct) is { } shop)
                endings.AddRange(ShopCalendar.Of(shop).Where(entry => entry.Record is not null && entry.Day <= shop.AsOf.AddDays(Days)).Select(entry => (shop, entry)));
        }
        // A record of the group ends in all its shops at once, and is told once.
        return
        [
            .. endings.GroupBy(ending => (ending.Entry.Record!.Id, ending.Entry.Text)).Select(Of)
                .OrderBy(ending => ending.Day).ThenBy(ending => ending.Text, StringComparer.Ordinal)
                .Take(count),
        ];
    }

    private static EndingSoon Of(IEnumerable<(ShopSnapshot Shop, CalendarEntry Entry)> same)
    {
        var all = same.OrderBy(one => one.Shop.Shop.Name, StringComparer.Ordinal).ToList();
        var (shop, entry) = all[0];
        return new(entry.Day, entry.Text, all.Count == 1 ? shop.Shop.Name : $"{shop.Shop.Name} and others", HubUrls.Record(entry.Record!, shop.Shop.Slug));
    }

    private async Task<IReadOnlyList<Guid>> FirstShopsAsync(CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(ct);
        var last = time.GetUtcNow().AddDays(Days + 2);
        var (all, granted) = (db.Access.SeesAllRegisters, db.Access.RegisterShops.ToList());
        return await (
            from shop in db.Shops
            where shop.RetiredOn == null && (all || granted.Contains(shop.Id))
            join summary in db.ReadinessSummaries on shop.Id equals summary.ShopId
            where summary.ValidUntil <= last
            orderby summary.ValidUntil, shop.Id
            select shop.Id).Take(MostShops).ToListAsync(ct);
    }
}
