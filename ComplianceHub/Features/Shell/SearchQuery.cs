using ComplianceHub.Compliance;
using ComplianceHub.Components;
using ComplianceHub.Data;
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
    private const int LatestAudits = 500;

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
        List<SearchHit> hits = [.. shops.Where(shop => shop.Key.Contains(folded)).Take(PerKind).Select(shop => new SearchHit("Shops", shop.Name, "", HubUrls.Shop(shop.Slug)))];
        hits.AddRange(await new RecordSearch(db, open?.Id).FindAsync(folded, ct));
        hits.AddRange(await AuditsAsync(db, folded, ct));
        if (open is not null)
            hits.AddRange(Requirements(folded, open.Slug));
        hits.AddRange(Actions(db.Access, open?.Slug)
            .Where(action => SortKey.Of(action.Text).Contains(folded, StringComparison.Ordinal)));
        return hits;
    }

    // An audit's title has no column that is folded, so the latest are folded here.
    private static async Task<IEnumerable<SearchHit>> AuditsAsync(HubDbContext db, string folded, CancellationToken ct)
    {
        if (!db.Access.ReadsRegisters)
            return [];
        var latest = await db.AuditsOfRegisters.AsNoTracking().OrderByDescending(audit => audit.Id).Select(audit => new { audit.Id, audit.Title, audit.State }).Take(LatestAudits).ToListAsync(ct);
        return latest.Where(audit => SortKey.Of(audit.Title).Contains(folded, StringComparison.Ordinal)).Take(PerKind)
            .Select(audit => new SearchHit("Audits", audit.Title, audit.State.Word(), HubUrls.Audit(audit.Id)));
    }

    private static IEnumerable<SearchHit> Requirements(string folded, string slug) => Regulations.All
        .SelectMany(regulation => regulation.Requirements)
        .Where(requirement => SortKey.Of($"{requirement.Id} {requirement.Title} {requirement.Citation}").Contains(folded, StringComparison.Ordinal))
        .Take(PerKind)
        .Select(requirement => new SearchHit("Requirements", requirement.Title, requirement.Id, HubUrls.Checklist(slug, requirement: requirement.Id)));

    private static IEnumerable<SearchHit> Actions(Access access, string? slug)
    {
        SearchHit Action(string text, string href) => new("Actions", text, "", href);

        List<SearchHit> actions = [Action("Go to the portfolio", HubUrls.Portfolio), Action("My account", HubUrls.Account)];
        if (access.ReadsRegisters)
            actions.Add(Action("Go to the audits", HubUrls.Audits()));
        if (slug is not null)
            actions.AddRange(
            [
                Action("Go to the overview", HubUrls.Shop(slug)), Action("Go to the checklist", HubUrls.Checklist(slug)), Action("Show data flows", HubUrls.DataFlows(slug)),
                Action("Download reports", HubUrls.Reports(slug)), Action("Verify the log", HubUrls.Log(slug)), Action("Answer the profile questions", HubUrls.Profile(slug)),
            ]);
        if (access.MayAdminister(null))
            actions.Add(Action("Add a shop", HubUrls.NewShop));
        if (access.MayKeepRegisters(null))
            actions.Add(Action("Import from files", HubUrls.Import));
        if (access.SeesPeople || access.AdministeredShops.Count > 0)
            actions.Add(Action("People and grants", HubUrls.PeopleAndGrants));
        return actions;
    }
}
