using System.Runtime.CompilerServices;
using ComplianceHub.Compliance;
using ComplianceHub.Data;
using ComplianceHub.Domain.Organisation;

namespace ComplianceHub.Features.Shops;

/// <summary>How ready one shop is on one day, for every regulation.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="AsOf">The day that was looked at, in the shop's time zone.</param>
/// <param name="Regulations">The regulations, in the order of the portfolio.</param>
public sealed record ShopReadiness(Shop Shop, DateOnly AsOf, IReadOnlyList<Compliance.Readiness> Regulations)
{
    /// <summary>Computes the readiness of a snapshot.</summary>
    public static ShopReadiness Of(ShopSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return new(snapshot.Shop, snapshot.AsOf, [.. Compliance.Regulations.All.Select(regulation => Compliance.Readiness.Of(snapshot, regulation))]);
    }
}

/// <summary>Computes readiness from the registers as they are now, for any day.</summary>
public sealed class ReadinessQuery(ShopSnapshots snapshots)
{
    /// <summary>Every shop that the actor may see, by name; today when no day is named.</summary>
    public async IAsyncEnumerable<ShopReadiness> AllAsync(DateOnly? asOf, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var snapshot in snapshots.LoadAllAsync(asOf, ct))
            yield return ShopReadiness.Of(snapshot);
    }

    /// <summary>The shop with a slug; null when there is none, or the actor may not see it.</summary>
    public async Task<ShopReadiness?> OfAsync(string slug, DateOnly? asOf, CancellationToken ct) =>
        await snapshots.LoadAsync(slug, asOf, ct) is { } snapshot ? ShopReadiness.Of(snapshot) : null;
}
