namespace ComplianceHub.Domain;

/// <summary>A fact that somebody may not have recorded yet. Unknown is neither yes nor no.</summary>
public enum Answer
{
    /// <summary>Nobody has recorded it: a question, never a pass.</summary>
    Unknown,

    /// <summary>Recorded as true.</summary>
    Yes,

    /// <summary>Recorded as not true.</summary>
    No,
}
