using ComplianceHub.Components;
using ComplianceHub.Data;
using ComplianceHub.Demo;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Reports;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Given;

/// <summary>Every address that the running program answers, as its endpoints say, and which of them are open to whom.</summary>
internal sealed partial class Doors(HubApplication hub)
{
    // Open to everybody: signing in, what Development shows, the pages of errors, public keys, checking reports.
    private static readonly string[] Public = ["/Account", "/design", "/error", "/not-found", "/.well-known", "/verify"];

    /// <summary>The addresses with every shop, file and audit in their places, and whether a person may see them.</summary>
    /// <param name="account">"viewer", who reads a shop, or "auditor", who is invited to audits and has nothing else.</param>
    /// <param name="shop">The shop that the viewer reads.</param>
    public async Task<IReadOnlyList<(string Address, bool IsOpen)>> AddressesAsync(string account, string shop)
    {
        await using var db = await OpenAsync();
        var shops = await db.Shops.ToDictionaryAsync(one => one.Id, one => one.Slug);
        var audits = await AuditsAsync(db, account, shop);
        var files = (await db.EvidenceFiles.Where(file => file.ShopId != null).ToListAsync()).GroupBy(file => file.ShopId!.Value).Select(group => group.First());
        return [.. Templates().SelectMany(template => template switch
        {
            _ when template.StartsWith("/audits/{", StringComparison.Ordinal) => audits.Select(audit => (OfAudit(template, audit.Audit.Id), audit.IsTheirs && IsOpen(template, audit.Audit, account))),
            _ when template.Contains("{id:guid}", StringComparison.Ordinal) => files.Select(file => (template.Replace("{id:guid}", file.Id.ToString(), StringComparison.Ordinal), shops[file.ShopId!.Value] == shop && account == "viewer")),
            _ when template.Contains("{slug}", StringComparison.Ordinal) => shops.Values.SelectMany(slug => WithReports(template.Replace("{slug}", slug, StringComparison.Ordinal)).Select(address => (address, slug == shop && account == "viewer"))),
            HubUrls.AuditorRoom => [(template, account == "auditor")],
            // Whoever reads a register sees the audits of their shops.
            _ => [(template, template is "/" or "/audits" && account == "viewer")],
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
        var audits = (await db.Audits.ToListAsync()).Where(audit => !audit.ShopIds.Exists(ids.Contains)).Select(audit => audit.Title);
        return [.. shops, .. companies, .. audits, .. vendors.Select(vendor => vendor.DisplayName).Where(name => !known.Any(one => one.Contains(name, StringComparison.Ordinal))).Distinct()];
    }

    // One that is not there, and every one that is.
    private static async Task<IReadOnlyList<(Audit Audit, bool IsTheirs)>> AuditsAsync(HubDbContext db, string account, string shop)
    {
        var id = await db.Shops.Where(one => one.Slug == shop).Select(one => one.Id).SingleAsync();
        var granted = await (from grant in db.Grants join person in db.Users on grant.UserId equals person.Id where person.Email == account + DemoPeople.AddressEnd && grant.AuditId != null select grant.AuditId!.Value).ToListAsync();
        return [.. (await db.Audits.AsNoTracking().ToListAsync()).Select(audit => (audit, account == "viewer" ? audit.ShopIds.TrueForAll(one => one == id) : granted.Contains(audit.Id))), (new Audit(), false)];
    }

    private static bool IsOpen(string template, Audit audit, string account) => template[(template.IndexOf('}', StringComparison.Ordinal) + 1)..] switch
    {
        "/fieldwork" => true,
        "/report.pdf" or "/dossier.zip" => audit.State == AuditState.Signed,
        "/draft-report.pdf" => audit.State is AuditState.Fieldwork or AuditState.AwaitingSignOff,
        "" => account == "viewer",
        "/sign-off" or "/changes" => account == "viewer" && audit.State != AuditState.Draft,
        _ => false,
    };

    // Files of the audit are those of another: none is open.
    private static string OfAudit(string template, Guid audit)
    {
        var end = template.IndexOf('}', StringComparison.Ordinal) + 1;
        return OfNothing().Replace($"/audits/{audit}{template[end..]}", $"{Guid.NewGuid()}");
    }

    // Static files, what the framework needs for itself, and what only takes what is sent to it, are no doors.
    private IEnumerable<string> Templates() => hub.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
        .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is not { } methods || methods.HttpMethods.Contains("GET"))
        .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/').Replace("{Slug}", "{slug}", StringComparison.Ordinal))
        .Where(template => !template.StartsWith("/_", StringComparison.Ordinal) && !template.Contains("{*", StringComparison.Ordinal))
        .Where(template => !Public.Any(open => template.StartsWith(open, StringComparison.OrdinalIgnoreCase)))
        .Distinct().Order(StringComparer.Ordinal);

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
