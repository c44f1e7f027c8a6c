using ComplianceHub.Compliance;
using ComplianceHub.Data;
using ComplianceHub.Domain.Registers;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.Readiness;

/// <summary>Computes a shop's readiness for its pages, on any day.</summary>
public sealed class ShopReadinessQuery(HubDb hub, ShopSnapshots snapshots, TimeProvider time)
{
    /// <summary>Readiness on a day, today when none is named; null when there is no such shop or the person may not read it.</summary>
    public async Task<ShopReadiness?> OnAsync(string slug, DateOnly? asOf, CancellationToken ct)
    {
        if (await snapshots.LoadAsync(slug, asOf, ct) is not { } shop)
            return null;
        await using var db = await hub.OpenAsync(ct);
        if (!db.Access.MayReadRegisters(shop.Shop.Id))
            return null;
        var today = ShopDay.Of(time.GetUtcNow(), shop.Shop.TimeZone);
        return new(
            shop,
            today,
            [.. Regulations.All.Select(regulation => Compliance.Readiness.Of(shop, regulation))],
            db.Access.MayAttest(shop.Shop.Id),
            db.Access.MayKeepRegisters(shop.Shop.Id),
            db.Access.SeesAllRegisters,
            await DaysAsync(db, shop.Shop.Id, today.AddYears(-1), ct));
    }

    /// <summary>The evidence files of some ids, by name; only those the person may see.</summary>
    public static IReadOnlyList<EvidenceFile> Evidence(ShopSnapshot shop, IEnumerable<Guid> ids)
    {
        ArgumentNullException.ThrowIfNull(shop);
        var wanted = ids.ToHashSet();
        return [.. shop.Evidence.Where(file => wanted.Contains(file.Id)).OrderBy(file => file.FileName, StringComparer.OrdinalIgnoreCase)];
    }

    private static async Task<IReadOnlyList<ReadinessDay>> DaysAsync(HubDbContext db, Guid shopId, DateOnly from, CancellationToken ct)
    {
        var days = await db.ReadinessDays.AsNoTracking().Where(day => day.ShopId == shopId).OrderBy(day => day.Day).ToListAsync(ct);
        return [.. days.GroupBy(day => day.Regulation).SelectMany(series => series.Where(day => day.Day >= from).Prepend(series.LastOrDefault(day => day.Day < from)).OfType<ReadinessDay>())];
    }
}
