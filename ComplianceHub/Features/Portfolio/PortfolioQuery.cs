using ComplianceHub.Compliance;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.Portfolio;

/// <summary>Reads the portfolio from stored scores: thousands of shops, filtered and sorted by the database.</summary>
public sealed class PortfolioQuery(HubDb hub, TimeProvider time)
{
    /// <summary>Whether the person may read registers at all; who reads none has their audits in a room of their own.</summary>
    public async Task<bool> MayReadRegistersAsync(CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(ct);
        return db.Access.ReadsRegisters;
    }

    /// <summary>One page of shops, worst first.</summary>
    public async Task<PortfolioPageRows> PageAsync(PortfolioFilter filter, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = await hub.OpenAsync(ct);
        var all = Standing(db, filter.Regulation);
        var matching = Matching(db, all, filter);
        var page = await matching
            .OrderBy(shop => shop.Rank).ThenBy(shop => shop.SortKey).ThenBy(shop => shop.Id).Select(shop => shop.Id)
            .Skip((Math.Max(1, filter.Page) - 1) * PortfolioFilter.PageSize).Take(PortfolioFilter.PageSize).ToListAsync(ct);
        var ranks = await matching.GroupBy(shop => shop.Rank).Select(group => new { Rank = group.Key, Count = group.Count() }).ToListAsync(ct);
        // One row for each legal entity: how many shops it has, and how many of them are blocked.
        var entities = await all.GroupBy(shop => shop.LegalEntityId).Select(group => new { Shops = group.Count(), Blocked = group.Sum(shop => shop.IsBlocked ? 1 : 0) }).ToListAsync(ct);
        return new(
            await RowsAsync(db, page, ct),
            ranks.Sum(rank => rank.Count),
            entities.Sum(entity => entity.Shops),
            entities.Count,
            [.. ranks.GroupBy(rank => BandOf(rank.Rank)).Select(group => (group.Key, group.Sum(rank => rank.Count))).OrderBy(part => part.Key is null ? -1 : (int)part.Key)],
            entities.Sum(entity => entity.Blocked),
            await db.LegalEntities.Where(entity => entity.SeatCountry != null).Select(entity => entity.SeatCountry!).Distinct().Order().ToListAsync(ct),
            db.Access.MayAdminister(null));
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
                IsFirst = !db.ReadinessDays.Any(old => old.ShopId == day.ShopId && old.Regulation == day.Regulation && old.Day < day.Day),
            }).Take(count * 4).ToListAsync(ct);
        return [.. days.Where(day => day.Day.Changes.Count > 0).Take(count).Select(day => new ScoreChange(day.Name, day.Slug, day.Day, day.Before, day.IsFirst))];
    }

    /// <summary>The registers of the group that shops propose to change, with how many proposals wait; none for people who do
    /// not decide about them.</summary>
    public async Task<IReadOnlyList<(Register Register, int Count)>> ProposalsAsync(CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(ct);
        if (!db.Access.MayKeepRegisters(null))
            return [];
        var open = await db.Proposals.Where(proposal => proposal.State == ProposalState.Open).GroupBy(proposal => proposal.Register)
            .Select(group => new { Register = group.Key, Count = group.Count() }).ToListAsync(ct);
        return [.. open.OrderBy(group => group.Register).Select(group => (group.Register, group.Count))];
    }

    private static IQueryable<Shop> Shops(HubDbContext db) => db.Shops.AsNoTracking().Where(shop => shop.RetiredOn == null);

    // A shop that was never computed is not assessed.
    private static IQueryable<StandingShop> Standing(HubDbContext db, string? regulation)
    {
        var readable = db.Access.SeesAllRegisters;
        var granted = db.Access.RegisterShops.ToList();
        var standings = db.ReadinessStandings.Where(row => row.Regulation == (regulation ?? ReadinessStanding.AllRegulations));
        return from shop in Shops(db)
               where readable || granted.Contains(shop.Id)
               join standing in standings on shop.Id equals standing.ShopId into known
               from standing in known.DefaultIfEmpty()
               select new StandingShop
               {
                   Id = shop.Id,
                   LegalEntityId = shop.LegalEntityId,
                   SortKey = EF.Property<string>(shop, SortKey.Column),
                   Rank = standing == null ? ReadinessStanding.NotAssessed : standing.Rank,
                   IsBlocked = standing != null && standing.IsBlocked,
               };
    }

    private static IQueryable<StandingShop> Matching(HubDbContext db, IQueryable<StandingShop> shops, PortfolioFilter filter)
    {
        if (!string.IsNullOrWhiteSpace(filter.Search))
        {
            var search = SortKey.Of(filter.Search);
            shops = shops.Where(shop => shop.SortKey.Contains(search));
        }

        if (filter.Country is { } country)
            shops = shops.Where(shop => db.LegalEntities.Any(entity => entity.Id == shop.LegalEntityId && entity.SeatCountry == country));
        if (filter.WithBlockers)
            shops = shops.Where(shop => shop.IsBlocked);
        if (filter.IsNotAssessed)
            shops = shops.Where(shop => shop.Rank == ReadinessStanding.NotAssessed || shop.Rank == ReadinessStanding.NotApplicable);
        if (filter.Band is { } band)
        {
            var (from, to) = band switch { Band.Ready => (90, 100), Band.Nearly => (75, 89), Band.Gaps => (50, 74), _ => (0, 49) };
            shops = shops.Where(shop => shop.Rank >= from && shop.Rank <= to);
        }

        return shops;
    }

    private static Band? BandOf(int rank) => rank is ReadinessStanding.NotAssessed or ReadinessStanding.NotApplicable ? null : Bands.Of(rank);

    private async Task<IReadOnlyList<PortfolioRow>> RowsAsync(HubDbContext db, List<Guid> ids, CancellationToken ct)
    {
        var shops = await (
            from shop in Shops(db)
            where ids.Contains(shop.Id)
            join entity in db.LegalEntities.IgnoreQueryFilters() on shop.LegalEntityId equals entity.Id
            join summary in db.ReadinessSummaries on shop.Id equals summary.ShopId into summaries
            from summary in summaries.DefaultIfEmpty()
            select new { shop.Id, shop.Slug, shop.Name, shop.Owner, shop.TimeZone, entity.SeatCountry, Next = summary == null ? null : summary.ValidUntil }).ToDictionaryAsync(shop => shop.Id, ct);
        var scores = (await db.ReadinessScores.AsNoTracking().Where(score => ids.Contains(score.ShopId)).ToListAsync(ct)).ToLookup(score => score.ShopId);
        var stale = await ReadinessBoard.StaleShops(db, time.GetUtcNow()).Where(shop => ids.Contains(shop)).ToListAsync(ct);
        return [.. ids.Select(id => new PortfolioRow(id, shops[id].Slug, shops[id].Name, shops[id].SeatCountry, shops[id].Owner, [.. scores[id]], stale.Contains(id),
            shops[id].Next is { } next ? ShopDay.Of(next, shops[id].TimeZone) : null))];
    }
}

/// <summary>A shop with what orders the portfolio.</summary>
internal sealed class StandingShop
{
    public Guid Id { get; init; }
    public Guid LegalEntityId { get; init; }
    public string SortKey { get; init; } = "";
    public int Rank { get; init; }
    public bool IsBlocked { get; init; }
}
