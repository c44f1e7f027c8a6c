namespace ComplianceHub.Domain.Audits;

/// <summary>How far the remediation of a finding has come.</summary>
public enum RemediationState
{
    /// <summary>Nobody works on it yet.</summary>
    Open,

    /// <summary>Its owner works on it.</summary>
    InProgress,

    /// <summary>It is done, with evidence; somebody else has to check whether it had effect.</summary>
    Done,

    /// <summary>Somebody else found that it had effect. The finding is closed.</summary>
    Effective,

    /// <summary>The auditor withdrew the finding, so nothing has to be done.</summary>
    Withdrawn,
}

/// <summary>How soon the remediation of a finding is wanted.</summary>
public enum RemediationPriority
{
    /// <summary>Of an observation.</summary>
    Low,

    /// <summary>Of a minor finding.</summary>
    Medium,

    /// <summary>Of a major finding.</summary>
    High,
}
