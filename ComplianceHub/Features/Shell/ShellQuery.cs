using ComplianceHub.Components;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.Shell;

/// <summary>Reads what the frame shows; only what the person may see.</summary>
public sealed class ShellQuery(HubDb hub)
{
    private const int LongestList = 50;

    /// <summary>The state of the frame on a page of a shop, or of the group when none is named.</summary>
    /// <param name="slug">The shop's part of the address; null on the group's pages.</param>
    /// <param name="before">What the frame showed last: its counts are taken over while the registers are the same.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<ShellState> StateAsync(string? slug, ShellState? before, CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(ct);
        var access = db.Access;
        var name = await db.Users.Where(user => user.Id == access.UserId).Select(user => user.DisplayName).SingleOrDefaultAsync(ct);
        var shop = slug is null ? null : await Shops(db).SingleOrDefaultAsync(one => one.Slug == slug, ct);
        return new(
            name ?? "",
            shop is null ? null : await ShopAsync(db, shop, before?.Shop, ct),
            await Shops(db).CountAsync(ct),
            access.ReadsRegisters,
            access.ReadsRegisters && await db.AuditsByInvitation.AnyAsync(ct),
            access.SeesAllRegisters,
            access.MayKeepRegisters(null),
            access.SeesPeople || access.AdministeredShops.Count > 0,
            access.SeesPeople,
            await db.AuditsOfRegisters.Where(Audit.WaitsFor(access.UserId ?? Guid.Empty)).CountAsync(ct),
            await TasksAsync(db, shop, ct));
    }

    private static async Task<OpenTasks> TasksAsync(HubDbContext db, Shop? shop, CancellationToken ct)
    {
        var byShop = await db.TasksOfRegisters.Where(RemediationTask.Unfinished).GroupBy(task => task.ShopId).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(ct);
        return new(byShop.Sum(one => one.Count), byShop.Find(one => one.Key == shop?.Id)?.Count ?? 0);
    }

    /// <summary>The shops for the switcher, lowest score first.</summary>
    public async Task<IReadOnlyList<ShopChoice>> ChoicesAsync(string? search, CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(ct);
        var folded = string.IsNullOrWhiteSpace(search) ? null : SortKey.Of(search);
        var standings = db.ReadinessStandings.Where(row => row.Regulation == ReadinessStanding.AllRegulations);
        var choices = await (
            from shop in Shops(db)
            where folded == null || EF.Property<string>(shop, SortKey.Column).Contains(folded)
            join standing in standings on shop.Id equals standing.ShopId into known
            from standing in known.DefaultIfEmpty()
            let rank = standing == null ? ReadinessStanding.NotAssessed : standing.Rank
            orderby rank, EF.Property<string>(shop, SortKey.Column)
            select new { shop.Id, shop.Slug, shop.Name, shop.LegalEntityId, Lowest = rank >= 0 && rank <= 100 ? (int?)rank : null }).Take(LongestList).ToListAsync(ct);
        // Asked apart: within one query, lifting the guard of the legal entities would lift that of the shops too.
        var ids = choices.Select(choice => choice.LegalEntityId).Distinct().ToList();
        var entities = await db.LegalEntities.IgnoreQueryFilters().Where(entity => ids.Contains(entity.Id)).ToDictionaryAsync(entity => entity.Id, entity => entity.Name, ct);
        return
        [
            .. choices.Select(choice => new ShopChoice(choice.Slug, choice.Name, entities[choice.LegalEntityId], choice.Lowest)),
        ];
    }

    private static IQueryable<Shop> Shops(HubDbContext db) => db.Shops.AsNoTracking().Where(shop => shop.RetiredOn == null);

    private static async Task<ShellShop> ShopAsync(HubDbContext db, Shop shop, ShellShop? before, CancellationToken ct)
    {
        var computedAt = await db.ReadinessSummaries.Where(summary => summary.ShopId == shop.Id).Select(summary => (DateTimeOffset?)summary.ComputedAt).SingleOrDefaultAsync(ct);
        var stand = (shop.RegistersVersion, computedAt);
        if (before is not null && before.Slug == shop.Slug && before.Stand == stand)
            return before;
        var entity = await db.LegalEntities.IgnoreQueryFilters().Where(one => one.Id == shop.LegalEntityId).Select(one => one.Name).SingleAsync(ct);
        var scores = await db.ReadinessScores.AsNoTracking().Where(score => score.ShopId == shop.Id && score.Area == ReadinessScore.WholeRegulation).ToListAsync(ct);
        return new(shop.Slug, shop.Name, entity, scores.Count == 0 ? null : scores.Sum(score => score.Fail + score.Partial + score.NotAssessed), await CountsAsync(db, shop, ct), stand);
    }

    private static async Task<Dictionary<string, int>> CountsAsync(HubDbContext db, Shop shop, CancellationToken ct) => new()
    {
        [RegisterNames.Activities] = await CountAsync<ProcessingActivity>(db, shop, ct),
        [RegisterNames.PersonalData] = await CountAsync<DataElement>(db, shop, ct),
        [RegisterNames.Systems] = await CountAsync<DataSystem>(db, shop, ct),
        [RegisterNames.ThirdParties] = await CountAsync<Vendor>(db, shop, ct),
        [RegisterNames.Agreements] = await CountAsync<Agreement>(db, shop, ct),
        [RegisterNames.Disclosures] = await CountAsync<Disclosure>(db, shop, ct),
        [RegisterNames.Transfers] = await CountAsync<Transfer>(db, shop, ct),
        [RegisterNames.Retention] = await CountAsync<RetentionRule>(db, shop, ct),
        [RegisterNames.Notices] = await CountAsync<Notice>(db, shop, ct),
        [RegisterNames.ConsentForms] = await CountAsync<ConsentForm>(db, shop, ct),
        [RegisterNames.Assessments] = await CountAsync<Assessment>(db, shop, ct),
        [RegisterNames.Measures] = await CountAsync<SecurityMeasure>(db, shop, ct),
        [RegisterNames.Evidence] = await CountAsync<EvidenceFile>(db, shop, ct),
        [RegisterNames.People] = await CountAsync<ResponsiblePerson>(db, shop, ct),
    };

    private static Task<int> CountAsync<T>(HubDbContext db, Shop shop, CancellationToken ct)
        where T : OwnedRecord => db.Set<T>().CountAsync(
            record => record.RetiredOn == null
                && (record.ShopId == shop.Id
                    || (record.ShopId == null
                        && (record.AppliesTo.Kind == CoverageKind.AllShops
                            || (record.AppliesTo.Kind == CoverageKind.Shops && record.AppliesTo.ShopIds.Contains(shop.Id))
                            || (record.AppliesTo.Kind == CoverageKind.LegalEntities && record.AppliesTo.LegalEntityIds.Contains(shop.LegalEntityId)))))
                && !db.Deviations.Any(deviation => deviation.ShopId == shop.Id && deviation.RecordId == record.Id && deviation.Field == Deviation.Excluded),
            ct);
}
