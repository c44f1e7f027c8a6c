using ComplianceHub.Compliance;
using ComplianceHub.Components.Controls;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.Registers;

/// <summary>Reads a shop's register for its page, with findings and deviations.</summary>
public sealed class RegisterQuery(HubDb hub, ShopSnapshots snapshots, EffectiveRecords effective)
{
    /// <summary>The register of a shop; null when there is no such shop or the person may not read it.</summary>
    public async Task<RegisterList<T>?> OfShopAsync<T>(string slug, CancellationToken ct)
        where T : RegisterRecord
    {
        if (await OwnerAsync(slug, ct) is not { } owner || await snapshots.LoadAsync(slug, ct: ct) is not { } shop)
            return null;
        var records = await effective.LoadAsync<T>(owner.ShopId!.Value, ct) ?? [];
        List<Compliance.Readiness> readiness = [.. Regulations.All.Select(regulation => Compliance.Readiness.Of(shop, regulation))];
        var findings = RecordFindings.Of(shop, readiness);
        return new(
            owner,
            [.. records.OrderBy(record => SortKey.Of(record.Record.DisplayName), StringComparer.Ordinal).Select(record => new RegisterRow<T>(record.Record, ScopeOf(record), record.Deviations, findings.About(record.Record)))],
            RegisterChoices.Of(shop),
            readiness,
            shop);
    }

    private async Task<RegisterOwner?> OwnerAsync(string slug, CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(ct);
        var shop = await db.Shops.AsNoTracking().Where(shop => shop.Slug == slug && shop.RetiredOn == null).Select(shop => new { shop.Id, shop.Name }).SingleOrDefaultAsync(ct);
        return shop is not null && db.Access.MayReadRegisters(shop.Id)
            ? new(shop.Id, slug, shop.Name, db.Access.MayKeepRegisters(shop.Id), db.Access.MayKeepRegisters(null), db.Access.MayAttest(shop.Id))
            : null;
    }

    private static RecordScope ScopeOf<T>(Effective<T> record)
        where T : RegisterRecord => (record.IsOfGroup, record.Deviations.Count) switch
        {
            (false, _) => RecordScope.Own,
            (true, 0) => RecordScope.FromTheGroup,
            _ => RecordScope.DeviatesHere,
        };
}
