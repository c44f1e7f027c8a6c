using ComplianceHub.Compliance.Shapes;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>GDPR-24: management has approved a policy, given out duties and reviewed the measures within the year.</summary>
public sealed class ManagementStandsBehindDataProtection() : AttestedRequirement(
    "GDPR-24", "Art. 24 GDPR", "Management stands behind data protection and reviews it", Severity.Medium)
{
    /// <inheritdoc />
    public override Area Area => GdprAreas.Records;

    /// <inheritdoc />
    public override string Duty =>
        "The controller takes measures, data-protection policies among them, that fit the risk, can demonstrate them, and reviews and updates them. Art. 24 itself is not listed in Art. 83: a fine runs through Art. 5, 25 or 32.";

    /// <inheritdoc />
    public override string Guidance => "Have management approve the policy and review the measures. Then answer the question and attach the signed policy or the minutes.";

    /// <inheritdoc />
    public override string EvidenceWanted => "Signed policy, minutes";

    /// <inheritdoc />
    public override int? ValidMonths => 12;

    /// <inheritdoc />
    public override string Question => "Has management approved a data-protection policy, assigned responsibilities and reviewed measures this year?";

    /// <inheritdoc />
    public override Effort Effort => Effort.Medium;
}
