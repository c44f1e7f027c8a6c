namespace ComplianceHub.Compliance.Law;

/// <summary>One point that an agreement or a notice must say.</summary>
/// <param name="Code">Its code in the set, for example D8.</param>
/// <param name="Point">How the law letters it, for example "(h)".</param>
/// <param name="Text">What must be said, in our own words.</param>
/// <param name="Citation">Where the law asks for it.</param>
public sealed record Clause(string Code, string Point, string Text, string Citation)
{
    /// <summary>Whether the point is recommended, or not yet certain, and its absence is no breach.</summary>
    public bool IsOptional { get; init; }
}
