using ComplianceHub.Compliance.Law;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>Every processor has a data processing agreement in force with all mandatory points.</summary>
public sealed class ProcessorsAreBoundByContract() : ProcessorRequirement(
    "GDPR-28-3", "Art. 28(3)(a)–(h), 28(9) GDPR", "Every processor is bound by a data processing agreement", Severity.Blocker)
{
    private const int ReviewMonths = 24;
    private const int EndsSoonDays = 60;

    /// <inheritdoc />
    public override string Duty => "A processor may handle personal data only under a written contract that contains the points (a) to (h).";

    /// <inheritdoc />
    public override string Guidance =>
        "Sign a data processing agreement with the processor, then record its dates and clauses. The Commission’s clauses (EU) 2021/915 contain all points.";

    /// <inheritdoc />
    public override string EvidenceWanted => "Signed agreement and clause review with page references";

    /// <inheritdoc />
    public override int? ValidMonths => ReviewMonths;

    /// <inheritdoc />
    public override string FixTitle(Verdict verdict) => SubjectsOf(verdict).Count switch
    {
        0 => base.FixTitle(verdict),
        1 => $"Complete the agreement with {NamesIn(verdict)}",
        var count => $"Complete {count} agreements: {NamesIn(verdict)}",
    };

    /// <inheritdoc />
    protected override string Count(int met, int total) => $"{met} of {total} processors have a complete agreement.";

    /// <inheritdoc />
    protected override string? WhyAggravated(Vendor item, ShopSnapshot shop) => Aggravation.ReasonOf(ProcessingBy(item, shop), shop);

    /// <inheritdoc />
    protected override IEnumerable<Defect> Inspect(Vendor item, ShopSnapshot shop)
    {
        if (shop.InForce(item, AgreementKind.DataProcessingAgreement) is not { } agreement)
            return WithoutAgreement(item, shop) is { } missing ? [missing] : [];
        return
        [
            .. ClauseDefects.Of(agreement, ClauseSets.ProcessorDuties),
            .. Review(agreement, shop),
            .. End(agreement, shop),
            .. Scope(agreement, item, shop),
        ];
    }

    private static IEnumerable<Defect> Review(Agreement agreement, ShopSnapshot shop)
    {
        if (agreement.ReviewedOn is { } reviewed && shop.IsOlderThan(reviewed, ReviewMonths))
            yield return About(agreement, Soft("review-old", $"The clauses were last reviewed on {reviewed:d MMM yyyy}."), "Review the clauses again.");
        if (agreement.ReviewedOn is null && agreement.Clauses.Count > 0)
            yield return About(agreement, Soft("review-undated", $"When the clauses were reviewed is not recorded."), "Record the day of the review.");
    }

    private static IEnumerable<Defect> End(Agreement agreement, ShopSnapshot shop)
    {
        if (agreement.EffectiveTo is { } end && shop.EndsWithin(end, EndsSoonDays))
            yield return About(agreement, Soft("ends", $"The agreement ends on {end:d MMM yyyy}."), "Renew the agreement before it ends, or end the processing.");
    }

    private static IEnumerable<Defect> Scope(Agreement agreement, Vendor processor, ShopSnapshot shop)
    {
        var disclosed = ProcessingBy(processor, shop).SelectMany(disclosure => disclosure.ElementIds).Distinct();
        var uncovered = agreement.CoveredElementIds.Count == 0 ? [] : disclosed.Except(agreement.CoveredElementIds).Select(shop.Element).OfType<DataElement>().ToList();
        if (uncovered.Count > 0)
        {
            var names = string.Join(", ", uncovered.Select(element => element.Name).Order(StringComparer.Ordinal));
            yield return About(agreement, Soft("scope-data", $"The agreement’s list of data lacks {names}."), "Extend the annex, or stop disclosing these data.");
        }

        IEnumerable<string> used = [.. processor.ProcessingCountries, .. processor.AccessCountries];
        var outside = agreement.CoveredCountries.Count == 0 ? [] : used.Distinct().Except(agreement.CoveredCountries).ToList();
        if (outside.Count > 0)
        {
            var names = string.Join(", ", outside.Select(Country.NameOf).Order(StringComparer.Ordinal));
            yield return About(agreement, Soft("scope-countries", $"The agreement does not cover processing in {names}."), "Extend the agreement, or keep the data in the countries that it covers.");
        }
    }

    private static Defect About(Agreement agreement, Defect defect, string fix) => defect with { Record = agreement.Ref(), Fix = fix };
}
