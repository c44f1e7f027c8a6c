using ComplianceHub.Domain;

namespace ComplianceHub.Compliance.Freezing;

/// <summary>What one requirement came to when it was frozen, with its words of that day.</summary>
public sealed record FrozenResult
{
    /// <summary>The requirement's id, for example GDPR-28-3.</summary>
    public required string Requirement { get; init; }

    /// <summary>The article or section.</summary>
    public required string Citation { get; init; }

    /// <summary>What is true when it passes.</summary>
    public required string Title { get; init; }

    /// <summary>What the law asks, in our words.</summary>
    public required string Duty { get; init; }

    /// <summary>What a person is asked where the registers cannot prove it; null where they can.</summary>
    public required string? Question { get; init; }

    /// <summary>Its chapter.</summary>
    public required string Area { get; init; }

    /// <summary>Its weight in words.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The outcome.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Points of 100 that it cost the regulation's score, before caps.</summary>
    public required decimal PointsLost { get; init; }

    /// <summary>What was checked and what came out.</summary>
    public required string Summary { get; init; }

    /// <summary>The records that stood against it.</summary>
    public required IReadOnlyList<FrozenFinding> Findings { get; init; }

    /// <summary>What nobody had recorded, as questions.</summary>
    public required IReadOnlyList<string> MissingFacts { get; init; }

    /// <summary>The records that were checked.</summary>
    public required IReadOnlyList<RecordRef> Population { get; init; }

    /// <summary>From the registers, or on a person's word.</summary>
    public required VerdictSource Source { get; init; }

    /// <summary>The day of the statement that it rested on; null for one from the registers.</summary>
    public required DateOnly? StatedOn { get; init; }

    /// <summary>Freezes a result.</summary>
    public static FrozenResult Of(RequirementResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var (requirement, verdict) = (result.Requirement, result.Verdict);
        return new()
        {
            Requirement = requirement.Id,
            Citation = requirement.Citation,
            Title = requirement.Title,
            Duty = requirement.Duty,
            Question = requirement.Question,
            Area = requirement.Area.Title,
            Severity = requirement.Severity,
            Outcome = verdict.Outcome,
            PointsLost = result.PointsLost,
            Summary = verdict.Summary,
            Findings = [.. verdict.Findings.Select(FrozenFinding.Of)],
            MissingFacts = verdict.MissingFacts,
            Population = verdict.Population,
            Source = verdict.Source,
            StatedOn = verdict.StatedOn,
        };
    }
}

/// <summary>One record that stood against a requirement when it was frozen.</summary>
/// <param name="Record">The record.</param>
/// <param name="Subject">What was looked at.</param>
/// <param name="Severity">Breaks the law, or weakens the evidence.</param>
/// <param name="Text">What was wrong.</param>
/// <param name="Fix">What to do.</param>
public sealed record FrozenFinding(RecordRef Record, RecordRef Subject, FindingSeverity Severity, string Text, string Fix)
{
    /// <summary>Freezes a finding.</summary>
    public static FrozenFinding Of(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return new(finding.Record, finding.Subject, finding.Severity, finding.Text, finding.Fix);
    }
}
