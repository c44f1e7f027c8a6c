namespace ComplianceHub.Compliance;

/// <summary>One repair with what it wins.</summary>
/// <param name="Result">The requirement it repairs.</param>
/// <param name="Title">The repair as a headline.</param>
/// <param name="Points">Points of 100 that it wins, before caps.</param>
/// <param name="LiftsCap">Whether it removes a requirement behind the cap.</param>
public sealed record Fix(RequirementResult Result, string Title, decimal Points, bool LiftsCap);

/// <summary>The repairs with the most effect (catalogue 11.4): those behind the cap first, then by points.</summary>
public static class TopFixes
{
    /// <summary>The first repairs of a regulation.</summary>
    public static IReadOnlyList<Fix> Of(Readiness readiness, int count = 5)
    {
        ArgumentNullException.ThrowIfNull(readiness);
        var capping = readiness.Score.Cap?.Requirements ?? [];
        return
        [
            .. readiness.Results
                .Where(result => result.PointsLost > 0)
                .Select(result => new Fix(result, result.Requirement.FixTitle(result.Verdict), result.PointsLost, capping.Contains(result)))
                .OrderByDescending(fix => fix.LiftsCap)
                .ThenByDescending(fix => fix.Points)
                .Take(count),
        ];
    }

    /// <summary>
    /// The score after some repairs: their requirements pass, and so does every other requirement whose findings are
    /// all cleared by the same repairs.
    /// </summary>
    public static Score After(Readiness readiness, IReadOnlyCollection<Fix> fixes)
    {
        ArgumentNullException.ThrowIfNull(readiness);
        ArgumentNullException.ThrowIfNull(fixes);
        var repaired = fixes.Select(fix => fix.Result.Requirement).ToHashSet();
        var repairs = fixes.SelectMany(fix => fix.Result.Verdict.Findings).Select(finding => finding.Repair).ToHashSet();
        return Score.Of([.. readiness.Results.Select(result => Repairs(result) ? Passing(result) : result)]);

        bool Repairs(RequirementResult result) =>
            repaired.Contains(result.Requirement)
            || (result.Verdict.Findings.Count > 0 && result.Verdict.Outcome is Outcome.Partial or Outcome.Fail
                && result.Verdict.Findings.All(finding => repairs.Contains(finding.Repair)));
    }

    private static RequirementResult Passing(RequirementResult result) =>
        result with { PointsLost = 0, Verdict = result.Verdict with { Outcome = Outcome.Pass, Value = 1, Findings = [], MissingFacts = [] } };
}
