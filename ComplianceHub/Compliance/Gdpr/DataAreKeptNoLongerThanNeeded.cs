using ComplianceHub.Compliance.Shapes;
using ComplianceHub.Domain;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>GDPR-5-1-e: every use of data has a retention rule that is whole, followed and fresh.</summary>
public sealed class DataAreKeptNoLongerThanNeeded() : GradedRequirement<DataUse>(
    "GDPR-5-1-e", "Art. 5(1)(e) GDPR", "Personal data are kept no longer than their purpose needs", Severity.High)
{
    /// <inheritdoc />
    public override Area Area => GdprAreas.Principles;

    /// <inheritdoc />
    public override string Duty =>
        "Data that identify people are kept no longer than the purpose needs. For each use a rule says how long, counted from what, and why; then they are erased or made anonymous.";

    /// <inheritdoc />
    public override string Guidance =>
        "Add the missing retention rule or repair the job. State the period, the event it counts from, its source or justification, and the disposal.";

    /// <inheritdoc />
    public override string EvidenceWanted => "Retention rule, deletion log";

    /// <inheritdoc />
    public override int? ValidMonths => 12;

    /// <inheritdoc />
    public override string? FineProvision => "Art. 83(5)";

    /// <inheritdoc />
    public override Effort Effort => Effort.Medium;

    /// <inheritdoc />
    protected override string QuestionIfNone => Questions.Data;

    /// <inheritdoc />
    protected override IEnumerable<DataUse> Population(ShopSnapshot shop) =>
        shop.ActiveActivities.SelectMany(activity => shop.ElementsOf(activity).Distinct().Select(element => new DataUse(activity, element)));

    /// <inheritdoc />
    protected override Verdict IfEmpty(ShopSnapshot shop) =>
        Verdict.NotAssessed(shop.ActiveActivities.Count == 0 ? Questions.Activities : Questions.Data);

    /// <inheritdoc />
    protected override IEnumerable<Defect> Inspect(DataUse item, ShopSnapshot shop)
    {
        var rules = shop.RetentionRulesOf(item.Activity).Where(rule => rule.Covers(item.Activity, item.Element)).ToList();
        if (rules.Count == 0)
            yield return Hard("no-rule", $"No retention rule for “{item.Element.Name}”.") with { Action = FixAction.AddRetentionRule, Repair = "retention" };
        else if (!rules.Exists(RetentionRuleReview.IsWhole))
            foreach (var rule in rules)
                yield return Hard("incomplete", $"The rule names no {RetentionRuleReview.Missing(rule)}.") with { Record = rule.Ref() };
        foreach (var rule in rules)
            foreach (var defect in RetentionRuleReview.Inspect(rule, item.Element, shop))
                yield return defect with { Record = rule.Ref() };
    }

    /// <inheritdoc />
    protected override RecordRef RefOf(DataUse item, ShopSnapshot shop) => item.Activity.Ref();

    /// <inheritdoc />
    protected override string NameOf(DataUse item, ShopSnapshot shop) => $"{item.Activity.Name} → {item.Element.Name}";

    /// <inheritdoc />
    protected override string Count(int met, int total) => $"{met} of {total} uses of data have a retention rule.";
}
