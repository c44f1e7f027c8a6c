namespace ComplianceHub.Exchange;

/// <summary>What a message of an import means for what is written.</summary>
public enum ImportSeverity
{
    /// <summary>Nothing of the import may be written.</summary>
    Error,

    /// <summary>The rest is written; somebody should look at this value.</summary>
    Warning,

    /// <summary>The file says it and ComplianceHub has no place for it.</summary>
    Note,
}
