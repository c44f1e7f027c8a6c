namespace ComplianceHub.Compliance;

/// <summary>How many requirements came to which outcome.</summary>
public sealed record OutcomeCounts(int Pass, int Partial, int Fail, int NotApplicable, int NotAssessed)
{
    /// <summary>How many apply: all but those that do not.</summary>
    public int Applying => Pass + Partial + Fail + NotAssessed;

    /// <summary>Counts outcomes.</summary>
    public static OutcomeCounts Of(IEnumerable<Outcome> outcomes)
    {
        var counts = outcomes.CountBy(outcome => outcome).ToDictionary();
        int Count(Outcome outcome) => counts.GetValueOrDefault(outcome);
        return new(Count(Outcome.Pass), Count(Outcome.Partial), Count(Outcome.Fail), Count(Outcome.NotApplicable), Count(Outcome.NotAssessed));
    }
}

/// <summary>A limit on the score, said in a sentence and never applied silently (catalogue 11.2).</summary>
/// <param name="Limit">The most points that are possible: 49, 74 or 89.</param>
/// <param name="Requirements">The failing requirements behind it; empty for the provisional cap.</param>
/// <param name="IsReached">Whether the score would be higher without it.</param>
public sealed record Cap(int Limit, IReadOnlyList<RequirementResult> Requirements, bool IsReached)
{
    internal const int Blocker = 49;

    /// <summary>Whether a blocker fails.</summary>
    public bool IsByBlocker => Limit == Blocker;
}

/// <summary>The number over a set of requirements, with everything that explains it (catalogue 11).</summary>
public sealed record Score
{
    private const int CriticalCap = 74;
    private const int ProvisionalCap = 89;
    private const decimal ProvisionalShare = 0.2m;

    /// <summary>0 to 100 points, capped and rounded half up; null when nothing is assessed or nothing applies.</summary>
    public int? Points { get; private init; }

    /// <summary>What the points would be without a cap; null as <see cref="Points"/>.</summary>
    public int? PointsWithoutCap { get; private init; }

    /// <summary>The word beside the number; null without one.</summary>
    public Band? Band => Points is { } points ? Bands.Of(points) : null;

    /// <summary>The lowest cap in force; null when there is none.</summary>
    public Cap? Cap { get; private init; }

    /// <summary>Whether more than a fifth of the weight is not assessed.</summary>
    public bool IsProvisional { get; private init; }

    /// <summary>Whether nothing applies: the score is "not applicable".</summary>
    public bool IsNotApplicable { get; internal init; }

    /// <summary>How many requirements came to which outcome.</summary>
    public required OutcomeCounts Counts { get; init; }

    /// <summary>The share of the applicable weight that is assessed, 0 to 1.</summary>
    public decimal Coverage { get; private init; }

    /// <summary>A share in whole per cent, half up; only the whole is 100 and only nothing is 0.</summary>
    public static int Percent(decimal share) => share is 0 or 1 ? (int)(share * 100) : Math.Clamp(Round(share * 100), 1, 99);

    /// <summary>The share of the assessed weight that the registers prove, 0 to 1; the rest is stated by people.</summary>
    public decimal AutomaticShare { get; private init; }

    /// <summary>The day of the oldest statement in the score; null when all of it is proven from registers.</summary>
    public DateOnly? OldestStatement { get; private init; }

    /// <summary>The sum of the applicable weights.</summary>
    public int Weight { get; private init; }

    /// <summary>Scores a set of results.</summary>
    public static Score Of(IReadOnlyList<RequirementResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var scored = results.Where(result => result.Weight > 0 && result.Verdict.Outcome != Outcome.NotApplicable).ToList();
        var weight = scored.Sum(result => result.Weight);
        var assessed = scored.Where(result => result.Verdict.Outcome != Outcome.NotAssessed).ToList();
        var assessedWeight = assessed.Sum(result => result.Weight);
        var score = new Score
        {
            Counts = OutcomeCounts.Of(results.Select(result => result.Verdict.Outcome)),
            Weight = weight,
            IsNotApplicable = scored.Count == 0 && results.All(result => result.Verdict.Outcome == Outcome.NotApplicable),
            Coverage = weight == 0 ? 0 : (decimal)assessedWeight / weight,
            AutomaticShare = assessedWeight == 0
                ? 0
                : (decimal)assessed.Where(result => result.Verdict.Source == VerdictSource.Registers).Sum(result => result.Weight) / assessedWeight,
            OldestStatement = assessed.Min(result => result.Verdict.StatedOn),
        };
        return assessedWeight == 0 ? score : score.Rated(scored, weight, assessedWeight);
    }

    private Score Rated(List<RequirementResult> scored, int weight, int assessedWeight)
    {
        var raw = 100m * scored.Sum(result => result.Weight * result.Verdict.Value) / weight;
        var provisional = weight - assessedWeight > ProvisionalShare * weight;
        var cap = LowestCap(scored, provisional, raw);
        return this with
        {
            Points = Round(cap is null ? raw : Math.Min(raw, cap.Limit)),
            PointsWithoutCap = Round(raw),
            IsProvisional = provisional,
            Cap = cap,
        };
    }

    private static Cap? LowestCap(List<RequirementResult> scored, bool provisional, decimal raw)
    {
        List<RequirementResult> Failing(Severity severity) =>
            scored.FindAll(result => result.Requirement.Severity == severity && result.Verdict.Outcome == Outcome.Fail);
        if (Failing(Severity.Blocker) is { Count: > 0 } blockers)
            return new(Cap.Blocker, blockers, raw > Cap.Blocker);
        if (Failing(Severity.Critical) is { Count: > 0 } criticals)
            return new(CriticalCap, criticals, raw > CriticalCap);
        return provisional ? new(ProvisionalCap, [], raw > ProvisionalCap) : null;
    }

    // Cap first, then round half up; the band follows the rounded number (catalogue 11.1).
    private static int Round(decimal points) => (int)Math.Round(points, 0, MidpointRounding.AwayFromZero);
}
