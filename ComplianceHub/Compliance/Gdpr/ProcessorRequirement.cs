using ComplianceHub.Compliance.Shapes;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>
/// A rule about each processor: a third party that processes for us in an active disclosure under the GDPR. Postal
/// services, banks and other controllers are not among them.
/// </summary>
public abstract class ProcessorRequirement(string id, string citation, string title, Severity severity)
    : GradedRecordRequirement<Vendor>(id, citation, title, severity)
{
    /// <inheritdoc />
    public override Area Area => GdprAreas.Processors;

    /// <inheritdoc />
    public override string? FineProvision => "Art. 83(4)";

    /// <inheritdoc />
    public override Effort Effort => Effort.Medium;

    /// <inheritdoc />
    protected override string QuestionIfNone => "Which processors does the shop use? Most shops have at least a host and a payment provider.";

    /// <inheritdoc />
    protected override IEnumerable<Vendor> Population(ShopSnapshot shop) => shop.Processors;

    /// <inheritdoc />
    protected override Verdict IfEmpty(ShopSnapshot shop)
    {
        if (!shop.Shop.Profile.StatesNoProcessors)
            return Verdict.NotAssessed(QuestionIfNone);
        var undecided = RecipientRoles.Questions(shop);
        return undecided.Count > 0 ? Verdict.NotAssessed(undecided) : Verdict.NotApplicable("The shop states that it uses no processors.");
    }

    /// <summary>The active disclosures in which a third party processes for us.</summary>
    private protected static IEnumerable<Disclosure> ProcessingBy(Vendor processor, ShopSnapshot shop) =>
        shop.DisclosuresTo(processor).Where(disclosure => disclosure.GdprRole == RecipientRole.Processor && shop.IsUnderGdpr(disclosure));

    /// <summary>
    /// The defect of a processor without a data processing agreement in force; null when there is one. The same in
    /// every requirement that needs the agreement, so that filing it clears them together.
    /// </summary>
    private protected static Defect? WithoutAgreement(Vendor processor, ShopSnapshot shop)
    {
        if (shop.InForce(processor, AgreementKind.DataProcessingAgreement) is not null)
            return null;
        var latest = shop.AgreementsWith(processor, AgreementKind.DataProcessingAgreement).MaxBy(agreement => (agreement.EffectiveFrom, agreement.Id));
        if (latest is null)
            return Hard("no-agreement", $"No data processing agreement is in force.") with { Action = FixAction.AddAgreement, Repair = "agreement" };
        return NotInForce(latest, shop) with { Record = latest.Ref(), Repair = "agreement" };
    }

    private static Defect NotInForce(Agreement agreement, ShopSnapshot shop)
    {
        if (!agreement.Signed)
            return Hard("unsigned", $"The data processing agreement is not signed.");
        if (agreement.EvidenceId is null)
            return Hard("no-file", $"The signed data processing agreement is not on file.");
        if (agreement.EffectiveFrom is not { } from)
            return Hard("no-first-day", $"The first day of the data processing agreement is not recorded.");
        return shop.IsOver(agreement.EffectiveTo)
            ? Hard("ended", $"The data processing agreement ended on {agreement.EffectiveTo:d MMM yyyy}.")
            : Hard("not-begun", $"The data processing agreement begins only on {from:d MMM yyyy}.");
    }
}
