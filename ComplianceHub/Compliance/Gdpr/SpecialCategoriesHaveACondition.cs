using ComplianceHub.Compliance.Shapes;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>GDPR-9-2: special categories of data are used only under a condition of Art. 9(2), beside a basis of Art. 6.</summary>
public sealed class SpecialCategoriesHaveACondition() : AllOrFailRecordRequirement<DataElement>(
    "GDPR-9-2", "Art. 9 GDPR", "Special categories of data rest on a condition of Art. 9(2)", Severity.Blocker)
{
    /// <inheritdoc />
    public override Area Area => GdprAreas.Lawfulness;

    /// <inheritdoc />
    public override string Duty =>
        "Data on health, beliefs, origin, sex life, genes or biometrics, and what reveals them, are used only under a condition of Art. 9(2), beside a lawful basis of Art. 6. Explicit consent is recorded; where a law allows it, the law is named.";

    /// <inheritdoc />
    public override string Guidance => "Record the condition of Art. 9(2) with its consent or its law, or stop using the data.";

    /// <inheritdoc />
    public override string EvidenceWanted => "Condition with consent form or law";

    /// <inheritdoc />
    public override int? ValidMonths => 12;

    /// <inheritdoc />
    public override string? FineProvision => "Art. 83(5)";

    /// <inheritdoc />
    public override Effort Effort => Effort.Large;

    /// <inheritdoc />
    protected override string QuestionIfNone => Questions.Data;

    /// <inheritdoc />
    protected override IEnumerable<DataElement> Population(ShopSnapshot shop) => shop.Elements.Where(element => element.SpecialCategory is not null);

    /// <inheritdoc />
    protected override Verdict IfEmpty(ShopSnapshot shop)
    {
        if (shop.Elements.Count == 0)
            return Verdict.NotAssessed(QuestionIfNone);
        var fact = Verdict.NotApplicable($"No special category is recorded; {shop.Elements.Count} kinds of data checked.");
        return shop.Shop.Profile.SellsRevealingGoods == Answer.Yes
            ? fact with { Findings = [Reminder().On(shop.Shop.Ref(), Guidance)] }
            : fact;
    }

    /// <inheritdoc />
    protected override IEnumerable<Defect> Inspect(DataElement item, ShopSnapshot shop)
    {
        var uses = shop.ActiveActivities.Where(activity => activity.ElementIds.Contains(item.Id)).ToList();
        if (item.Article9Condition is not { } condition)
            yield return Hard("no-condition", $"A special category, but no condition of Art. 9(2) is recorded.");
        else if (NeedsLaw(condition) && string.IsNullOrWhiteSpace(item.Article9Reference))
            yield return Hard("no-law", $"The condition {NameOf(condition)} rests on a law, but none is named.");
        if (item.Article9Condition == Article9Condition.ExplicitConsent)
            foreach (var use in uses.Where(use => !shop.ConsentForms.Any(form => form.ActivityIds.Contains(use.Id))))
                yield return Hard("no-consent", $"“{use.Name}” uses it on explicit consent (a), but no consent form is recorded.") with { Action = FixAction.AddConsentForm };
        foreach (var use in uses.Where(LacksBasis))
            yield return Hard("no-basis", $"“{use.Name}” uses it without a basis of Art. 6(1).");
    }

    // A purpose without basis, or no purpose at all.
    private static bool LacksBasis(ProcessingActivity activity) =>
        activity.OurRole != ControllerRole.Processor
        && (activity.Purposes.Count == 0 || activity.Purposes.Exists(purpose => !activity.BasesOf(purpose).Any()));

    private static bool NeedsLaw(Article9Condition condition) => condition is Article9Condition.EmploymentLaw or Article9Condition.SubstantialPublicInterest
        or Article9Condition.HealthCare or Article9Condition.PublicHealth or Article9Condition.ArchivingResearchStatistics;

    private static string NameOf(Article9Condition condition) => $"Art. 9(2)({(char)('a' + (int)condition)})";

    private static Defect Reminder() =>
        Soft("revealing-goods", $"The shop sells goods that reveal health, sex life or beliefs: its orders can be a special category (C-21/23).") with { Action = FixAction.EditProfile };

    /// <inheritdoc />
    protected override string Count(int met, int total) => $"{met} of {total} kinds of special data rest on a condition of Art. 9(2).";
}
