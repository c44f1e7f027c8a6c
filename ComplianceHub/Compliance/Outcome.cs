namespace ComplianceHub.Compliance;

/// <summary>What one requirement comes to for one shop on one day. Unknown is never a pass.</summary>
public enum Outcome
{
    /// <summary>The registers show that the requirement is met.</summary>
    Pass,

    /// <summary>Met in part, or met with weak evidence.</summary>
    Partial,

    /// <summary>The registers show a breach of a duty.</summary>
    Fail,

    /// <summary>The requirement does not apply; the verdict carries the fact that decides it.</summary>
    NotApplicable,

    /// <summary>A fact is missing; the verdict carries it as a question.</summary>
    NotAssessed,
}
