namespace ComplianceHub.Domain.Audits;

/// <summary>How far an audit has come.</summary>
public enum AuditState
{
    /// <summary>Scope, period and people are being settled; nothing is frozen.</summary>
    Draft,

    /// <summary>The shops are frozen, and the auditor decides on each requirement.</summary>
    Fieldwork,

    /// <summary>Every requirement is decided; the manager signs or returns it.</summary>
    AwaitingSignOff,

    /// <summary>A manager signed it. It never changes again.</summary>
    Signed,
}
