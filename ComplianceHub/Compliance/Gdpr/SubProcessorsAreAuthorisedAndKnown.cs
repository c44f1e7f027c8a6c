using ComplianceHub.Compliance.Law;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>The sub-processors of every processor are authorised, and their list is known and looked at.</summary>
public sealed class SubProcessorsAreAuthorisedAndKnown() : ProcessorRequirement(
    "GDPR-28-2", "Art. 28(2), (4) GDPR; EDPB Opinion 22/2024", "Sub-processors are authorised and known", Severity.High)
{
    private const int ListMonths = 12;
    private const int ThirdCountryListMonths = 6;

    /// <inheritdoc />
    public override string Duty =>
        "A processor engages others only with prior written authorisation, tells of changes in time to object, and binds them to the same duties. "
        + "The controller knows who all of them are.";

    /// <inheritdoc />
    public override string Guidance => "Record the processor’s list of sub-processors. Look for new names and countries, then object or accept.";

    /// <inheritdoc />
    public override string EvidenceWanted => "The list of sub-processors as it was seen";

    /// <inheritdoc />
    public override int? ValidMonths => ListMonths;

    /// <inheritdoc />
    public override string FixTitle(Verdict verdict) =>
        NamesIn(verdict) is { Length: > 0 } names ? $"Review the sub-processors of {names}" : base.FixTitle(verdict);

    /// <inheritdoc />
    protected override string Count(int met, int total) => $"For {met} of {total} processors the sub-processors are authorised and known.";

    /// <inheritdoc />
    protected override IEnumerable<Defect> Inspect(Vendor item, ShopSnapshot shop)
    {
        if (WithoutAgreement(item, shop) is { } missing)
            yield return missing;
        foreach (var defect in List(item, shop).Concat(Abroad(item, shop)).Concat(Changes(item, shop)))
            yield return defect;
        if (shop.InForce(item, AgreementKind.DataProcessingAgreement) is not { } agreement)
            yield break;
        if (Uses(item) && agreement.SubProcessorAuthorisation == SubProcessorAuthorisation.None)
            yield return Hard("not-authorised", $"Sub-processors are used, but the agreement does not authorise any.") with { Record = agreement.Ref(), Fix = "Agree on a general or specific authorisation, then record it." };
        if (agreement is { SubProcessorAuthorisation: SubProcessorAuthorisation.General, SubProcessorNoticeDays: null })
            yield return Soft("no-notice-days", $"How many days ahead a change of sub-processors is announced is not recorded.") with { Record = agreement.Ref(), Fix = "Record the days of notice." };
    }

    /// <summary>The announced changes of a processor that nobody decided, with the last day to object; null is not known.</summary>
    internal static IEnumerable<(SubProcessorChange Change, DateOnly? LastDay)> OpenChanges(Vendor processor, ShopSnapshot shop)
    {
        var noticeDays = shop.InForce(processor, AgreementKind.DataProcessingAgreement)?.SubProcessorNoticeDays;
        return processor.SubProcessorChanges
            .Where(change => change.Decision == SubProcessorDecision.Open)
            .Select(change => (change, change.LastDay(noticeDays)));
    }

    private static bool Uses(Vendor processor) => processor.UsesSubProcessors == Answer.Yes || processor.SubProcessors.Count > 0;

    private static IEnumerable<Defect> List(Vendor processor, ShopSnapshot shop)
    {
        if (processor.SubProcessors.Count == 0 && processor.UsesSubProcessors != Answer.No)
        {
            yield return Hard("unknown", $"Neither a list of sub-processors is recorded nor that there are none.");
            yield break;
        }

        var months = processor.SubProcessors.Exists(IsAbroad) ? ThirdCountryListMonths : ListMonths;
        if (processor.SubProcessorsCheckedOn is not { } day)
            yield return Soft("never-checked", $"The list of sub-processors was never checked.");
        else if (shop.IsOlderThan(day, months))
            yield return Soft("list-old", $"The list of sub-processors was last checked on {day:d MMM yyyy}.");
    }

    private static IEnumerable<Defect> Abroad(Vendor processor, ShopSnapshot shop) =>
        processor.SubProcessors
            .Where(sub => IsAbroad(sub) && sub.Mechanism is null or TransferMechanism.None && !IsServed(sub.Country, processor, shop))
            .Select(sub => Hard($"no-mechanism-{sub.Name}", $"{sub.Name} in {Country.NameOf(sub.Country!)} has no transfer mechanism.") with
            {
                Fix = "Ask the processor which mechanism it uses and record it, or object to the sub-processor.",
            });

    // Silence after the last day to object is taken as consent by most agreements: decide before.
    private static IEnumerable<Defect> Changes(Vendor processor, ShopSnapshot shop)
    {
        foreach (var (change, lastDay) in OpenChanges(processor, shop))
        {
            var key = $"change-{change.Change}";
            if (lastDay is not { } last)
                yield return Decide(Soft(key, $"Until when a change of sub-processors can be objected to is not recorded, and it is not decided: {change.Change}."));
            else if (shop.IsOver(last))
                yield return Decide(Soft(key, $"A change of sub-processors could be objected to until {last:d MMM yyyy} and is not decided: {change.Change}."));
        }

        static Defect Decide(Defect defect) => defect with { Fix = "Accept the change or object to it, and record the decision." };
    }

    private static bool IsAbroad(SubProcessor sub) => sub.Country is { Length: > 0 } country && !Eea.Contains(country);

    private static bool IsServed(string? country, Vendor processor, ShopSnapshot shop) =>
        ProcessingBy(processor, shop).SelectMany(shop.TransfersOf)
            .Any(transfer => transfer.ImporterCountry == country && transfer.Mechanism != TransferMechanism.None);
}
