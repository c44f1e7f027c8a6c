using ComplianceHub.Compliance.Law;
using ComplianceHub.Compliance.Shapes;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Ccpa;

/// <summary>Each category is kept for a stated period, or by stated criteria, in every use (§ 1798.100(a)(3)).</summary>
public sealed class EveryCategoryHasARetentionPeriod() : GradedRequirement<CategoryInUse>(
    "CCPA-100-a3", "§ 1798.100(a)(3)", "Every category has a retention period", Severity.High)
{
    private static readonly string[] Vague =
        ["as long as we need", "as long as needed", "as long as it is needed", "as long as necessary", "as needed", "no longer needed", "no longer necessary", "until further notice"];

    /// <inheritdoc />
    public override Area Area => CcpaAreas.Notices;

    /// <inheritdoc />
    public override string Duty => "Consumers are told how long each category is kept, or the criteria that decide it, for each disclosed purpose; nothing is kept longer than is reasonably necessary.";

    /// <inheritdoc />
    public override string Guidance => "Add a retention rule with a period or criteria. Then state it for the category in the notice at collection.";

    /// <inheritdoc />
    public override string EvidenceWanted => "Retention rule and snapshot of the notice";

    /// <inheritdoc />
    public override int? ValidMonths => 12;

    /// <inheritdoc />
    public override string? FineProvision => CcpaCatalogue.FineProvision;

    /// <inheritdoc />
    protected override string QuestionIfNone => "Which categories of personal information does the shop use about people in California?";

    /// <inheritdoc />
    protected override Gate When(ShopSnapshot shop) => Gates.Ccpa(shop);

    /// <inheritdoc />
    protected override IEnumerable<CategoryInUse> Population(ShopSnapshot shop) => Californians.Categories(shop, Californians.Activities(shop));

    /// <inheritdoc />
    protected override Verdict IfEmpty(ShopSnapshot shop) =>
        Californians.NoneOf(shop, QuestionIfNone, "No activity uses personal information of people in California.");

    /// <inheritdoc />
    protected override IEnumerable<Defect> Inspect(CategoryInUse item, ShopSnapshot shop) =>
        item.Uses.GroupBy(use => use.Activity)
            .SelectMany(uses => InspectUse(item.Category, uses.Key, [.. uses.Select(use => use.Element)], shop))
            .DistinctBy(defect => (defect.Key, defect.Record));

    /// <inheritdoc />
    protected override IEnumerable<Finding> InspectWhole(ShopSnapshot shop) => Californians.WithoutCategory(shop);

    /// <inheritdoc />
    protected override RecordRef RefOf(CategoryInUse item, ShopSnapshot shop) => item.Activities.First().Ref();

    /// <inheritdoc />
    protected override IEnumerable<RecordRef> RecordsOf(CategoryInUse item, ShopSnapshot shop) => item.Activities.Select(activity => activity.Ref());

    /// <inheritdoc />
    protected override string NameOf(CategoryInUse item, ShopSnapshot shop) => item.Category.InWords();

    /// <inheritdoc />
    protected override string Count(int met, int total) => $"{met} of {total} categories have a retention rule in every use.";

    private static IEnumerable<Defect> InspectUse(PersonalInformationCategory category, ProcessingActivity activity, List<DataElement> elements, ShopSnapshot shop)
    {
        var covering = elements.ConvertAll(element => shop.RetentionRulesOf(activity).Where(rule => rule.Covers(activity, element)).ToList());
        if (covering.Exists(rules => !rules.Exists(rule => StatesLimit(rule) || IsUnlimited(rule))))
            yield return Hard("no-retention", $"Category {category.InWords()}: no retention rule.") with
            {
                Record = activity.Ref(),
                Action = FixAction.AddRetentionRule,
                Repair = "retention",
            };
        foreach (var rule in covering.SelectMany(rules => rules).Distinct().Where(IsUnlimited))
            yield return Hard("unlimited", $"Category {category.InWords()} is kept without a limit that anybody could check.") with
            {
                Record = rule.Ref(),
                Fix = "Name a period, or criteria that decide the end.",
            };
        foreach (var rule in covering.Where(rules => rules.Exists(StatesLimit) && rules.TrueForAll(rule => rule.Period is null)).SelectMany(rules => rules).Distinct().Where(OnlyCriteria))
            yield return Soft("criteria-only", $"Category {category.InWords()}: only criteria are named, no period.") with
            {
                Record = rule.Ref(),
                Fix = "Name a period where one is possible.",
            };
    }

    private static bool StatesLimit(RetentionRule rule) => rule.Period is not null || OnlyCriteria(rule) || IsSuppression(rule);

    private static bool OnlyCriteria(RetentionRule rule) =>
        rule is { Period: null, IsIndefinite: false } && !string.IsNullOrWhiteSpace(rule.Criteria) && !IsVague(rule.Criteria);

    // A minimal list that honours objections may be kept without end (catalogue, GDPR-5-1-e).
    private static bool IsSuppression(RetentionRule rule) => rule is { IsIndefinite: true, IsSuppressionList: true };

    private static bool IsUnlimited(RetentionRule rule) =>
        rule is { IsIndefinite: true, IsSuppressionList: false } || (rule.Period is null && !IsSuppression(rule) && IsVague(rule.Criteria));

    private static bool IsVague(string? criteria) =>
        criteria is not null && Array.Exists(Vague, words => criteria.Contains(words, StringComparison.OrdinalIgnoreCase));
}
