using ComplianceHub.Compliance.Law;
using ComplianceHub.Compliance.Shapes;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Ccpa;

/// <summary>The California privacy policy says what it must and is updated every 12 months (§ 1798.130(a)(5)).</summary>
public sealed class PrivacyPolicyIsCompleteAndCurrent() : PresenceRequirement<Notice>(
    "CCPA-130-a5", "§ 1798.130(a)(5); 11 CCR § 7011", "The privacy policy is complete and updated every 12 months", Severity.Critical)
{
    private const int Months = 12;
    private const int WarningDays = 60;
    private static readonly string[] OnlyIfSold = ["P4", "P5", "P6"];
    private static readonly string[] OnlyIfDisclosed = ["P8", "P9", "P10"];

    /// <inheritdoc />
    public override Area Area => CcpaAreas.Notices;

    /// <inheritdoc />
    public override string Duty => "A privacy policy says which categories were collected, sold or shared and disclosed in the preceding 12 months, explains the rights and how to use them, shows when it was last updated, and is updated at least once every 12 months.";

    /// <inheritdoc />
    public override string Guidance => "Update and republish the privacy policy. Then record the new date, what it says and its three lists.";

    /// <inheritdoc />
    public override string EvidenceWanted => "Version list or snapshot of the policy";

    /// <inheritdoc />
    public override int? ValidMonths => Months;

    /// <inheritdoc />
    public override string? FineProvision => CcpaCatalogue.FineProvision;

    /// <inheritdoc />
    public override Effort Effort => Effort.Medium;

    /// <inheritdoc />
    protected override Gate When(ShopSnapshot shop) => Gates.Ccpa(shop);

    /// <inheritdoc />
    protected override IEnumerable<Notice> Candidates(ShopSnapshot shop) =>
        shop.Notices.Where(notice => notice.Kind == NoticeKind.CaliforniaPolicy);

    /// <inheritdoc />
    protected override Defect Absent(ShopSnapshot shop) =>
        Hard("absent", $"No California privacy policy is recorded.") with { Action = FixAction.AddNotice };

    /// <inheritdoc />
    protected override string Present(Notice candidate) => $"{candidate.DisplayName}, updated on {candidate.ReviewedOn:d MMM yyyy}, says what it must; its lists match the registers.";

    /// <inheritdoc />
    protected override IEnumerable<Defect> Inspect(Notice candidate, ShopSnapshot shop)
    {
        var lookBack = new PrecedingTwelveMonths(shop);
        if (!CaliforniaNotices.IsPublic(shop, candidate))
            yield return Hard("not-published", $"The policy is not published.");
        if (UpdateDefect(candidate, shop) is { } late)
            yield return late;
        var missing = NoticeFlags.CaliforniaPolicy.Where(point => !candidate.Says(point.Code) && Applies(point, lookBack)).ToList();
        if (missing.Count > 0)
            yield return Hard("points", $"The policy does not say: {string.Join("; ", missing.Select(point => $"{point.Text} ({point.Code})"))}.");
        var differences = lookBack.Differences(candidate.PolicyLists).ToList();
        if (differences.Count > 0)
            yield return Hard("lists", $"Its lists for the preceding 12 months differ from the registers: {string.Join("; ", differences)}.");
        if (StatementDefect(candidate, lookBack, shop) is { } statement)
            yield return statement;
    }

    private static Defect? UpdateDefect(Notice policy, ShopSnapshot shop)
    {
        if (policy.ReviewedOn is not { } updated)
            return Hard("never-updated", $"Nobody recorded when the policy was last updated.");
        if (shop.IsOlderThan(updated, Months))
            return Hard("out-of-date", $"Policy last updated {updated:d MMM yyyy}, more than 12 months ago.");
        var last = updated.MonthsLater(Months);
        return shop.EndsWithin(last, WarningDays)
            ? Soft("due", $"Policy last updated {updated:d MMM yyyy}; the next update is due by {last:d MMM yyyy}.")
            : null;
    }

    private static Defect? StatementDefect(Notice policy, PrecedingTwelveMonths lookBack, ShopSnapshot shop)
    {
        var now = SaleAndSharing.Of(shop);
        if (lookBack.SoldOrSharedAny)
            return policy.StatesNoSaleOrSharing ? Hard("denies-sale", $"It says that nothing is sold or shared, but the registers record a sale or sharing in the preceding 12 months.") : null;
        return (policy.StatesNoSaleOrSharing, now.Gate.Applies) switch
        {
            (true, Answer.Yes) => Soft("possible-sale", $"It says that nothing is sold or shared, but {Recipients.Named(shop, now.Possible)} is a possible sale (§ 7050(e))."),
            (true, Answer.Unknown) => Soft("undecided-sale", $"It says that nothing is sold or shared, but nobody decided that for every recipient."),
            (false, Answer.No) => Hard("no-statement", $"Nothing was sold or shared in the preceding 12 months, and the policy does not say so."),
            _ => null,
        };
    }

    private static bool Applies(Clause point, PrecedingTwelveMonths lookBack) =>
        (lookBack.SoldOrSharedAny || !OnlyIfSold.Contains(point.Code)) && (lookBack.DisclosedAny || !OnlyIfDisclosed.Contains(point.Code));
}
