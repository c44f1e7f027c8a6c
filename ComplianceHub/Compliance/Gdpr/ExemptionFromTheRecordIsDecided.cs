using ComplianceHub.Compliance.Shapes;
using ComplianceHub.Domain;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>GDPR-30-5: it is known whether the business may skip the record of processing. Practically no shop may.</summary>
public sealed class ExemptionFromTheRecordIsDecided() : InformationRequirement(
    "GDPR-30-5", "Art. 30(5) GDPR", "It is decided whether the record of processing may be skipped")
{
    /// <inheritdoc />
    public override Area Area => GdprAreas.Records;

    /// <inheritdoc />
    public override string Duty =>
        "A business with fewer than 250 employees may skip the record, unless its processing is likely to be a risk, is not occasional, or includes special or criminal data. One of them is enough to need the record, and selling online is not occasional.";

    /// <inheritdoc />
    public override string Guidance => "Record how many people are employed, and for each activity whether it is occasional and a risk to people.";

    /// <inheritdoc />
    public override string EvidenceWanted => "None: decided from the registers";

    /// <inheritdoc />
    protected override Gate Decide(ShopSnapshot shop)
    {
        var exemption = RecordExemption.Of(shop);
        // Decided either way is a fact; only an open question is not.
        return exemption.Applies == Answer.Unknown ? exemption : Gate.No(exemption.Fact);
    }
}
