using ComplianceHub.Compliance;
using ComplianceHub.Domain;

namespace ComplianceHub.CommandLine;

/// <summary>The words of the JSON, which scripts rely on: they never change with the names in the code.</summary>
internal static class ReadinessWords
{
    public static string Of(Answer applies) => applies switch
    {
        Answer.Yes => "yes",
        Answer.No => "no",
        _ => "unknown",
    };

    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.Pass => "pass",
        Outcome.Partial => "partial",
        Outcome.Fail => "fail",
        Outcome.NotApplicable => "notApplicable",
        _ => "notAssessed",
    };

    public static string Of(Severity severity) => severity switch
    {
        Severity.Blocker => "blocker",
        Severity.Critical => "critical",
        Severity.High => "high",
        Severity.Medium => "medium",
        Severity.Low => "low",
        _ => "information",
    };

    public static string Of(FindingSeverity severity) => severity == FindingSeverity.Hard ? "hard" : "soft";

    public static string? Of(Band? band) => band switch
    {
        Band.Ready => "ready",
        Band.Nearly => "nearly",
        Band.Gaps => "gaps",
        Band.NotReady => "notReady",
        _ => null,
    };
}
