namespace ComplianceHub.Compliance;

/// <summary>The word beside a score (catalogue 11.3).</summary>
public enum Band
{
    /// <summary>Below 50 points.</summary>
    NotReady,

    /// <summary>50 to 74 points.</summary>
    Gaps,

    /// <summary>75 to 89 points.</summary>
    Nearly,

    /// <summary>90 points and more.</summary>
    Ready,
}

/// <summary>The limits of the bands.</summary>
public static class Bands
{
    /// <summary>The band of a rounded score, 0 to 100 points.</summary>
    public static Band Of(int score) => score switch
    {
        >= 90 => Band.Ready,
        >= 75 => Band.Nearly,
        >= 50 => Band.Gaps,
        _ => Band.NotReady,
    };
}
