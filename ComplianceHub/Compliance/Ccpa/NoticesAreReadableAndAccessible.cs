using ComplianceHub.Compliance.Shapes;

namespace ComplianceHub.Compliance.Ccpa;

/// <summary>Notices are plain, in the languages of the business and accessible (11 CCR § 7003).</summary>
public sealed class NoticesAreReadableAndAccessible() : AttestedRequirement(
    "CCPA-7003", "11 CCR § 7003", "Notices are readable and accessible", Severity.Medium)
{
    /// <inheritdoc />
    public override Area Area => CcpaAreas.Notices;

    /// <inheritdoc />
    public override string Duty => "Notices use plain language, come in the languages in which the shop ordinarily does business, and are accessible (WCAG 2.1, § 7003(b)(3)).";

    /// <inheritdoc />
    public override string Guidance => "Test the notices for readability, languages and accessibility. Then answer the question and add the report.";

    /// <inheritdoc />
    public override string EvidenceWanted => "Accessibility report";

    /// <inheritdoc />
    public override int? ValidMonths => 12;

    /// <inheritdoc />
    public override string? FineProvision => CcpaCatalogue.FineProvision;

    /// <inheritdoc />
    public override Effort Effort => Effort.Medium;

    /// <inheritdoc />
    public override string Question => "Is the following true today for this shop: its notices are in plain language, in the languages in which it ordinarily does business, and accessible by WCAG 2.1?";

    /// <inheritdoc />
    protected override Gate When(ShopSnapshot shop) => Gates.Ccpa(shop);
}
