using ComplianceHub.Compliance.Law;
using ComplianceHub.Compliance.Shapes;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Ccpa;

/// <summary>One thing that must be in place so that consumers can opt out.</summary>
/// <param name="Point">O1 to O6 of the catalogue; null for the policy's statement that nothing is sold or shared.</param>
/// <param name="Notice">The notice that is looked at; null when there is none.</param>
public sealed record OptOutPoint(Clause? Point, Notice? Notice);

/// <summary>"Do Not Sell or Share My Personal Information" works (§§ 1798.120, 1798.135(a)(1)).</summary>
public sealed class OptOutOfSaleAndSharingWorks() : AllOrFailRequirement<OptOutPoint>(
    "CCPA-120", "§§ 1798.120, 1798.135(a)(1); 11 CCR §§ 7013, 7026(a)", "Opting out of sale and sharing works", Severity.Blocker)
{
    /// <inheritdoc />
    public override Area Area => CcpaAreas.OptOut;

    /// <inheritdoc />
    public override string Duty => "Who sells or shares personal information posts a notice of the right to opt out, a link in the header or footer, and two or more ways to opt out, one of them the preference signal, without account or verification; the opt-out reaches every recipient.";

    /// <inheritdoc />
    public override string Guidance => "Add the opt-out link, the form and the preference signal. Wire them to the tag manager and to server-side events, so that every recipient is stopped; a cookie banner alone does not count (§ 7026(a)(4)).";

    /// <inheritdoc />
    public override string EvidenceWanted => "Recorded test run of the opt-out";

    /// <inheritdoc />
    public override int? ValidMonths => 6;

    /// <inheritdoc />
    public override string? FineProvision => CcpaCatalogue.FineProvision;

    /// <inheritdoc />
    public override Effort Effort => Effort.Medium;

    /// <inheritdoc />
    protected override string QuestionIfNone => "Is any disclosure of Californians' information a sale, or sharing for cross-context advertising?";

    /// <inheritdoc />
    protected override Gate When(ShopSnapshot shop)
    {
        var business = Gates.Ccpa(shop);
        if (business.Applies != Answer.Yes)
            return business;
        var sale = SaleAndSharing.Of(shop).Gate;
        return sale.Applies == Answer.Unknown ? sale : business;
    }

    /// <inheritdoc />
    protected override IEnumerable<OptOutPoint> Population(ShopSnapshot shop)
    {
        if (SaleAndSharing.Of(shop).Gate.Applies == Answer.Yes)
        {
            var notice = CaliforniaNotices.Published(shop, NoticeKind.OptOutNotice).FirstOrDefault();
            return NoticeFlags.OptOut.Select(point => new OptOutPoint(point, notice));
        }

        // Who sells nothing needs no opt-out, if the policy says so (§ 7013(g)).
        var policies = CaliforniaNotices.Published(shop, NoticeKind.CaliforniaPolicy).ToList();
        return policies.Exists(policy => policy.StatesNoSaleOrSharing) ? [] : [new OptOutPoint(null, policies.Count > 0 ? policies[0] : null)];
    }

    /// <inheritdoc />
    protected override Verdict IfEmpty(ShopSnapshot shop) =>
        Verdict.NotApplicable($"{SaleAndSharing.Of(shop).Gate.Fact} The policy says so (§ 7013(g)).");

    /// <inheritdoc />
    protected override IEnumerable<Defect> Inspect(OptOutPoint item, ShopSnapshot shop)
    {
        if (item.Point is not { } point)
        {
            yield return Soft("no-statement", $"Nothing is sold or shared, but no published policy says so (§ 7013(g)).") with
            {
                Fix = "Say in the California privacy policy that nothing is sold or shared.",
                Action = item.Notice is null ? FixAction.AddNotice : FixAction.OpenRecord,
            };
            yield break;
        }

        var (_, action) = CaliforniaNotices.ToRepair(shop, NoticeKind.OptOutNotice);
        if (Missing(item, point) is { } missing)
            yield return Hard(point.Code, $"{missing} ({point.Code}). Sold to or shared with: {Affected(shop)}.") with { Action = action };
        else if (point.Code == "O2" && string.IsNullOrWhiteSpace(item.Notice!.OptOutLink))
            yield return Soft("no-link-address", $"The address of the opt-out link is not recorded; only frictionless signals need no link (§ 7025(f)).");
        else if (point.Code == "O1" && Earlier(item.Notice!, shop) is { } earlier)
            yield return earlier;
    }

    /// <inheritdoc />
    protected override RecordRef RefOf(OptOutPoint item, ShopSnapshot shop) => item.Notice?.Ref()
        ?? CaliforniaNotices.ToRepair(shop, item.Point is null ? NoticeKind.CaliforniaPolicy : NoticeKind.OptOutNotice).Record;

    /// <inheritdoc />
    protected override string NameOf(OptOutPoint item, ShopSnapshot shop) => item.Point?.Text ?? "the statement that nothing is sold or shared";

    /// <inheritdoc />
    protected override string Count(int met, int total) =>
        total == 1 ? "Nothing is sold or shared." : $"{met} of {total} points of the opt-out are in place.";

    private static string? Missing(OptOutPoint item, Clause point)
    {
        if (item.Notice is not { } notice)
            return $"No published opt-out notice shows this: {point.Text}";
        var counting = notice.OptOutMethods.Where(method => method != OptOutMethod.CookieBanner).Distinct().ToList();
        return point.Code switch
        {
            _ when !notice.Says(point.Code) => $"Not in place: {point.Text}",
            "O3" when !counting.Contains(OptOutMethod.InteractiveForm) => "No interactive form is among the ways to opt out",
            "O4" when !counting.Contains(OptOutMethod.PreferenceSignal) => "The preference signal is not among the ways to opt out",
            "O4" when counting.Count < 2 => "There is only one way to opt out, and two are needed; a cookie banner does not count",
            _ => null,
        };
    }

    // What was collected while no notice was posted is not sold or shared without consent (§ 7013(h)).
    private static Defect? Earlier(Notice notice, ShopSnapshot shop)
    {
        if (notice.FirstPostedOn is not { } posted)
        {
            return Soft("first-posted", $"Since when a notice of the right to opt out is posted is not recorded; what was collected before may not be sold or shared without consent (§ 7013(h)).") with
            {
                Fix = "Record the day of the first version of the notice.",
            };
        }

        var earlier = SaleAndSharing.Of(shop).SoldOrShared.Where(disclosure => disclosure.Since is not { } since || since < posted).ToList();
        return earlier.Count == 0 ? null : Soft("sold-before", $"A notice was first posted on {posted:d MMM yyyy}, and no record says that the disclosure to {Recipients.Named(shop, earlier)} began later: what was collected before may not be sold or shared without consent (§ 7013(h)).") with
        {
            Fix = "Keep the data of before that day out of the disclosure, or ask for consent. Then record since when the disclosure of the later data goes on.",
        };
    }

    private static string Affected(ShopSnapshot shop)
    {
        var sale = SaleAndSharing.Of(shop);
        var possible = Recipients.Named(shop, sale.Possible);
        var names = (sale.SoldOrShared.Count, possible.Length) switch
        {
            (0, _) => $"possibly {possible}",
            (_, 0) => Recipients.Named(shop, sale.SoldOrShared),
            _ => $"{Recipients.Named(shop, sale.SoldOrShared)}, possibly {possible}",
        };
        // A company's name may end with a full stop, "Inc.", and the sentence has its own.
        return names.TrimEnd('.');
    }
}
