using ComplianceHub.Data;

namespace ComplianceHub.Features.DataFlows;

/// <summary>Reads a shop's data flows for their page.</summary>
public sealed class DataFlowsQuery(HubDb hub, ShopSnapshots snapshots)
{
    /// <summary>The shop's name and its flows today; null when there is no such shop or the person may not read it.</summary>
    public async Task<(string Name, FlowPicture Picture)?> OfAsync(string slug, CancellationToken ct)
    {
        if (await snapshots.LoadAsync(slug, ct: ct) is not { } shop)
            return null;
        await using var db = await hub.OpenAsync(ct);
        return db.Access.MayReadRegisters(shop.Shop.Id) ? (shop.Shop.Name, FlowPicture.Of(shop)) : null;
    }
}
