namespace ComplianceHub.Compliance;

/// <summary>A requirement with its verdict and what it costs.</summary>
/// <param name="Requirement">The rule.</param>
/// <param name="Verdict">What it came to.</param>
/// <param name="Weight">Its weight in this score: 0 for information, and where the regulation does not apply.</param>
/// <param name="PointsLost">Points of 100 that it costs the regulation's score, before caps.</param>
public sealed record RequirementResult(Requirement Requirement, Verdict Verdict, int Weight, decimal PointsLost);
