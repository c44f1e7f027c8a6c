namespace ComplianceHub.Compliance.Freezing;

/// <summary>One chapter of a regulation when it was frozen.</summary>
/// <param name="Title">The chapter.</param>
/// <param name="Points">0 to 100 points of its own, capped; null when nothing was assessed or nothing applied.</param>
/// <param name="IsCapReached">Whether a cap held it down.</param>
/// <param name="Pass">How many of its requirements passed.</param>
/// <param name="Applying">How many applied.</param>
public sealed record FrozenArea(string Title, int? Points, bool IsCapReached, int Pass, int Applying)
{
    /// <summary>Freezes a chapter.</summary>
    public static FrozenArea Of(AreaReadiness area)
    {
        ArgumentNullException.ThrowIfNull(area);
        var score = area.Score;
        return new(area.Area.Title, score.Points, score.Cap is { IsReached: true }, score.Counts.Pass, score.Counts.Applying);
    }
}
