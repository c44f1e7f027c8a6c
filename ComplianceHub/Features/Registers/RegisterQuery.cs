using ComplianceHub.Compliance;
using ComplianceHub.Components.Controls;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.Registers;

/// <summary>Reads a register for its page: a shop's with findings and deviations, or the group's.</summary>
public sealed class RegisterQuery(HubDb hub, ShopSnapshots snapshots, EffectiveRecords effective)
{
    /// <summary>The register of a shop; null when there is no such shop or the person may not read it.</summary>
    public async Task<RegisterList<T>?> OfShopAsync<T>(string slug, CancellationToken ct)
        where T : OwnedRecord
    {
        if (await OwnerAsync(slug, ct) is not { } owner || await snapshots.LoadAsync(slug, ct: ct) is not { } shop)
            return null;
        var records = await effective.LoadAsync<T>(owner.ShopId!.Value, ct) ?? [];
        List<Compliance.Readiness> readiness = [.. Regulations.All.Select(regulation => Compliance.Readiness.Of(shop, regulation))];
        var findings = readiness
            .SelectMany(one => one.Results)
            .SelectMany(result => result.Verdict.Findings.Select(finding => new RequirementFinding(result.Requirement, finding)))
            .ToLookup(one => one.Finding.Record.Id);
        return new(
            owner,
            [.. records.Select(record => new RegisterRow<T>(record.Record, ScopeOf(record), record.Deviations, [.. findings[record.Record.Id].OrderBy(one => one.Finding.Severity).ThenByDescending(one => one.Requirement.Severity)]))],
            RegisterChoices.Of(shop),
            readiness,
            shop);
    }

    /// <summary>The group's register; null when the person may not read it.</summary>
    public async Task<RegisterList<T>?> OfGroupAsync<T>(CancellationToken ct)
        where T : OwnedRecord
    {
        await using var db = await hub.OpenAsync(ct);
        if (!db.Access.SeesAllRegisters)
            return null;
        var records = await db.Set<T>().AsNoTracking().Where(record => record.ShopId == null).OrderBy(record => EF.Property<string>(record, SortKey.Column)).ToListAsync(ct);
        var mayKeep = db.Access.MayKeepRegisters(null);
        return new(
            new RegisterOwner(null, null, "Group", mayKeep, mayKeep, MayPropose: false),
            [.. records.Select(record => new RegisterRow<T>(record, RecordScope.Own, [], []))],
            await GroupChoicesAsync(db, ct),
            []);
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
        where T : OwnedRecord => (record.IsOfGroup, record.Deviations.Count) switch
        {
            (false, _) => RecordScope.Own,
            (true, 0) => RecordScope.FromTheGroup,
            _ => RecordScope.DeviatesHere,
        };

    private static async Task<RegisterChoices> GroupChoicesAsync(HubDbContext db, CancellationToken ct)
    {
        var activities = await OfGroupAsync<ProcessingActivity>(db, ct);
        var vendors = await OfGroupAsync<Vendor>(db, ct);
        return new RegisterChoices()
            .With(activities)
            .With(vendors)
            .With(await OfGroupAsync<DataElement>(db, ct))
            .With(await OfGroupAsync<DataSystem>(db, ct))
            .With(await OfGroupAsync<Agreement>(db, ct))
            .With(await OfGroupAsync<Disclosure>(db, ct), disclosure => RegisterChoices.DisclosureName(
                disclosure, activities.Find(activity => activity.Id == disclosure.ActivityId), vendors.Find(vendor => vendor.Id == disclosure.VendorId)))
            .With(await OfGroupAsync<Transfer>(db, ct))
            .With(await OfGroupAsync<RetentionRule>(db, ct))
            .With(await OfGroupAsync<EvidenceFile>(db, ct))
            .With(await db.Shops.AsNoTracking().Where(shop => shop.RetiredOn == null).ToListAsync(ct))
            .With(await db.LegalEntities.AsNoTracking().Where(entity => entity.RetiredOn == null).ToListAsync(ct));
    }

    private static Task<List<T>> OfGroupAsync<T>(HubDbContext db, CancellationToken ct)
        where T : OwnedRecord => db.Set<T>().AsNoTracking().Where(record => record.ShopId == null && record.RetiredOn == null).ToListAsync(ct);
}
