using ComplianceHub.Domain.AuditLog;

namespace ComplianceHub.CommandLine;

/// <summary>What a verb tells the shell that started it.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Readiness is below what <c>--fail-under</c> asks.</summary>
    public const int BelowThreshold = 1;

    /// <summary>A report is authentic, and what was signed is stale or superseded.</summary>
    public const int NotCurrent = 1;

    /// <summary>Not done: wrong usage, a missing database, a bad file. A sentence on standard error says which.</summary>
    public const int Refused = 2;

    /// <summary>An entry of the audit log, or where a chain ends, was changed.</summary>
    public const int LogBroken = 3;

    /// <summary>A report was altered, or is none of ours.</summary>
    public const int NotAuthentic = 3;

    /// <summary>The audit log is older than a checkpoint says.</summary>
    public const int LogRolledBack = 4;

    /// <summary>A checkpoint, its signature or its copy does not fit, or the signatures cannot be judged.</summary>
    public const int LogSignature = 5;

    /// <summary>The details of an entry, or a stored file, are not what the log says.</summary>
    public const int LogDetails = 6;

    /// <summary>A dossier was written, and evidence files are missing in it.</summary>
    public const int DossierIncomplete = 6;

    /// <summary>An entry or a checkpoint is missing while later ones are there.</summary>
    public const int LogGap = 7;

    /// <summary>The code for what verifying the audit log found.</summary>
    public static int Of(LogFault? worst) => worst switch
    {
        null => Done,
        LogFault.RolledBack => LogRolledBack,
        LogFault.Signature or LogFault.Unchecked => LogSignature,
        LogFault.Gap => LogGap,
        LogFault.Details => LogDetails,
        _ => LogBroken,
    };
}
