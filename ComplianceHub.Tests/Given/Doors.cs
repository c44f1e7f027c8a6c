using ComplianceHub.Components;
using ComplianceHub.Data;
using ComplianceHub.Demo;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Reports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Given;

/// <summary>Every address that the running program answers, as its endpoints say, and by the authorization matrix who reaches it.</summary>
internal sealed partial class Doors(HubApplication hub)
{
    /// <summary>What the running program answers, as the matrix names it, and whether that is for everybody. Static files, what
    /// the framework needs for itself, and the answer to every address that nothing else takes, are no doors.</summary>
    public IReadOnlyDictionary<string, bool> Templates() => hub.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null && endpoint.RoutePattern.RawText!.TrimStart('/') is var path && !path.StartsWith('_') && !path.Contains("{*", StringComparison.Ordinal))
        .GroupBy(NameOf).ToDictionary(door => door.Key, door => door.All(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null));

    private static string NameOf(RouteEndpoint endpoint)
    {
        var path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/').Replace("{Slug}", "{slug}", StringComparison.Ordinal).Replace("{Id:guid}", "{id:guid}", StringComparison.Ordinal);
        var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods;
        return methods is null || methods.Contains("GET") ? path : $"{string.Join('/', methods)} {path}";
    }

    /// <summary>The addresses with every shop, file and audit in their places, and whether a person may see them.</summary>
    /// <param name="account">"viewer", who reads a shop, or "auditor", who is invited to audits and has nothing else.</param>
    /// <param name="shop">The shop that the viewer reads.</param>
    public async Task<IReadOnlyList<(string Address, bool IsOpen)>> AddressesAsync(string account, string shop)
    {
        await using var db = await OpenAsync();
        var column = account == "viewer" ? "viewer of a shop" : "auditor of an audit";
        var shops = await db.Shops.ToDictionaryAsync(one => one.Id, one => one.Slug);
        var audits = await AuditsAsync(db, account, shop);
        var files = (await db.EvidenceFiles.Where(file => file.ShopId != null).ToListAsync()).GroupBy(file => file.ShopId!.Value).Select(group => group.First());
        // The style guide shows samples, in Development alone.
        return [.. AuthorizationMatrix.Of("page", "endpoint").Where(row => !row.What.Contains(' ', StringComparison.Ordinal) && row[AuthorizationMatrix.SignedOut] != "open" && row.What != HubUrls.Design).SelectMany(row => row.What switch
        {
            _ when row.What.StartsWith("/audits/{", StringComparison.Ordinal) => audits.Select(audit => (OfAudit(row.What, audit.Audit.Id), IsOpen(row, column, audit.IsTheirs) && IsThere(row.What, audit.Audit))),
            "/files/{id:guid}" => files.Select(file => (row.What.Replace("{id:guid}", file.Id.ToString(), StringComparison.Ordinal), IsOpen(row, column, shops[file.ShopId!.Value] == shop))),
            _ when row.What.Contains("{slug}", StringComparison.Ordinal) => shops.Values.SelectMany(slug => WithReports(row.What.Replace("{slug}", slug, StringComparison.Ordinal)).Select(address => (address, IsOpen(row, column, slug == shop)))),
            _ => [(row.What, IsOpen(row, column, isOwn: false))],
        })];
    }

    /// <summary>Names that nobody may read who may see some shops alone: of other shops, their companies, vendors and audits.</summary>
    public async Task<IReadOnlyList<string>> NamesBeyondAsync(params string[] slugs)
    {
        await using var db = await OpenAsync();
        var own = await db.Shops.Where(shop => slugs.Contains(shop.Slug)).ToListAsync();
        var (ids, entities) = (own.Select(shop => shop.Id).ToList(), own.Select(shop => shop.LegalEntityId).ToList());
        var shops = await db.Shops.Where(shop => !ids.Contains(shop.Id)).Select(shop => shop.Name).ToListAsync();
        var companies = await db.LegalEntities.Where(entity => !entities.Contains(entity.Id)).Select(entity => entity.Name).ToListAsync();
        var vendors = await db.Set<Vendor>().ToListAsync();
        var known = vendors.Where(vendor => vendor.ShopId is null || ids.Contains(vendor.ShopId.Value)).Select(vendor => vendor.DisplayName).ToHashSet();
        var all = await db.Audits.ToListAsync();
        // A title that is part of one of theirs finds theirs.
        var audits = all.Where(audit => !audit.ShopIds.Exists(ids.Contains)).Select(audit => audit.Title)
            .Where(title => !all.Exists(audit => audit.ShopIds.Exists(ids.Contains) && audit.Title.Contains(title, StringComparison.OrdinalIgnoreCase)));
        return [.. shops, .. companies, .. audits, .. vendors.Select(vendor => vendor.DisplayName).Where(name => !known.Any(one => one.Contains(name, StringComparison.Ordinal))).Distinct()];
    }

    // One that is not there, and every one that is.
    private static async Task<IReadOnlyList<(Audit Audit, bool IsTheirs)>> AuditsAsync(HubDbContext db, string account, string shop)
    {
        var id = await db.Shops.Where(one => one.Slug == shop).Select(one => one.Id).SingleAsync();
        var granted = await (from grant in db.Grants join person in db.Users on grant.UserId equals person.Id where person.Email == account + DemoPeople.AddressEnd && grant.AuditId != null select grant.AuditId!.Value).ToListAsync();
        return [.. (await db.Audits.AsNoTracking().ToListAsync()).Select(audit => (audit, account == "viewer" ? audit.ShopIds.TrueForAll(one => one == id) : granted.Contains(audit.Id))), (new Audit(), false)];
    }

    // What an audit has in its state.
    private static bool IsThere(string template, Audit audit) => template[(template.IndexOf('}', StringComparison.Ordinal) + 1)..] switch
    {
        "/report.pdf" or "/dossier.zip" => audit.State == AuditState.Signed,
        "/draft-report.pdf" => audit.State is AuditState.Fieldwork or AuditState.AwaitingSignOff,
        "/sign-off" or "/changes" => audit.State != AuditState.Draft,
        "/edit" => audit.State == AuditState.Draft,
        // The files that are asked for are none of the audit's.
        "" or "/fieldwork" => true,
        _ => false,
    };

    private static bool IsOpen(MatrixRow row, string column, bool isOwn) => row[column] == "all" || (row[column] == "own" && isOwn);

    // Files of the audit are those of another: none is open.
    private static string OfAudit(string template, Guid audit)
    {
        var end = template.IndexOf('}', StringComparison.Ordinal) + 1;
        return OfNothing().Replace($"/audits/{audit}{template[end..]}", $"{Guid.NewGuid()}");
    }

    [System.Text.RegularExpressions.GeneratedRegex(@"\{\w+:guid\}")]
    private static partial System.Text.RegularExpressions.Regex OfNothing();

    private static IEnumerable<string> WithReports(string address) => address.Contains("{report}", StringComparison.Ordinal)
        ? ReportCatalogue.All.Select(report => address.Replace("{report}", report.Name, StringComparison.Ordinal))
        : [address];

    private async Task<HubDbContext> OpenAsync()
    {
        var scope = hub.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<HubDb>().OpenAsync(Actor.System("test"), TestContext.Current.CancellationToken);
    }
}
