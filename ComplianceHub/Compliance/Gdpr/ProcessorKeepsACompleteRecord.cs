using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>GDPR-30-2: the record of processing says (a) to (d) of everything that the business processes for other controllers.</summary>
public sealed class ProcessorKeepsACompleteRecord() : RecordRequirement(
    "GDPR-30-2", "Art. 30(2)(a)–(d) GDPR", "The processor's record of processing is complete", Severity.High)
{
    /// <inheritdoc />
    public override string Duty =>
        "Whoever processes for other controllers keeps a record of it: (a) who they are and who we are, (b) the categories of processing, (c) transfers to third countries, and where possible (d) security measures.";

    /// <inheritdoc />
    public override string Guidance => "Complete the record of what is processed for others. Name each controller with contact, what is done, where data go and how they are protected.";

    /// <inheritdoc />
    protected override string QuestionIfNone => "Which processing does the shop do for other controllers, and for whom?";

    /// <inheritdoc />
    protected override Gate When(ShopSnapshot shop)
    {
        var owed = base.When(shop);
        return owed.Applies == Answer.Yes ? Gates.ActsAsProcessor(shop) : owed;
    }

    /// <inheritdoc />
    protected override IEnumerable<ProcessingActivity> Population(ShopSnapshot shop) =>
        shop.ActiveActivities.Where(activity => activity.OurRole == ControllerRole.Processor);

    /// <inheritdoc />
    protected override IEnumerable<Defect> Inspect(ProcessingActivity item, ShopSnapshot shop) =>
        [.. RecordEntry.Business("Art. 30(2)(a)", shop), .. Contents(item, shop), .. RecordEntry.Transfers("Art. 30(2)(c)", item, shop)];

    private static IEnumerable<Defect> Contents(ProcessingActivity item, ShopSnapshot shop)
    {
        if (string.IsNullOrWhiteSpace(item.OnBehalfOf))
            yield return Hard("a", $"Art. 30(2)(a): the controller for whom it is done is not recorded.");
        if (!RecordEntry.HasPurpose(item) && string.IsNullOrWhiteSpace(item.Description))
            yield return Hard("b", $"Art. 30(2)(b): it is not recorded what is done.");
        if (!RecordEntry.HasMeasures(item, shop))
            yield return Soft("d", $"Art. 30(2)(d): security measures are not described.");
    }

    /// <inheritdoc />
    protected override string Count(int met, int total) => $"{met} of {total} activities for other controllers have a complete record.";
}
