namespace ComplianceHub.Domain.Audits;

/// <summary>What the signature under an audit is worth today.</summary>
public enum SignatureStanding
{
    /// <summary>The registers still say what was signed.</summary>
    Current,

    /// <summary>A change of the registers altered what was signed.</summary>
    Stale,

    /// <summary>A later signed audit covers the same shops and regulations.</summary>
    Superseded,

    /// <summary>What was frozen is missing or is not what its hash says, so that nobody can tell.</summary>
    Damaged,
}
