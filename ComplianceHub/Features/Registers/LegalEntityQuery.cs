using ComplianceHub.Components.Controls;
using ComplianceHub.Data;
using ComplianceHub.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.Registers;

/// <summary>Reads the controllers of the group.</summary>
public sealed class LegalEntityQuery(HubDb hub)
{
    /// <summary>The controllers with how many shops each has, and whether the person may change them; null when they may not be read.</summary>
    public async Task<(IReadOnlyList<(LegalEntity Entity, int Shops)> Entities, bool MayKeep)?> ListAsync(CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(ct);
        if (!db.Access.SeesAllRegisters)
            return null;
        var entities = await db.LegalEntities.AsNoTracking().Where(entity => entity.RetiredOn == null).OrderBy(entity => EF.Property<string>(entity, SortKey.Column)).ToListAsync(ct);
        var shops = await db.Shops.Where(shop => shop.RetiredOn == null).GroupBy(shop => shop.LegalEntityId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, ct);
        return ([.. entities.Select(entity => (entity, shops.GetValueOrDefault(entity.Id)))], db.Access.MayKeepRegisters(null));
    }
}
