using System.Reflection;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>
/// A record may point at records of its own shop and at those of the group that apply to it; a group record at group
/// records alone. The check is made for everybody, the program included: it keeps one shop's data out of another's.
/// </summary>
internal static class ReferenceGuard
{
    private static readonly MethodInfo TargetsOfType =
        typeof(ReferenceGuard).GetMethod(nameof(OwnedTargetsAsync), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <summary>Who owns a record that is pointed at.</summary>
    private sealed record Target(Guid Id, Guid? ShopId, Coverage AppliesTo);

    public static async Task DemandAsync(HubDbContext db, IReadOnlyList<RecordChange> changes, CancellationToken ct)
    {
        var pointing = changes.Where(change => change.After is not null)
            .SelectMany(change => NewReferences(change).Select(reference => (Owner: OwnerOf(change.After!), Reference: reference)))
            .ToList();
        foreach (var type in pointing.GroupBy(one => one.Reference.Target))
            await DemandAsync(db, type.Key, [.. type], ct);
        await InboundReferences.DemandNoneAsync(db, changes, ct);
    }

    /// <summary>Refuses references of a shop's value, as a deviation holds it.</summary>
    public static async Task DemandAsync(HubDbContext db, Guid shopId, IEnumerable<RecordReference> references, CancellationToken ct)
    {
        foreach (var type in references.GroupBy(reference => reference.Target))
            await DemandAsync(db, type.Key, [.. type.Select(reference => ((Guid?)shopId, reference))], ct);
    }

    /// <summary>The shop that owns a record; null is the group.</summary>
    internal static Guid? OwnerOf(object record) => record switch
    {
        OwnedRecord owned => owned.ShopId,
        Attestation attestation => attestation.ShopId,
        Deviation deviation => deviation.ShopId,
        Proposal proposal => proposal.ShopId,
        RemediationTask task => task.ShopId,
        Shop shop => shop.Id,
        _ => null,
    };

    // What was there before is not asked again: narrowing a vendor's coverage must not lock the records that use it.
    private static IEnumerable<RecordReference> NewReferences(RecordChange change)
    {
        var now = RecordReferences.In(change.After!);
        return change.Before is null || change.IsMoved ? now : now.Except(RecordReferences.In(change.Before));
    }

    private static async Task DemandAsync(
        HubDbContext db, Type type, IReadOnlyList<(Guid? Owner, RecordReference Reference)> pointing, CancellationToken ct)
    {
        var ids = pointing.Select(one => one.Reference.Id).Distinct().ToList();
        if (!typeof(OwnedRecord).IsAssignableFrom(type))
        {
            var known = await OrganisationTargetsAsync(db, type, ids, ct);
            if (pointing.FirstOrDefault(one => !known.Contains(one.Reference.Id)).Reference is { } gone)
                throw Refusal(gone);
            return;
        }
        var targets = await (Task<Dictionary<Guid, Target>>)TargetsOfType.MakeGenericMethod(type).Invoke(null, [db, ids, ct])!;
        var shops = await LegalEntitiesAsync(db, [.. pointing.Select(one => one.Owner).OfType<Guid>().Distinct()], ct);
        foreach (var (owner, reference) in pointing)
        {
            if (!targets.TryGetValue(reference.Id, out var target) || !MayPoint(owner, target, shops))
                throw Refusal(reference);
        }
    }

    private static bool MayPoint(Guid? owner, Target target, Dictionary<Guid, Guid> shops) =>
        target.ShopId is null
            ? owner is null || (shops.TryGetValue(owner.Value, out var entity) && target.AppliesTo.Includes(owner.Value, entity))
            : target.ShopId == owner;

    // One sentence for a record that is not there and for one of another shop: the answer must not tell which.
    private static DomainException Refusal(RecordReference reference) => new(
        $"{Words.Of(reference.Field)}: the chosen record is not one of this shop or of the group. Choose another one.");

    private static async Task<Dictionary<Guid, Target>> OwnedTargetsAsync<T>(HubDbContext db, List<Guid> ids, CancellationToken ct)
        where T : OwnedRecord
    {
        var stored = await db.Set<T>().IgnoreQueryFilters().AsNoTracking().Where(record => ids.Contains(record.Id))
            .Select(record => new Target(record.Id, record.ShopId, record.AppliesTo)).ToListAsync(ct);
        var targets = stored.ToDictionary(target => target.Id);
        foreach (var entry in db.ChangeTracker.Entries<T>().ToList())
        {
            if (entry.State == EntityState.Deleted)
                targets.Remove(entry.Entity.Id);
            else
                targets[entry.Entity.Id] = new Target(entry.Entity.Id, entry.Entity.ShopId, entry.Entity.AppliesTo);
        }
        return targets;
    }

    private static async Task<HashSet<Guid>> OrganisationTargetsAsync(HubDbContext db, Type type, List<Guid> ids, CancellationToken ct)
    {
        var stored = type == typeof(Shop)
            ? db.Shops.IgnoreQueryFilters().Where(shop => ids.Contains(shop.Id)).Select(shop => shop.Id)
            : db.LegalEntities.IgnoreQueryFilters().Where(entity => ids.Contains(entity.Id)).Select(entity => entity.Id);
        var added = db.ChangeTracker.Entries<RegisterRecord>()
            .Where(entry => entry.Entity.GetType() == type && entry.State != EntityState.Deleted).Select(entry => entry.Entity.Id);
        return [.. await stored.ToListAsync(ct), .. added];
    }

    private static async Task<Dictionary<Guid, Guid>> LegalEntitiesAsync(HubDbContext db, List<Guid> owners, CancellationToken ct)
    {
        var shops = await db.Shops.IgnoreQueryFilters().AsNoTracking().Where(shop => owners.Contains(shop.Id))
            .Select(shop => new { shop.Id, shop.LegalEntityId }).ToDictionaryAsync(shop => shop.Id, shop => shop.LegalEntityId, ct);
        foreach (var entry in db.ChangeTracker.Entries<Shop>().ToList())
            shops[entry.Entity.Id] = entry.Entity.LegalEntityId;
        return shops;
    }
}
