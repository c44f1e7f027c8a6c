using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Reports;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Given;

/// <summary>Every address that the running program answers, as its endpoints say, and which of them are open to whom.</summary>
internal sealed partial class Doors(HubApplication hub)
{
    // Open to everybody: signing in, what Development shows, the pages of errors, public keys.
    private static readonly string[] Public = ["/Account", "/design", "/error", "/not-found", "/.well-known"];

    /// <summary>The addresses with every shop and file in their places, and whether a person with one grant may see them.</summary>
    /// <param name="account">"viewer", who reads a shop, or "auditor", who reads its reports.</param>
    /// <param name="shop">The shop of the grant.</param>
    public async Task<IReadOnlyList<(string Address, bool IsOpen)>> AddressesAsync(string account, string shop)
    {
        await using var db = await OpenAsync();
        var shops = await db.Shops.ToDictionaryAsync(one => one.Id, one => one.Slug);
        var files = (await db.EvidenceFiles.Where(file => file.ShopId != null).ToListAsync()).GroupBy(file => file.ShopId!.Value).Select(group => group.First());
        return [.. Templates().SelectMany(template => template switch
        {
            // The demo's people may see no audit that is not there.
            _ when template.StartsWith("/audits/{", StringComparison.Ordinal) => [(OfNothing().Replace(template, $"{Guid.NewGuid()}"), false)],
            _ when template.Contains("{id:guid}", StringComparison.Ordinal) => files.Select(file => (template.Replace("{id:guid}", file.Id.ToString(), StringComparison.Ordinal), shops[file.ShopId!.Value] == shop && account == "viewer")),
            _ when template.Contains("{slug}", StringComparison.Ordinal) => shops.Values.SelectMany(slug => WithReports(template.Replace("{slug}", slug, StringComparison.Ordinal)).Select(address => (address, slug == shop && (account == "viewer" || address.Contains("/reports", StringComparison.Ordinal))))),
            // Whoever reads a register sees the audits of their shops.
            _ => [(template, template == "/" || (template == "/audits" && account == "viewer"))],
        })];
    }

    /// <summary>Names that nobody with a grant on this shop alone may read: of other shops, their companies and their vendors.</summary>
    public async Task<IReadOnlyList<string>> NamesBeyondAsync(string slug)
    {
        await using var db = await OpenAsync();
        var own = await db.Shops.SingleAsync(shop => shop.Slug == slug);
        var shops = await db.Shops.Where(shop => shop.Id != own.Id).Select(shop => shop.Name).ToListAsync();
        var companies = await db.LegalEntities.Where(entity => entity.Id != own.LegalEntityId).Select(entity => entity.Name).ToListAsync();
        var vendors = await db.Set<Vendor>().ToListAsync();
        var known = vendors.Where(vendor => vendor.ShopId is null || vendor.ShopId == own.Id).Select(vendor => vendor.DisplayName).ToHashSet();
        return [.. shops, .. companies, .. vendors.Select(vendor => vendor.DisplayName).Where(name => !known.Contains(name)).Distinct()];
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
