using ComplianceHub.Domain;

namespace ComplianceHub.Compliance;

/// <summary>The score of one chapter.</summary>
/// <param name="Area">The chapter.</param>
/// <param name="Score">Its score, by the same formula and caps.</param>
/// <param name="Results">Its requirements.</param>
public sealed record AreaReadiness(Area Area, Score Score, IReadOnlyList<RequirementResult> Results);

/// <summary>How ready a shop is for one regulation on one day, according to the registers.</summary>
public sealed record Readiness
{
    /// <summary>The regulation.</summary>
    public required Regulation Regulation { get; init; }

    /// <summary>The day that was looked at.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Whether the regulation applies, and why.</summary>
    public required Gate Gate { get; init; }

    /// <summary>Every requirement, in the order of the articles.</summary>
    public required IReadOnlyList<RequirementResult> Results { get; init; }

    /// <summary>The score with what explains it.</summary>
    public required Score Score { get; init; }

    /// <summary>The chapters, in the order of the heat map.</summary>
    public required IReadOnlyList<AreaReadiness> Areas { get; init; }

    /// <summary>Computes readiness. The day comes from the snapshot: history, today and a day to come are the same call.</summary>
    public static Readiness Of(ShopSnapshot shop, Regulation regulation)
    {
        ArgumentNullException.ThrowIfNull(shop);
        ArgumentNullException.ThrowIfNull(regulation);
        var gate = regulation.AppliesTo(shop);
        var verdicts = regulation.Requirements.Select(requirement => (Requirement: requirement, Verdict: requirement.Assess(shop))).ToList();
        // A row that stands without its regulation (PCI, CalOPPA) is shown, but there is no score that it could raise.
        int Weight(Requirement requirement) => gate.Applies == Answer.No ? 0 : requirement.Severity.Weight();
        var total = verdicts.Where(one => one.Verdict.Outcome != Outcome.NotApplicable).Sum(one => Weight(one.Requirement));
        List<RequirementResult> results =
        [
            .. verdicts.Select(one => new RequirementResult(one.Requirement, one.Verdict, Weight(one.Requirement), PointsLost(one.Verdict, Weight(one.Requirement), total))),
        ];
        return new Readiness
        {
            Regulation = regulation,
            AsOf = shop.AsOf,
            Gate = gate,
            Results = results,
            Score = gate.Applies == Answer.No ? Score.Of(results) with { IsNotApplicable = true } : Score.Of(results),
            Areas = [.. regulation.Areas.Select(area => AreaOf(area, results))],
        };
    }

    private static AreaReadiness AreaOf(Area area, List<RequirementResult> results)
    {
        var ofArea = results.FindAll(result => result.Requirement.Area == area);
        return new(area, Score.Of(ofArea), ofArea);
    }

    private static decimal PointsLost(Verdict verdict, int weight, int total) =>
        total == 0 || verdict.Outcome == Outcome.NotApplicable ? 0 : 100m * weight * (1 - verdict.Value) / total;
}
