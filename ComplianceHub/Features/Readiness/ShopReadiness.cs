using ComplianceHub.Compliance;
using ComplianceHub.Data;

namespace ComplianceHub.Features.Readiness;

/// <summary>A shop's readiness on one day, for its pages.</summary>
/// <param name="Snapshot">The registers as they are read for the day.</param>
/// <param name="Today">Today in the shop's time zone.</param>
/// <param name="Regulations">Readiness for each regulation.</param>
/// <param name="MayAttest">Whether the person may answer questions.</param>
/// <param name="MayKeep">Whether the person may change the registers.</param>
/// <param name="ReadsGroup">Whether the person may read the group's registers too.</param>
/// <param name="Days">The stored days of the last twelve months, oldest first, with the last one before them.</param>
public sealed record ShopReadiness(
    ShopSnapshot Snapshot, DateOnly Today, IReadOnlyList<Compliance.Readiness> Regulations, bool MayAttest, bool MayKeep, bool ReadsGroup,
    IReadOnlyList<ReadinessDay> Days)
{
    /// <summary>Whether the page shows another day than today.</summary>
    public bool IsAnotherDay => Snapshot.AsOf != Today;

    /// <summary>Whether no requirement of a regulation that may apply is assessed.</summary>
    public bool IsUnassessed => Regulations.All(readiness => readiness.Score.Points is null || readiness.Score.IsNotApplicable);

    /// <summary>Readiness for the regulation with this id; the first one when there is none.</summary>
    public Compliance.Readiness Of(string? regulation) =>
        Regulations.FirstOrDefault(readiness => string.Equals(readiness.Regulation.Id, regulation, StringComparison.OrdinalIgnoreCase)) ?? Regulations[0];
}
