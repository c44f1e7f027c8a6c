using ComplianceHub.Domain;

namespace ComplianceHub.Compliance.Freezing;

/// <summary>
/// How ready a shop was for one regulation when it was frozen. It names everything by id and text and needs neither the
/// rules nor the registers, so it reads the same after both have changed.
/// </summary>
public sealed record FrozenReadiness
{
    /// <summary>The regulation's id.</summary>
    public required string Regulation { get; init; }

    /// <summary>The regulation's name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it applied.</summary>
    public required Answer Applies { get; init; }

    /// <summary>The fact that decided it; empty while unknown.</summary>
    public required string Fact { get; init; }

    /// <summary>0 to 100 points, capped; null when nothing was assessed or nothing applied.</summary>
    public required int? Points { get; init; }

    /// <summary>What the points would have been without a cap.</summary>
    public required int? PointsWithoutCap { get; init; }

    /// <summary>The cap in force, 49, 74 or 89 points; null when there was none.</summary>
    public required int? Cap { get; init; }

    /// <summary>The ids of the failing requirements behind the cap.</summary>
    public required IReadOnlyList<string> CappedBy { get; init; }

    /// <summary>Whether more than a fifth of the weight was not assessed.</summary>
    public required bool IsProvisional { get; init; }

    /// <summary>The share of the weight that was assessed, 0 to 1.</summary>
    public required decimal Coverage { get; init; }

    /// <summary>The share of the assessed weight that the registers proved, 0 to 1.</summary>
    public required decimal AutomaticShare { get; init; }

    /// <summary>The questions that decide whether it applies, while nobody had answered them.</summary>
    public required IReadOnlyList<string> Questions { get; init; }

    /// <summary>Whether the score would have been higher without the cap.</summary>
    public required bool IsCapReached { get; init; }

    /// <summary>Whether nothing of it applied.</summary>
    public required bool IsNotApplicable { get; init; }

    /// <summary>The day of the oldest statement in the score; null when all of it was proven from registers.</summary>
    public required DateOnly? OldestStatement { get; init; }

    /// <summary>Its chapters that had requirements, in the order of the heat map.</summary>
    public required IReadOnlyList<FrozenArea> Areas { get; init; }

    /// <summary>The repairs with the most effect, best first.</summary>
    public required FrozenFixes Fixes { get; init; }

    /// <summary>Every requirement, in the order of the articles.</summary>
    public required IReadOnlyList<FrozenResult> Results { get; init; }

    /// <summary>The word beside the points.</summary>
    public Band? Band => Points is { } points ? Bands.Of(points) : null;

    /// <summary>How many requirements came to which outcome.</summary>
    public OutcomeCounts Counts => OutcomeCounts.Of(Results.Select(result => result.Outcome));

    /// <summary>Freezes a result.</summary>
    public static FrozenReadiness Of(Readiness readiness)
    {
        ArgumentNullException.ThrowIfNull(readiness);
        var score = readiness.Score;
        return new()
        {
            Regulation = readiness.Regulation.Id,
            Name = readiness.Regulation.Name,
            Applies = readiness.Gate.Applies,
            Fact = readiness.Gate.Fact,
            Points = score.Points,
            PointsWithoutCap = score.PointsWithoutCap,
            Cap = score.Cap?.Limit,
            CappedBy = [.. (score.Cap?.Requirements ?? []).Select(result => result.Requirement.Id)],
            IsProvisional = score.IsProvisional,
            Coverage = score.Coverage,
            AutomaticShare = score.AutomaticShare,
            Questions = [.. readiness.Gate.Questions],
            IsCapReached = score.Cap is { IsReached: true },
            IsNotApplicable = score.IsNotApplicable,
            OldestStatement = score.OldestStatement,
            Areas = [.. readiness.Areas.Where(area => area.Results.Count > 0).Select(FrozenArea.Of)],
            Fixes = FrozenFixes.Of(readiness),
            Results = [.. readiness.Results.Select(FrozenResult.Of)],
        };
    }

    /// <summary>The verdicts of a shop on its regulations, as canonical bytes.</summary>
    public static byte[] Write(IReadOnlyList<FrozenReadiness> verdicts) => FrozenJson.Write(verdicts);

    /// <summary>The verdicts that <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">The bytes are none of ours.</exception>
    public static IReadOnlyList<FrozenReadiness> Read(ReadOnlySpan<byte> bytes) =>
        FrozenJson.Read<List<FrozenReadiness>>(FrozenJson.Parse(bytes));
}
