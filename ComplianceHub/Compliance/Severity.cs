namespace ComplianceHub.Compliance;

/// <summary>How much a requirement weighs in the score (catalogue 1.2).</summary>
public enum Severity
{
    /// <summary>Decides a gate or rolls others up; weight 0.</summary>
    Information,

    /// <summary>Weight 1.</summary>
    Low,

    /// <summary>Weight 3.</summary>
    Medium,

    /// <summary>Weight 5.</summary>
    High,

    /// <summary>Weight 8; one failing caps the score at 74.</summary>
    Critical,

    /// <summary>Weight 10; one failing caps the score at 49.</summary>
    Blocker,
}

/// <summary>The weights behind <see cref="Severity"/>.</summary>
public static class SeverityWeights
{
    /// <summary>The weight in the score, 0 to 10 (catalogue 1.2).</summary>
    public static int Weight(this Severity severity) => severity switch
    {
        Severity.Blocker => 10,
        Severity.Critical => 8,
        Severity.High => 5,
        Severity.Medium => 3,
        Severity.Low => 1,
        _ => 0,
    };
}
