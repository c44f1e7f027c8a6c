namespace ComplianceHub.Domain.Organisation;

/// <summary>What a person may do where a grant says so.</summary>
public enum HubRole
{
    /// <summary>Sees readiness, registers and reports; changes nothing.</summary>
    Viewer,

    /// <summary>Sees the audits to which they are invited, as they were frozen, and nothing else; decides where they are the auditor.</summary>
    Auditor,

    /// <summary>Sees everything of the scope, answers attestations and will sign audits off.</summary>
    Manager,

    /// <summary>Keeps the registers.</summary>
    PrivacyOfficer,

    /// <summary>Keeps the registers, shops, people and grants.</summary>
    Administrator,
}
