namespace ComplianceHub.CommandLine;

/// <summary>What a verb tells the shell that started it.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Readiness is below what <c>--fail-under</c> asks.</summary>
    public const int BelowThreshold = 1;

    /// <summary>Not done: wrong usage, a missing database, a bad file. A sentence on standard error says which.</summary>
    public const int Refused = 2;

    /// <summary>The audit log does not verify.</summary>
    public const int LogBroken = 3;
}
