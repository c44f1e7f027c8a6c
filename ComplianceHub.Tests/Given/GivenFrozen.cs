using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Domain;

namespace ComplianceHub.Tests.Given;

/// <summary>What was frozen of a requirement.</summary>
internal static class GivenFrozen
{
    /// <summary>A result with an outcome, and findings of these severities.</summary>
    public static FrozenResult Result(Outcome outcome, Severity severity, params FindingSeverity[] findings)
    {
        var record = new RecordRef(Register.ThirdParties, Guid.NewGuid(), "Hotjar Ltd");
        return new()
        {
            Requirement = "GDPR-28-3", Citation = "Art. 28(3) GDPR", Title = "Every processor is bound", Duty = "Bind it.", Question = null, Area = "Processors",
            Severity = severity, Outcome = outcome, PointsLost = 1m, Summary = "Looked at.", MissingFacts = [], Population = [record],
            Findings = [.. findings.Select(finding => new FrozenFinding(record, record, finding, "Something is wrong.", "Repair it."))],
            Source = VerdictSource.Registers, StatedOn = null,
        };
    }
}
