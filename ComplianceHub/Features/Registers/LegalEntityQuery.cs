using ComplianceHub.Data;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.Registers;

/// <summary>Counts what hangs on the controllers of the group.</summary>
public sealed class LegalEntityQuery(HubDb hub)
{
    /// <summary>How many shops each controller has, of those the person sees; a controller without shops is not in it.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> ShopsAsync(CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(ct);
        return await db.Shops.Where(shop => shop.RetiredOn == null).GroupBy(shop => shop.LegalEntityId)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, ct);
    }
}
