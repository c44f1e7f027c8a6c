using ComplianceHub.Compliance;

namespace ComplianceHub.Data;

/// <summary>
/// Where a shop stands among the others: for one regulation, or over all of them by the lowest of its scores. The
/// portfolio sorts, counts and filters 10,000 shops by these narrow rows, and reads the scores of one page.
/// </summary>
public sealed class ReadinessStanding : IDerived
{
    /// <summary>The <see cref="Regulation"/> of the row over all regulations.</summary>
    public const string AllRegulations = "";

    /// <summary>The <see cref="Rank"/> of a shop of which nothing is assessed: before all others, since no data is never green.</summary>
    public const int NotAssessed = -1;

    /// <summary>The <see cref="Rank"/> of a shop to which nothing applies: behind all others.</summary>
    public const int NotApplicable = 101;

    /// <summary>The shop.</summary>
    public required Guid ShopId { get; init; }

    /// <summary>The regulation's id; <see cref="AllRegulations"/> for all of them.</summary>
    public required string Regulation { get; init; }

    /// <summary>The lowest points, 0 to 100, where a regulation that applies and is not assessed counts as 0; else
    /// <see cref="NotAssessed"/> or <see cref="NotApplicable"/>.</summary>
    public int Rank { get; set; }

    /// <summary>Whether a blocker fails.</summary>
    public bool IsBlocked { get; set; }

    /// <summary>The rank of a shop with these scores.</summary>
    public static int RankOf(IReadOnlyCollection<Score> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        if (scores.All(score => score.IsNotApplicable))
            return NotApplicable;
        return scores.All(score => score.Points is null)
            ? NotAssessed
            : scores.Where(score => !score.IsNotApplicable).Min(score => score.Points ?? 0);
    }
}
