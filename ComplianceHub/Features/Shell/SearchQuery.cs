using ComplianceHub.Compliance;
using ComplianceHub.Components;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.Shell;

/// <summary>Something that the search has found.</summary>
/// <param name="Kind">Shop, record, requirement or action.</param>
/// <param name="Text">Its name.</param>
/// <param name="Note">What tells it apart.</param>
/// <param name="Href">Its address.</param>
public sealed record SearchHit(string Kind, string Text, string Note, string Href);

/// <summary>Searches shops, records, requirements and actions; only what the person may see.</summary>
public sealed class SearchQuery(HubDb hub)
{
    private const int PerKind = 6;

    /// <summary>The shortest text that is searched for.</summary>
    public const int Shortest = 2;

    /// <summary>The longest text that is searched for; the rest is left out.</summary>
    public const int Longest = 100;

    /// <summary>What is found, by kind. Requirements lead into the open shop's checklist, and need one.</summary>
    public async Task<IReadOnlyList<SearchHit>> FindAsync(string text, string? slug, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = SortKey.Of(text.Length > Longest ? text[..Longest] : text).Trim();
        if (folded.Length < Shortest)
            return [];
        await using var db = await hub.OpenAsync(ct);
        var shops = await db.Shops.AsNoTracking().Where(shop => shop.RetiredOn == null).Select(shop => new { shop.Id, shop.Slug, shop.Name, Key = EF.Property<string>(shop, SortKey.Column) })
            .Where(shop => shop.Key.Contains(folded) || shop.Slug == slug).OrderByDescending(shop => shop.Slug == slug).ThenBy(shop => shop.Key).Take(PerKind + 1).ToListAsync(ct);
        var open = shops.Find(shop => shop.Slug == slug);
        List<SearchHit> hits = [.. shops.Where(shop => shop.Key.Contains(folded)).Take(PerKind).Select(shop => new SearchHit("Shops", shop.Name, "", db.Access.MayReadRegisters(shop.Id) ? HubUrls.Shop(shop.Slug) : HubUrls.Reports(shop.Slug)))];
        await AddRecordsAsync(db, hits, folded, open?.Id, ct);
        if (open is not null && db.Access.MayReadRegisters(open.Id))
            hits.AddRange(Requirements(folded, open.Slug));
        hits.AddRange(Actions(folded, db.Access));
        return hits;
    }

    private static async Task AddRecordsAsync(HubDbContext db, List<SearchHit> hits, string folded, Guid? open, CancellationToken ct)
    {
        await AddAsync<Vendor>(db, hits, folded, open, ct);
        await AddAsync<Agreement>(db, hits, folded, open, ct);
        await AddAsync<ProcessingActivity>(db, hits, folded, open, ct);
        await AddAsync<DataElement>(db, hits, folded, open, ct);
        await AddAsync<RetentionRule>(db, hits, folded, open, ct);
        await AddAsync<Notice>(db, hits, folded, open, ct);
        await AddAsync<Transfer>(db, hits, folded, open, ct);
        await AddAsync<DataSystem>(db, hits, folded, open, ct);
        await AddAsync<ResponsiblePerson>(db, hits, folded, open, ct);
    }

    private static async Task AddAsync<T>(HubDbContext db, List<SearchHit> hits, string folded, Guid? open, CancellationToken ct)
        where T : OwnedRecord
    {
        // The open shop's records first.
        var records = await db.Set<T>().AsNoTracking().Where(record => record.RetiredOn == null && EF.Property<string>(record, SortKey.Column).Contains(folded))
            .OrderByDescending(record => record.ShopId == open).ThenBy(record => EF.Property<string>(record, SortKey.Column)).Take(PerKind).ToListAsync(ct);
        var owners = records.Select(record => record.ShopId).OfType<Guid>().Distinct().ToList();
        var names = await db.Shops.AsNoTracking().Where(shop => owners.Contains(shop.Id)).ToDictionaryAsync(shop => shop.Id, ct);
        foreach (var record in records)
        {
            var owner = record.ShopId is { } id ? names.GetValueOrDefault(id) : null;
            if (owner is null && !db.Access.SeesAllRegisters)
                continue;
            hits.Add(new("Records", record.DisplayName, $"{record.Register.Word()}, {owner?.Name ?? "group"}", HubUrls.Register(RegisterNames.Of(record.Register), owner?.Slug, record.Id)));
        }
    }

    private static IEnumerable<SearchHit> Requirements(string folded, string slug) => Regulations.All
        .SelectMany(regulation => regulation.Requirements)
        .Where(requirement => SortKey.Of($"{requirement.Id} {requirement.Title} {requirement.Citation}").Contains(folded, StringComparison.Ordinal))
        .Take(PerKind)
        .Select(requirement => new SearchHit("Requirements", requirement.Title, requirement.Id, HubUrls.Checklist(slug, requirement: requirement.Id)));

    private static IEnumerable<SearchHit> Actions(string folded, Access access)
    {
        List<SearchHit> actions = [new("Actions", "Go to the portfolio", "", HubUrls.Portfolio)];
        if (access.MayAdminister(null))
            actions.AddRange([new("Actions", "Add a shop", "", HubUrls.NewShop), new("Actions", "Import from files", "", HubUrls.Import)]);
        if (access.SeesPeople || access.AdministeredShops.Count > 0)
            actions.Add(new("Actions", "People and grants", "", HubUrls.PeopleAndGrants));
        actions.Add(new("Actions", "My account", "", HubUrls.Account));
        return actions.Where(action => SortKey.Of(action.Text).Contains(folded, StringComparison.Ordinal));
    }
}
