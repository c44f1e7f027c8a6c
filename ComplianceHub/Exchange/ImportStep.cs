using ComplianceHub.Domain;

namespace ComplianceHub.Exchange;

/// <summary>What becomes of a record that a file states.</summary>
public enum ImportOutcome
{
    /// <summary>It is new.</summary>
    Created,

    /// <summary>The file has changed and nobody has touched the record here.</summary>
    Updated,

    /// <summary>Nothing to do: the file has not changed, or the record was entered here by hand.</summary>
    Left,

    /// <summary>The file and the record have both changed; the record stays as it is and somebody must look.</summary>
    Conflict,
}

/// <summary>One record of an import and what becomes of it.</summary>
/// <param name="Outcome">What becomes of it.</param>
/// <param name="Planned">The record as the file has it.</param>
/// <param name="Warnings">The warnings of its entry that concern it, and those of the comparison.</param>
public sealed record ImportStep(ImportOutcome Outcome, PlannedRecord Planned, IReadOnlyList<ImportMessage> Warnings)
{
    /// <summary>Points at the record, old or new.</summary>
    public RecordRef Ref => Planned.Record.Ref();
}
