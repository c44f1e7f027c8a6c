namespace ComplianceHub.Compliance.Freezing;

/// <summary>Which risks may be accepted until a day (catalogue 11.6). The outcome stays as it is, and no point is won.</summary>
public static class RiskAcceptance
{
    /// <summary>Why the risk of a result may not be accepted, in a sentence; null when it may.</summary>
    public static string? WhyNot(FrozenResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Outcome switch
        {
            Outcome.Fail when result.Severity == Severity.Blocker => "A failing blocker cannot be accepted as a risk. Record a finding.",
            Outcome.Fail => null,
            Outcome.Partial when result.Findings.All(finding => finding.Severity == FindingSeverity.Soft) => null,
            Outcome.Partial => "This is met in part because the law is broken in part, which cannot be accepted as a risk. Record a finding.",
            Outcome.NotAssessed => "Nobody knows yet whether there is a risk. Ask the question instead.",
            _ => "There is no risk to accept.",
        };
    }
}
