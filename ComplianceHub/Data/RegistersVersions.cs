using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>
/// Raises the version of every shop whose snapshot reads a changed record, in the transaction of the change, so that
/// readiness is computed anew. A change of a group record reaches the shops it applied to and those it applies to now.
/// </summary>
internal static class RegistersVersions
{
    public static async Task RaiseAsync(HubDbContext db, IReadOnlyList<RecordChange> changes, CancellationToken ct)
    {
        var reach = new Reach();
        foreach (var change in changes)
        {
            foreach (var record in new[] { change.Before, change.After }.OfType<object>())
                reach.Add(record);
        }
        if (reach.IsEmpty)
            return;
        var shops = db.Shops.IgnoreQueryFilters();
        if (!reach.All)
        {
            var (ids, entities) = (reach.Shops.ToList(), reach.LegalEntities.ToList());
            shops = shops.Where(shop => ids.Contains(shop.Id) || entities.Contains(shop.LegalEntityId));
        }
#pragma warning disable RS0030 // A counter that the log does not record; in SQL, so that no two writers lose a step.
        await shops.ExecuteUpdateAsync(update => update.SetProperty(shop => shop.RegistersVersion, shop => shop.RegistersVersion + 1), ct);
#pragma warning restore RS0030
    }

    private sealed class Reach
    {
        public bool All { get; private set; }
        public HashSet<Guid> Shops { get; } = [];
        public HashSet<Guid> LegalEntities { get; } = [];
        public bool IsEmpty => !All && Shops.Count == 0 && LegalEntities.Count == 0;

        public void Add(object record)
        {
            switch (record)
            {
                case OwnedRecord { ShopId: { } shop }: Shops.Add(shop); break;
                case OwnedRecord group: Add(group.AppliesTo); break;
                case Attestation attestation: Shops.Add(attestation.ShopId); break;
                case Deviation deviation: Shops.Add(deviation.ShopId); break;
                case Shop shop: Shops.Add(shop.Id); break;
                case LegalEntity entity: LegalEntities.Add(entity.Id); break;
            }
        }

        private void Add(Coverage coverage)
        {
            All |= coverage.Kind == CoverageKind.AllShops;
            if (coverage.Kind == CoverageKind.Shops)
                Shops.UnionWith(coverage.ShopIds);
            // Also of the companies alone: a shop's snapshot asks whether its company records its staff.
            if (coverage.Kind is CoverageKind.LegalEntities or CoverageKind.LegalEntitiesAlone)
                LegalEntities.UnionWith(coverage.LegalEntityIds);
        }
    }
}
