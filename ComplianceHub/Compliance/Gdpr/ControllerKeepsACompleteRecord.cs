using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>GDPR-30-1: the record of processing says (a) to (g) of every activity for which the business decides.</summary>
public sealed class ControllerKeepsACompleteRecord() : RecordRequirement(
    "GDPR-30-1", "Art. 30(1)(a)–(g) GDPR", "The controller's record of processing is complete", Severity.Critical)
{
    private const int TypicalLeast = 8;

    /// <inheritdoc />
    public override string Duty =>
        "The controller keeps a record of its processing: (a) who it is, (b) the purposes, (c) people and data, (d) recipients, (e) transfers to third countries, and where possible (f) time limits and (g) security measures.";

    /// <inheritdoc />
    public override string Guidance => "Complete the fields that the record leaves out. Then print the record of processing; it is what the authority asks for (Art. 30(4)).";

    /// <inheritdoc />
    protected override string QuestionIfNone => Questions.Activities;

    /// <inheritdoc />
    protected override IEnumerable<ProcessingActivity> Population(ShopSnapshot shop) =>
        shop.ActiveActivities.Where(activity => activity.OurRole != ControllerRole.Processor);

    /// <inheritdoc />
    protected override Verdict IfEmpty(ShopSnapshot shop) => shop.ActiveActivities.Count == 0
        ? base.IfEmpty(shop)
        : Verdict.NotApplicable($"The business is controller of no activity; {shop.ActiveActivities.Count} checked.");

    /// <inheritdoc />
    protected override IEnumerable<Defect> Inspect(ProcessingActivity item, ShopSnapshot shop) =>
        [.. RecordEntry.Business("Art. 30(1)(a)", shop), .. Contents(item, shop), .. RecordEntry.Transfers("Art. 30(1)(e)", item, shop), .. WherePossible(item, shop)];

    private static IEnumerable<Defect> Contents(ProcessingActivity item, ShopSnapshot shop)
    {
        if (item.OurRole == ControllerRole.JointController && !shop.DisclosuresOf(item).Any(disclosure => disclosure.GdprRole == RecipientRole.JointController))
            yield return Hard("a-joint", $"Art. 30(1)(a): the joint controller is not recorded.");
        if (!RecordEntry.HasPurpose(item))
            yield return Hard("b", $"Art. 30(1)(b): purposes are not recorded.");
        if (item.Subjects.Count == 0)
            yield return Hard("c-subjects", $"Art. 30(1)(c): the people concerned are not recorded.");
        if (!shop.ElementsOf(item).Any())
            yield return Hard("c-data", $"Art. 30(1)(c): the personal data are not recorded.");
        if (!item.StatesNoRecipients && !shop.DisclosuresOf(item).Any())
            yield return Hard("d", $"Art. 30(1)(d): recipients are not recorded, nor that there are none.");
    }

    // "Where possible": a gap weakens the record, and breaks the law where much is at stake.
    private static IEnumerable<Defect> WherePossible(ProcessingActivity item, ShopSnapshot shop)
    {
        var severity = Aggravation.IsInvolvedIn(item, shop) ? FindingSeverity.Hard : FindingSeverity.Soft;
        if (!shop.RetentionRulesOf(item).Any() && string.IsNullOrWhiteSpace(item.NoRetentionNote))
            yield return new Defect(severity, "f", $"Art. 30(1)(f): no retention rule, nor why none is possible.") { Action = FixAction.AddRetentionRule, Repair = "retention" };
        if (!RecordEntry.HasMeasures(item, shop))
            yield return new Defect(severity, "g", $"Art. 30(1)(g): security measures are not described.");
    }

    /// <inheritdoc />
    protected override IEnumerable<Finding> InspectWhole(ShopSnapshot shop)
    {
        var activities = shop.ActiveActivities;
        if (activities.Count < TypicalLeast && activities.Any(activity => activity.Purposes.Exists(purpose => purpose.Kind is PurposeKind.OrderFulfilment or PurposeKind.Payment)))
            yield return Soft("few", $"Only {activities.Count} activities are recorded; a shop with orders usually has 12 to 20. Missing perhaps: payment, returns, customer service, accounting?").On(shop.Shop.Ref(), Guidance);
        if (shop.LegalEntity.Employees > 0 && !shop.LegalEntityRecordsStaff && !activities.Any(IsStaff))
            yield return Soft("no-staff", $"{shop.LegalEntity.Employees:N0} people are employed, but staff and payroll are recorded nowhere.").On(shop.LegalEntity.Ref(), Guidance);
    }

    private static bool IsStaff(ProcessingActivity activity) =>
        activity.Subjects.Contains(DataSubjectCategory.Employees) || activity.Purposes.Exists(purpose => purpose.Kind == PurposeKind.StaffAdministration);

    /// <inheritdoc />
    protected override string Count(int met, int total) => $"{met} of {total} activities have a complete record.";
}
