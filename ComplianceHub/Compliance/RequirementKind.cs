namespace ComplianceHub.Compliance;

/// <summary>How a requirement comes to its outcome (catalogue 1.2); each kind is a class in <c>Shapes/</c>.</summary>
public enum RequirementKind
{
    /// <summary>Counts the records without a breach: all passes, none fails, between is partial.</summary>
    Graded,

    /// <summary>One breach fails the whole.</summary>
    AllOrFail,

    /// <summary>A record must be there, and be whole.</summary>
    Presence,

    /// <summary>Decides what applies; weighs nothing.</summary>
    Information,

    /// <summary>A person answers, with evidence and until a day.</summary>
    Attested,

    /// <summary>A person answers, and the registers can only lower the answer.</summary>
    Mixed,
}
