using ComplianceHub.Compliance.Shapes;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>GDPR-5-2: somebody answers for every record that the accountability of the shop rests on, and confirmed it lately.</summary>
public sealed class RegistersAreOwnedAndFresh() : GradedRecordRequirement<RegisterRecord>(
    "GDPR-5-2", "Art. 5(2), 24 GDPR", "Every record has an owner and was reviewed within a year", Severity.High)
{
    private const int FreshMonths = 12;
    private const int StaleMonths = 18;
    private const int DraftDays = 90;

    /// <inheritdoc />
    public override Area Area => GdprAreas.Principles;

    /// <inheritdoc />
    public override string Duty =>
        "The controller answers for the principles and can demonstrate that they are kept: activities, processors, agreements and retention rules have an owner who confirms them each year.";

    /// <inheritdoc />
    public override string Guidance => "Review the records and name an owner. Open each one, confirm that it is still right, and set the day of the review.";

    /// <inheritdoc />
    public override string EvidenceWanted => "Owner and day of review on each record";

    /// <inheritdoc />
    public override int? ValidMonths => 12;

    /// <inheritdoc />
    public override string? FineProvision => "Art. 83(5)";

    /// <inheritdoc />
    protected override string QuestionIfNone => Questions.Activities;

    /// <inheritdoc />
    protected override IEnumerable<RegisterRecord> Population(ShopSnapshot shop) =>
        [.. shop.ActiveActivities, .. shop.Processors, .. shop.Agreements, .. shop.RetentionRules];

    /// <inheritdoc />
    protected override IEnumerable<Defect> Inspect(RegisterRecord item, ShopSnapshot shop)
    {
        var record = (IReviewed)item;
        if (string.IsNullOrWhiteSpace(record.Owner))
            yield return Hard("no-owner", $"Nobody owns the record.") with { Repair = "owner" };
        if (record.ReviewedOn is not { } reviewed)
            yield return Hard("never-reviewed", $"Nobody has reviewed the record.") with { Repair = "review" };
        else if (shop.IsOlderThan(reviewed, StaleMonths))
            yield return Hard("very-stale", $"Last reviewed on {reviewed:d MMM yyyy}, more than 18 months ago.") with { Repair = "review" };
        else if (shop.IsOlderThan(reviewed, FreshMonths))
            yield return Soft("stale", $"Last reviewed on {reviewed:d MMM yyyy}, more than 12 months ago.") with { Repair = "review" };
    }

    /// <inheritdoc />
    protected override IEnumerable<Finding> InspectWhole(ShopSnapshot shop)
    {
        // Agreements alone do not show what the shop does with data.
        if (shop.ActiveActivities.Count == 0)
            yield return Soft("no-activities", $"No processing activity is recorded.").On(shop.Shop.Ref(), Guidance);
        foreach (var draft in shop.Activities.Where(activity => activity.Status == ActivityStatus.Draft))
            if (draft.DraftedOn is { } begun && shop.IsOlderThanDays(begun, DraftDays))
                yield return Soft("old-draft", $"A draft since {begun:d MMM yyyy}, more than 90 days. Activate or retire it.").On(draft.Ref(), Guidance);
    }

    /// <inheritdoc />
    protected override string Count(int met, int total) => $"{met} of {total} records have an owner and were reviewed in the last 18 months.";
}
