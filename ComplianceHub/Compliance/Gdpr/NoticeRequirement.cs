using ComplianceHub.Compliance.Law;
using ComplianceHub.Compliance.Shapes;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>
/// Art. 13 and 14: for each activity, a published notice that describes it says every point that applies. Checked
/// point by point; the sentence counts activities.
/// </summary>
public abstract class NoticeRequirement(string id, string citation, string title, Severity severity)
    : GradedRequirement<NoticePoint>(id, citation, title, severity)
{
    /// <inheritdoc />
    public sealed override Area Area => GdprAreas.Notices;

    /// <inheritdoc />
    public override string EvidenceWanted => "Published notice as a file with its hash";

    /// <inheritdoc />
    public override int? ValidMonths => 12;

    /// <inheritdoc />
    public override string? FineProvision => "Art. 83(5)";

    /// <inheritdoc />
    public override Effort Effort => Effort.Medium;

    /// <summary>The kinds of notice that can fulfil the duty.</summary>
    private protected abstract NoticeKind[] Kinds { get; }

    /// <summary>The points that such a notice may have to say.</summary>
    protected abstract IReadOnlyList<Clause> Points { get; }

    /// <summary>Whether data reach the activity in the way that the article is about.</summary>
    protected abstract bool IsAbout(DataSource source);

    /// <summary>The fact when none of the activities is concerned.</summary>
    protected abstract string FactIfNone(int activities);

    /// <inheritdoc />
    protected sealed override string QuestionIfNone => Questions.Activities;

    /// <inheritdoc />
    protected sealed override IEnumerable<NoticePoint> Population(ShopSnapshot shop) =>
        from activity in Controlled(shop)
        where activity.Sources.Exists(IsAbout)
        from point in Points
        where Applies(point, activity, shop)
        select new NoticePoint(activity, point);

    /// <inheritdoc />
    protected sealed override Verdict IfEmpty(ShopSnapshot shop)
    {
        if (shop.ActiveActivities.Count == 0)
            return Verdict.NotAssessed(QuestionIfNone);
        var unknown = Controlled(shop).Where(activity => activity.Sources.Count == 0).ToList();
        return unknown.Count > 0
            ? Verdict.NotAssessed(Questions.About("Where do the data come from, or are they observed: {0}?", unknown))
            : Verdict.NotApplicable(FactIfNone(shop.ActiveActivities.Count));
    }

    /// <inheritdoc />
    protected override IEnumerable<Defect> Inspect(NoticePoint item, ShopSnapshot shop)
    {
        var describing = Published(shop).Where(notice => notice.ActivityIds.Contains(item.Activity.Id)).ToList();
        if (describing.Count > 0)
            return InspectDescribing(item, describing, shop);
        return Published(shop).MaxBy(Rank) is { } notice
            ? [Hard("not-described", $"It does not cover: {item.Activity.Name}.") with { Record = notice.Ref() }]
            : [Hard("no-notice", $"No privacy notice is published.") with { Record = shop.Shop.Ref(), Action = FixAction.AddNotice, Repair = "notice" }];
    }

    private IEnumerable<Notice> Published(ShopSnapshot shop) => shop.Notices.Where(notice => Kinds.Contains(notice.Kind) && shop.IsPublished(notice));

    // The kind that is meant for it first, then the latest.
    private (int, DateOnly?, Guid) Rank(Notice notice) => (-Array.IndexOf(Kinds, notice.Kind), notice.PublishedOn, notice.Id);

    private IEnumerable<Defect> InspectDescribing(NoticePoint item, List<Notice> describing, ShopSnapshot shop)
    {
        var (activity, point) = item;
        if (!describing.Exists(notice => notice.Says(point.Code)) && describing.MaxBy(Rank) is { } silent)
            yield return silent.Flags.Exists(flag => flag.Code == point.Code && flag.Finding == ClauseFinding.Absent)
                ? Hard("lacks", $"It lacks “{point.Text}” ({point.Citation}).") with { Record = silent.Ref() }
                : Hard("not-reviewed", $"Nobody has checked whether it says “{point.Text}” ({point.Citation}).") with { Record = silent.Ref() };
        var latest = describing.MaxBy(notice => (notice.PublishedOn, notice.Id))!;
        if (ChangesOf(activity, shop).Where(day => day > latest.PublishedOn && shop.Reached(day)).Max(day => (DateOnly?)day) is { } changed)
            yield return Soft("outdated", $"It may be outdated: “{activity.Name}” changed on {changed:d MMM yyyy}, after it was published.") with { Record = latest.Ref() };
    }

    // A recipient that this shop alone adds to an activity of the group changes no record of the group, but what the
    // shop's notice must tell.
    private static IEnumerable<DateOnly> ChangesOf(ProcessingActivity activity, ShopSnapshot shop) => shop.Disclosures
        .Where(disclosure => disclosure.ActivityId == activity.Id && disclosure.ShopId != activity.ShopId)
        .Select(disclosure => disclosure.Since).Append(activity.LastMaterialChangeOn).OfType<DateOnly>();

    /// <inheritdoc />
    protected sealed override IEnumerable<Finding> InspectWhole(ShopSnapshot shop) =>
        Controlled(shop).Where(activity => activity.Sources.Count == 0).Select(activity =>
            Soft("no-source", $"It is not recorded where the data come from, so nobody knows whether Art. 13 or 14 applies.").On(activity.Ref(), "Record where the data come from."));

    /// <inheritdoc />
    protected sealed override object CountedAs(NoticePoint item) => item.Activity;

    /// <inheritdoc />
    protected sealed override RecordRef RefOf(NoticePoint item, ShopSnapshot shop) => item.Activity.Ref();

    // Only the controller informs; a processor's customers inform their own people.
    private static IEnumerable<ProcessingActivity> Controlled(ShopSnapshot shop) =>
        shop.ActiveActivities.Where(activity => activity.OurRole != ControllerRole.Processor);

    private static bool Applies(Clause point, ProcessingActivity activity, ShopSnapshot shop) => point.Code switch
    {
        NoticeFlags.Representative => RepresentativeDuty.Of(shop).Applies == Answer.Yes,
        NoticeFlags.DataProtectionOfficer => DataProtectionOfficerDuty.IsDesignated(shop),
        NoticeFlags.LegitimateInterests => activity.Bases.Exists(basis => basis.Basis == LawfulBasis.LegitimateInterests),
        NoticeFlags.RightToWithdraw => activity.Bases.Exists(basis => basis.Basis == LawfulBasis.Consent),
        NoticeFlags.TransfersAndSafeguards => shop.DisclosuresOf(activity).Any(disclosure =>
            shop.TransfersOf(disclosure).Any() || shop.ThirdCountryFlowsOf(disclosure).Any()),
        NoticeFlags.AutomatedDecisions => activity.AutomatedDecisions == Answer.Yes,
        // The essence of a joint-controller arrangement is read by GDPR-26.
        NoticeFlags.JointControllerEssence => false,
        _ => true,
    };
}
