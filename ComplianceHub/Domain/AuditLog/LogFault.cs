namespace ComplianceHub.Domain.AuditLog;

/// <summary>What kind of harm verifying the log found; the worst comes first.</summary>
public enum LogFault
{
    /// <summary>The database is older than a checkpoint says: its end was cut off, or an old copy was put back.</summary>
    RolledBack,

    /// <summary>A checkpoint, its signature or its copy outside the database does not fit.</summary>
    Signature,

    /// <summary>An entry, or where a chain ends, was changed.</summary>
    Broken,

    /// <summary>An entry or a checkpoint is missing while later ones are there.</summary>
    Gap,

    /// <summary>The details of an entry, or a stored file, are not what the log says.</summary>
    Details,

    /// <summary>Nothing was found wrong, and what would show it cannot be judged: the public keys are not here.</summary>
    Unchecked,
}
