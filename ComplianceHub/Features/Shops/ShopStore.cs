using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.Shops;

/// <summary>A shop as its profile page edits it.</summary>
/// <param name="Shop">A copy of the shop.</param>
/// <param name="LegalEntity">The controller's name.</param>
/// <param name="MayKeep">Whether the person may change it.</param>
/// <param name="ReadsGroup">Whether the person may open the legal entity.</param>
public sealed record ShopToEdit(Shop Shop, string LegalEntity, bool MayKeep, bool ReadsGroup);

/// <summary>Adds shops and keeps their profile.</summary>
public sealed class ShopStore(HubDb hub, ReadinessBoard board)
{
    /// <summary>Whether the person may add shops.</summary>
    public async Task<bool> MayAddAsync(CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(ct);
        return db.Access.MayAdminister(null);
    }

    /// <summary>The controllers that a new shop can belong to.</summary>
    public async Task<IReadOnlyList<LegalEntity>> LegalEntitiesAsync(CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(ct);
        return await db.LegalEntities.AsNoTracking().Where(entity => entity.RetiredOn == null).OrderBy(entity => EF.Property<string>(entity, SortKey.Column)).ToListAsync(ct);
    }

    /// <summary>The shop; null when there is none or the person may not read it.</summary>
    public async Task<ShopToEdit?> FindAsync(string slug, CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(ct);
        var shop = await db.Shops.AsNoTracking().SingleOrDefaultAsync(one => one.Slug == slug && one.RetiredOn == null, ct);
        if (shop is null || !db.Access.MayReadRegisters(shop.Id))
            return null;
        var entity = await db.LegalEntities.IgnoreQueryFilters().Where(one => one.Id == shop.LegalEntityId).Select(one => one.Name).SingleAsync(ct);
        return new(RecordCopy.Of(shop), entity, db.Access.MayKeepRegisters(shop.Id), db.Access.SeesAllRegisters);
    }

    /// <summary>Adds a shop, and its legal entity when that is new; both or neither.</summary>
    /// <returns>The slug under which it is found.</returns>
    /// <exception cref="DomainException">A rule is broken, or the person does not administer the group.</exception>
    public async Task<string> AddAsync(LegalEntity? newEntity, Shop shop, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(shop);
        await using var db = await hub.OpenAsync(ct);
        if (newEntity is not null)
        {
            RecordValidation.Demand(newEntity);
            db.Add(newEntity);
            shop.LegalEntityId = newEntity.Id;
        }

        var wanted = Slug.Of(shop.Name, "shop");
        var taken = (await db.Shops.IgnoreQueryFilters().Where(one => one.Slug.StartsWith(wanted)).Select(one => one.Slug).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        shop.Slug = Enumerable.Range(1, int.MaxValue).Select(number => number == 1 ? wanted : $"{wanted}-{number}").First(slug => slug != "new" && !taken.Contains(slug));
        RecordValidation.Demand(shop);
        db.Add(shop);
        db.Because("Added a shop");
        await db.SaveChangesAsync(ct);
        await board.RefreshAsync(shop.Id, ct);
        return shop.Slug;
    }

    /// <summary>Saves the profile, markets and names of a shop.</summary>
    /// <exception cref="RecordConflictException">Somebody saved it in the meantime.</exception>
    /// <exception cref="DomainException">A rule is broken, or the person may not change it.</exception>
    public async Task SaveAsync(Shop copy, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(copy);
        RecordValidation.Demand(copy);
        await using var db = await hub.OpenAsync(ct);
        var shop = await db.Shops.SingleOrDefaultAsync(one => one.Id == copy.Id, ct) ?? throw new DomainException("This shop does not exist or you may not see it.");
        db.Entry(shop).Property(one => one.Version).OriginalValue = copy.Version;
        var values = RecordCopy.Of(copy);
        (shop.Name, shop.Owner, shop.Markets, shop.Channels, shop.TimeZone, shop.Profile) = (values.Name, values.Owner, values.Markets, values.Channels, values.TimeZone, values.Profile);
        await db.SaveChangesAsync(ct);
        await board.RefreshAsync(shop.Id, ct);
    }
}
