using ComplianceHub.Compliance;
using ComplianceHub.Data;
using ComplianceHub.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.Portfolio;

/// <summary>Reads the portfolio from stored scores: thousands of shops, filtered and sorted by the database.</summary>
public sealed class PortfolioQuery(HubDb hub, TimeProvider time)
{
    /// <summary>Whether the person may read registers at all; an auditor reads reports alone.</summary>
    public async Task<bool> MayReadRegistersAsync(CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(ct);
        return db.Access.SeesAllRegisters || db.Access.RegisterShops.Count > 0;
    }

    /// <summary>The shops whose reports the person may read, by name.</summary>
    public async Task<IReadOnlyList<(string Slug, string Name)>> ReportShopsAsync(CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(ct);
        var shops = await Shops(db).OrderBy(shop => EF.Property<string>(shop, SortKey.Column)).Select(shop => new { shop.Slug, shop.Name }).ToListAsync(ct);
        return [.. shops.Select(shop => (shop.Slug, shop.Name))];
    }

    /// <summary>One page of shops, worst first.</summary>
    public async Task<PortfolioPageRows> PageAsync(PortfolioFilter filter, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = await hub.OpenAsync(ct);
        var ranked = Matching(db, Ranked(db, filter.Regulation), filter);
        // What is not assessed counts as 0; what does not apply to a shop does not count against it.
        var page = await ranked
            .OrderBy(shop => shop.Lowest ?? (shop.Applies > 0 ? 0 : 101)).ThenBy(shop => shop.Assessed > 0).ThenBy(shop => shop.SortKey).ThenBy(shop => shop.Id)
            .Skip((Math.Max(1, filter.Page) - 1) * PortfolioFilter.PageSize).Take(PortfolioFilter.PageSize).ToListAsync(ct);
        var bands = await ranked.GroupBy(shop => new { shop.Assessed, shop.Applies, shop.Lowest }).Select(group => new { group.Key.Assessed, group.Key.Applies, group.Key.Lowest, Count = group.Count() }).ToListAsync(ct);
        var all = Shops(db);
        return new(
            await RowsAsync(db, [.. page.Select(shop => shop.Id)], ct),
            bands.Sum(band => band.Count),
            await all.CountAsync(ct),
            await all.Select(shop => shop.LegalEntityId).Distinct().CountAsync(ct),
            [.. bands.GroupBy(band => band.Assessed == 0 ? (Band?)null : Bands.Of(band.Lowest ?? 0)).Select(group => (group.Key, group.Sum(band => band.Count))).OrderBy(part => part.Key is null ? -1 : (int)part.Key)],
            await Ranked(db, filter.Regulation).CountAsync(shop => shop.Blocked > 0, ct),
            await db.LegalEntities.Where(entity => entity.SeatCountry != null).Select(entity => entity.SeatCountry!).Distinct().Order().ToListAsync(ct));
    }

    /// <summary>The scores that changed in the last seven days, newest first.</summary>
    public async Task<IReadOnlyList<ScoreChange>> ChangesAsync(int count, CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(ct);
        var since = ShopDay.Of(time.GetUtcNow(), null).AddDays(-7);
        var days = await (
            from day in db.ReadinessDays.AsNoTracking()
            where day.Day >= since
            join shop in Shops(db) on day.ShopId equals shop.Id
            orderby day.Day descending, shop.Slug
            select new
            {
                shop.Name,
                shop.Slug,
                Day = day,
                Before = db.ReadinessDays.Where(old => old.ShopId == day.ShopId && old.Regulation == day.Regulation && old.Day < day.Day).OrderByDescending(old => old.Day).Select(old => old.Points).FirstOrDefault(),
            }).Take(count * 4).ToListAsync(ct);
        return [.. days.Where(day => day.Day.Changes.Count > 0).Take(count).Select(day => new ScoreChange(day.Name, day.Slug, day.Day, day.Before))];
    }

    private static IQueryable<Shop> Shops(HubDbContext db) => db.Shops.AsNoTracking().Where(shop => shop.RetiredOn == null);

    private static IQueryable<Ranked> Ranked(HubDbContext db, string? regulation)
    {
        var scores = db.ReadinessScores.Where(score => score.Area == ReadinessScore.WholeRegulation && (regulation == null || score.Regulation == regulation));
        var readable = db.Access.SeesAllRegisters;
        var granted = db.Access.RegisterShops.ToList();
        return Shops(db)
            .Where(shop => readable || granted.Contains(shop.Id))
            .Select(shop => new Ranked
            {
                Id = shop.Id,
                LegalEntityId = shop.LegalEntityId,
                SortKey = EF.Property<string>(shop, SortKey.Column),
                Lowest = scores.Where(score => score.ShopId == shop.Id && !score.IsNotApplicable).Min(score => (int?)(score.Points ?? 0)),
                Applies = scores.Count(score => score.ShopId == shop.Id && !score.IsNotApplicable),
                Assessed = scores.Count(score => score.ShopId == shop.Id && score.Points != null),
                Blocked = scores.Count(score => score.ShopId == shop.Id && score.Cap == 49),
            });
    }

    private static IQueryable<Ranked> Matching(HubDbContext db, IQueryable<Ranked> shops, PortfolioFilter filter)
    {
        if (!string.IsNullOrWhiteSpace(filter.Search))
        {
            var search = SortKey.Of(filter.Search);
            shops = shops.Where(shop => shop.SortKey.Contains(search));
        }

        if (filter.Country is { } country)
            shops = shops.Where(shop => db.LegalEntities.Any(entity => entity.Id == shop.LegalEntityId && entity.SeatCountry == country));
        if (filter.WithBlockers)
            shops = shops.Where(shop => shop.Blocked > 0);
        if (filter.IsNotAssessed)
            shops = shops.Where(shop => shop.Assessed == 0);
        if (filter.Band is { } band)
        {
            var (from, to) = band switch { Band.Ready => (90, 100), Band.Nearly => (75, 89), Band.Gaps => (50, 74), _ => (0, 49) };
            shops = shops.Where(shop => shop.Assessed > 0 && shop.Lowest >= from && shop.Lowest <= to);
        }

        return shops;
    }

    private async Task<IReadOnlyList<PortfolioRow>> RowsAsync(HubDbContext db, List<Guid> ids, CancellationToken ct)
    {
        var shops = await (
            from shop in Shops(db)
            where ids.Contains(shop.Id)
            join entity in db.LegalEntities.IgnoreQueryFilters() on shop.LegalEntityId equals entity.Id
            select new { shop.Id, shop.Slug, shop.Name, shop.Owner, entity.SeatCountry }).ToDictionaryAsync(shop => shop.Id, ct);
        var scores = (await db.ReadinessScores.AsNoTracking().Where(score => ids.Contains(score.ShopId)).ToListAsync(ct)).ToLookup(score => score.ShopId);
        var stale = await ReadinessBoard.StaleShops(db, time.GetUtcNow()).Where(shop => ids.Contains(shop)).ToListAsync(ct);
        return [.. ids.Select(id => new PortfolioRow(id, shops[id].Slug, shops[id].Name, shops[id].SeatCountry, shops[id].Owner, [.. scores[id]], stale.Contains(id)))];
    }
}

/// <summary>A shop with what orders the portfolio.</summary>
internal sealed class Ranked
{
    public Guid Id { get; init; }
    public Guid LegalEntityId { get; init; }
    public string SortKey { get; init; } = "";
    public int? Lowest { get; init; }
    public int Applies { get; init; }
    public int Assessed { get; init; }
    public int Blocked { get; init; }
}
