using ComplianceHub.Compliance.Law;
using ComplianceHub.Compliance.Shapes;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Ccpa;

/// <summary>Notice at collection: every category that is collected has a row that says what happens to it (§ 1798.100(a)).</summary>
public sealed class NoticeAtCollectionNamesEveryCategory() : GradedRequirement<CategoryInUse>(
    "CCPA-100-a", "§ 1798.100(a); 11 CCR § 7012", "The notice at collection names every category", Severity.Critical)
{
    /// <inheritdoc />
    public override Area Area => CcpaAreas.Notices;

    /// <inheritdoc />
    public override string Duty => "At or before collection, consumers are told the categories of personal and sensitive personal information, the purposes, whether each category is sold or shared, how long it is kept, and where to opt out and read the privacy policy.";

    /// <inheritdoc />
    public override string Guidance => "Bring the notice at collection in line with the registers. Publish it, then record what it says of each category. Applicants and employees need their own notice or section.";

    /// <inheritdoc />
    public override string EvidenceWanted => "Snapshot of the published notice";

    /// <inheritdoc />
    public override int? ValidMonths => 12;

    /// <inheritdoc />
    public override string? FineProvision => CcpaCatalogue.FineProvision;

    /// <inheritdoc />
    protected override string QuestionIfNone => "Which personal information does the shop collect from people in California, and in which activities?";

    /// <inheritdoc />
    protected override Gate When(ShopSnapshot shop) => Gates.Ccpa(shop);

    /// <inheritdoc />
    protected override IEnumerable<CategoryInUse> Population(ShopSnapshot shop) =>
        Californians.Categories(shop, Californians.Activities(shop).Where(Collects));

    /// <inheritdoc />
    protected override Verdict IfEmpty(ShopSnapshot shop) =>
        WithoutSource(shop).ToList() is { Count: > 0 } open
            ? Verdict.NotAssessed($"Where do the data of these activities come from: {string.Join(", ", open.Select(activity => activity.Name).Order(StringComparer.Ordinal))}?")
            : Californians.NoneOf(shop, QuestionIfNone, "No activity collects personal information from people in California or observes them.");

    /// <inheritdoc />
    protected override IEnumerable<Defect> Inspect(CategoryInUse item, ShopSnapshot shop)
    {
        var rows = Rows(item.Category, shop);
        if (rows.Count == 0)
        {
            var (record, action) = CaliforniaNotices.ToRepair(shop, NoticeKind.NoticeAtCollection);
            yield return Hard("not-in-notice", $"Category {item.Category.InWords()} is collected, but no published notice at collection names it.") with
            {
                Record = record,
                Action = action,
                Fix = "Name the category in the notice, or stop collecting it (§ 7002(f)).",
            };
            yield break;
        }

        var (notice, missing) = rows.Select(row => (row.Notice, Missing: MissingIn(row.Row).ToList())).MinBy(row => row.Missing.Count);
        if (missing.Count > 0)
            yield return Hard("row-incomplete", $"Category {item.Category.InWords()}: the notice does not say {string.Join(", ", missing)}.") with { Record = notice.Ref() };
        foreach (var contradiction in Contradictions(item.Category, rows, shop))
            yield return contradiction;
    }

    /// <inheritdoc />
    protected override IEnumerable<Finding> InspectWhole(ShopSnapshot shop)
    {
        var sale = SaleAndSharing.Of(shop).Gate;
        var ofNotices = CaliforniaNotices.Published(shop, NoticeKind.NoticeAtCollection)
            .SelectMany(notice => InspectNotice(notice, sale).Select(defect => defect.On(notice.Ref(), Guidance)));
        var ofActivities = WithoutSource(shop).Select(activity =>
            Soft("no-source", $"Nobody recorded where the data come from, so nobody knows whether the notice covers them.").On(activity.Ref(), "Record the sources of the data."));
        return [.. ofNotices, .. ofActivities, .. Californians.WithoutCategory(shop)];
    }

    /// <inheritdoc />
    protected override RecordRef RefOf(CategoryInUse item, ShopSnapshot shop) =>
        CaliforniaNotices.ToRepair(shop, NoticeKind.NoticeAtCollection).Record;

    /// <inheritdoc />
    protected override IEnumerable<RecordRef> RecordsOf(CategoryInUse item, ShopSnapshot shop) =>
        [.. Rows(item.Category, shop).Select(row => row.Notice.Ref()), .. item.Activities.Select(activity => activity.Ref())];

    /// <inheritdoc />
    protected override string NameOf(CategoryInUse item, ShopSnapshot shop) => item.Category.InWords();

    /// <inheritdoc />
    protected override string Count(int met, int total) => $"{met} of {total} categories that are collected are right in the notice at collection.";

    private static bool Collects(ProcessingActivity activity) =>
        activity.Sources.Exists(source => source is DataSource.Subject or DataSource.Observed);

    private static IEnumerable<ProcessingActivity> WithoutSource(ShopSnapshot shop) =>
        Californians.Activities(shop).Where(activity => activity.Sources.Count == 0);

    private static List<(Notice Notice, NoticeCategory Row)> Rows(PersonalInformationCategory category, ShopSnapshot shop) =>
    [
        .. from notice in CaliforniaNotices.Published(shop, NoticeKind.NoticeAtCollection)
           from row in notice.Categories
           where row.Category == category
           select (notice, row),
    ];

    private static IEnumerable<string> MissingIn(NoticeCategory row)
    {
        if (string.IsNullOrWhiteSpace(row.Purposes))
            yield return "the purposes";
        if (row.SoldOrShared == Answer.Unknown)
            yield return "whether it is sold or shared";
        if (string.IsNullOrWhiteSpace(row.Retention))
            yield return "how long it is kept";
    }

    private static IEnumerable<Defect> Contradictions(PersonalInformationCategory category, List<(Notice Notice, NoticeCategory Row)> rows, ShopSnapshot shop)
    {
        List<Disclosure> sold = [.. SaleAndSharing.Of(shop).SoldOrShared.Where(disclosure => Californians.CategoriesOf(shop, disclosure).Contains(category))];
        foreach (var notice in rows.Where(row => row.Row.SoldOrShared == Answer.No).Select(row => row.Notice).Distinct())
        {
            // A notice for applicants may deny what the one for customers admits, if it describes only their activities.
            var denied = sold.Where(disclosure => notice.ActivityIds.Count == 0 || notice.ActivityIds.Contains(disclosure.ActivityId)).ToList();
            if (denied.Count > 0)
                yield return Hard("contradiction", $"Category {category.InWords()} is sold to or shared with {Recipients.Named(shop, denied)}, but the notice says that it is not.") with { Record = notice.Ref() };
        }
    }

    private static IEnumerable<Defect> InspectNotice(Notice notice, Gate sale)
    {
        var missing = NoticeFlags.NoticeAtCollection.Where(point => !notice.Says(point.Code)).ToList();
        var optOut = missing.Find(point => point.Code == "N5");
        missing.RemoveAll(point => point == optOut && sale.Applies != Answer.Yes);
        if (missing.Count > 0)
            yield return Hard("points", $"The notice does not say: {string.Join("; ", missing.Select(point => $"{point.Text} ({point.Code})"))}.");
        if (optOut is not null && sale.Applies == Answer.Unknown)
            yield return Soft("opt-out-undecided", $"It has no link to opt out, and nobody decided whether data are sold or shared.");
        if (notice.Languages.Count == 0)
            yield return Soft("languages", $"Its languages are not recorded.");
    }
}
