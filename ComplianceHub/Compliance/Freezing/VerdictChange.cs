namespace ComplianceHub.Compliance.Freezing;

/// <summary>Which way a verdict went.</summary>
public enum VerdictTrend
{
    /// <summary>Neither better nor worse.</summary>
    Unchanged,

    /// <summary>Nearer to a pass.</summary>
    Better,

    /// <summary>Further from a pass, or no longer known.</summary>
    Worse,
}

/// <summary>A requirement in two audits of the same shop.</summary>
/// <param name="Earlier">What it came to in the earlier one.</param>
/// <param name="Now">What it came to in the later one.</param>
public sealed record VerdictChange(FrozenResult Earlier, FrozenResult Now)
{
    /// <summary>Which way it went. What does not apply is as good as a pass: nobody has to do anything.</summary>
    public VerdictTrend Trend => Rank(Now.Outcome).CompareTo(Rank(Earlier.Outcome)) switch
    {
        < 0 => VerdictTrend.Worse,
        > 0 => VerdictTrend.Better,
        _ => VerdictTrend.Unchanged,
    };

    /// <summary>The requirements that are in both, in the order of the later one.</summary>
    public static IReadOnlyList<VerdictChange> Between(IEnumerable<FrozenReadiness> earlier, IEnumerable<FrozenReadiness> now)
    {
        var before = earlier.SelectMany(readiness => readiness.Results).ToDictionary(result => result.Requirement, StringComparer.Ordinal);
        return
        [
            .. from result in now.SelectMany(readiness => readiness.Results)
               where before.ContainsKey(result.Requirement)
               select new VerdictChange(before[result.Requirement], result),
        ];
    }

    // Not to know is worse than a part and better than a breach.
    private static int Rank(Outcome outcome) => outcome switch
    {
        Outcome.Fail => 0,
        Outcome.NotAssessed => 1,
        Outcome.Partial => 2,
        _ => 3,
    };
}
