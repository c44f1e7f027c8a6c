using ComplianceHub.Domain;

namespace ComplianceHub.Compliance;

/// <summary>How a verdict came about.</summary>
public enum VerdictSource
{
    /// <summary>Computed from the registers alone.</summary>
    Registers,

    /// <summary>Rests on what a person stated.</summary>
    Statement,
}

/// <summary>What one requirement comes to for one shop on one day, with the records behind it.</summary>
public sealed record Verdict
{
    /// <summary>The outcome.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>The share of the weight that counts, 0 to 1 (catalogue 11.1).</summary>
    public required decimal Value { get; init; }

    /// <summary>What was checked and what came out, in a sentence; for NotApplicable the fact that decides it.</summary>
    public required string Summary { get; init; }

    /// <summary>The records that stand against it.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>What nobody has recorded, as questions; the more questions, the less is known.</summary>
    public IReadOnlyList<string> MissingFacts { get; init; } = [];

    /// <summary>How many things were checked.</summary>
    public int Checked { get; init; }

    /// <summary>How many of them break no law.</summary>
    public int Met { get; init; }

    /// <summary>The records that were checked: the way from the number to its records.</summary>
    public IReadOnlyList<RecordRef> Population { get; init; } = [];

    /// <summary>From the registers, or on a person's word.</summary>
    public VerdictSource Source { get; init; }

    /// <summary>The day of the statement that it rests on; null for one from the registers.</summary>
    public DateOnly? StatedOn { get; init; }

    /// <summary>Does not apply, because of this fact.</summary>
    public static Verdict NotApplicable(string fact) =>
        new() { Outcome = Outcome.NotApplicable, Value = 0, Summary = fact };

    /// <summary>Cannot be said while these questions are open.</summary>
    /// <exception cref="ArgumentException">No question is named: an unknown without a question helps nobody.</exception>
    public static Verdict NotAssessed(params IReadOnlyList<string> questions)
    {
        ArgumentNullException.ThrowIfNull(questions);
        return questions.Count == 0
            ? throw new ArgumentException("Name what is missing.", nameof(questions))
            : new() { Outcome = Outcome.NotAssessed, Value = 0, Summary = questions[0], MissingFacts = questions };
    }
}
