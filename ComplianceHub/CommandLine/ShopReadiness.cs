using ComplianceHub.Compliance;
using ComplianceHub.Domain.Organisation;

namespace ComplianceHub.CommandLine;

/// <summary>How ready one shop is on one day, for every regulation in the order of the portfolio.</summary>
internal sealed record ShopReadiness(Shop Shop, DateOnly AsOf, IReadOnlyList<Readiness> Regulations)
{
    public static ShopReadiness Of(ShopSnapshot snapshot) =>
        new(snapshot.Shop, snapshot.AsOf, [.. Compliance.Regulations.All.Select(regulation => Readiness.Of(snapshot, regulation))]);
}
