namespace ComplianceHub.Compliance.Freezing;

/// <summary>One repair when it was frozen.</summary>
/// <param name="Requirement">The id of the requirement that it repairs.</param>
/// <param name="Title">The repair as a headline.</param>
/// <param name="Points">Points of 100 that it wins, before caps.</param>
/// <param name="LiftsCap">Whether it removes a requirement behind the cap.</param>
public sealed record FrozenFix(string Requirement, string Title, decimal Points, bool LiftsCap);

/// <summary>The repairs with the most effect on a regulation when it was frozen, and what they would have won together:
/// that is computed, not added up, because caps fall away and repairs overlap.</summary>
/// <param name="First">Best first: those that lift a cap, then by points.</param>
/// <param name="PointsAfterLifting">The score after those that lift a cap, 0 to 100 points; null when there is none.</param>
/// <param name="PointsAfterAll">The score after all of them, 0 to 100 points; null without a score.</param>
public sealed record FrozenFixes(IReadOnlyList<FrozenFix> First, int? PointsAfterLifting, int? PointsAfterAll)
{
    /// <summary>Freezes the repairs of a regulation.</summary>
    public static FrozenFixes Of(Readiness readiness)
    {
        var fixes = TopFixes.Of(readiness);
        List<Fix> lifting = [.. fixes.Where(fix => fix.LiftsCap)];
        return new(
            [.. fixes.Select(fix => new FrozenFix(fix.Result.Requirement.Id, fix.Title, fix.Points, fix.LiftsCap))],
            lifting.Count == 0 ? null : TopFixes.After(readiness, lifting).Points,
            fixes.Count == 0 ? null : TopFixes.After(readiness, [.. fixes]).Points);
    }
}
