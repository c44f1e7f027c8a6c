using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>The guarantees of every processor were checked, found sufficient, and not too long ago.</summary>
public sealed class ProcessorsGiveSufficientGuarantees() : ProcessorRequirement(
    "GDPR-28-1", "Art. 28(1) GDPR", "Processors give sufficient guarantees", Severity.High)
{
    private const int UsualMonths = 24;
    private const int HighRiskMonths = 12;

    /// <inheritdoc />
    public override string Duty => "Only processors may be used that give sufficient guarantees of suitable technical and organisational measures.";

    /// <inheritdoc />
    public override string Guidance => "Check the processor’s guarantees. Ask for a SOC 2 report, an ISO 27001 certificate or an answered questionnaire, and file it.";

    /// <inheritdoc />
    public override string EvidenceWanted => "ISO 27001 certificate, SOC 2 report, questionnaire or code of conduct (Art. 28(5))";

    /// <inheritdoc />
    public override int? ValidMonths => UsualMonths;

    /// <inheritdoc />
    public override string FixTitle(Verdict verdict) =>
        NamesIn(verdict) is { Length: > 0 } names ? $"Check the guarantees of {names}" : base.FixTitle(verdict);

    /// <inheritdoc />
    protected override string Count(int met, int total) => $"{met} of {total} processors have a due diligence on file that found enough guarantees.";

    /// <summary>The last day on which the check of a processor is good: 24 months, 12 at high risk, or its own earlier day; null when there is none.</summary>
    internal static DateOnly? LastDay(Vendor processor, ShopSnapshot shop)
    {
        if (processor.DueDiligence is not { On: { } on } check)
            return null;
        var isHighRisk = ProcessingBy(processor, shop).Any(disclosure => IsHighRisk(disclosure, shop));
        var usual = on.MonthsLater(isHighRisk ? HighRiskMonths : UsualMonths);
        return check.ValidUntil is { } until && until < usual ? until : usual;
    }

    /// <inheritdoc />
    protected override IEnumerable<Defect> Inspect(Vendor item, ShopSnapshot shop)
    {
        var check = item.DueDiligence;
        if (check.On is not { } on || !shop.Reached(on))
            return [Hard("none", $"No due diligence is on file.")];
        if (check.Outcome != DueDiligenceOutcome.Acceptable)
        {
            return check.Outcome == DueDiligenceOutcome.NotAcceptable
                ? [Hard("not-acceptable", $"The due diligence of {on:d MMM yyyy} found that the guarantees are not sufficient.") with { Fix = "Agree on better measures and check again, or change to another processor." }]
                : [Hard("open", $"The due diligence of {on:d MMM yyyy} has no outcome.") with { Fix = "Decide whether the guarantees are sufficient, and record it." }];
        }

        return [.. Proof(check, on), .. Age(item, shop)];
    }

    private static IEnumerable<Defect> Proof(DueDiligence check, DateOnly on)
    {
        if (check.EvidenceIds.Count == 0)
            yield return Soft("no-evidence", $"The due diligence of {on:d MMM yyyy} has no evidence on file.");
    }

    private static IEnumerable<Defect> Age(Vendor processor, ShopSnapshot shop)
    {
        if (LastDay(processor, shop) is { } last && shop.IsOver(last))
            yield return Soft("expired", $"The due diligence expired on {last:d MMM yyyy}.") with { Fix = "Check the processor’s guarantees again." };
    }

    // Special categories, children, large scale and payments are checked every year (catalogue, GDPR-28-1).
    private static bool IsHighRisk(Disclosure disclosure, ShopSnapshot shop) =>
        shop.Activity(disclosure.ActivityId) is { } activity
        && (activity.LargeScale == Answer.Yes
            || activity.ChildrenData == Answer.Yes
            || activity.Subjects.Contains(DataSubjectCategory.Children)
            || activity.Purposes.Exists(purpose => purpose.Kind == PurposeKind.Payment)
            || disclosure.ElementIds.Select(shop.Element).Any(element => element?.SpecialCategory is not null));
}
