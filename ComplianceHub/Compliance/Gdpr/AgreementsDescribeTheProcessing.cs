using ComplianceHub.Compliance.Law;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>Every data processing agreement says what is processed, how long, why, which data and about whom.</summary>
public sealed class AgreementsDescribeTheProcessing() : ProcessorRequirement(
    "GDPR-28-3-0", "Art. 28(3) first sentence GDPR", "Agreements describe the processing", Severity.Medium)
{
    /// <inheritdoc />
    public override string Duty =>
        "The contract with a processor sets out subject-matter, duration, nature and purpose of the processing, the types of data and the people concerned.";

    /// <inheritdoc />
    public override string Guidance => "Complete the description of the processing. It usually stands in the first annex of the agreement.";

    /// <inheritdoc />
    public override string EvidenceWanted => "Signed agreement with its annex, and clause review";

    /// <inheritdoc />
    public override int? ValidMonths => 24;

    /// <inheritdoc />
    public override string FixTitle(Verdict verdict) =>
        NamesIn(verdict) is { Length: > 0 } names ? $"Describe the processing in the agreement: {names}" : base.FixTitle(verdict);

    /// <inheritdoc />
    protected override string Count(int met, int total) => $"{met} of {total} processors have an agreement that describes subject, duration, data and people.";

    /// <inheritdoc />
    protected override IEnumerable<Defect> Inspect(Vendor item, ShopSnapshot shop)
    {
        if (WithoutAgreement(item, shop) is { } missing)
            return [missing];
        return ClauseDefects.Of(shop.InForce(item, AgreementKind.DataProcessingAgreement)!, ClauseSets.ProcessingDescription);
    }
}
