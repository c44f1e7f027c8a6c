using ComplianceHub.Compliance.Law;
using ComplianceHub.Compliance.Shapes;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Ccpa;

/// <summary>California's Online Privacy Protection Act: the website posts a privacy policy; no threshold of revenue.</summary>
public sealed class WebsitePolicyIsPosted() : PresenceRequirement<Notice>(
    "CA-OPPA", "Bus. & Prof. Code § 22575(b)", "The website posts a privacy policy", Severity.Low)
{
    // A process to review and change data is described only where there is one (§ 22575(b)(2)).
    private const string ReviewProcess = "Q3";

    /// <inheritdoc />
    public override Area Area => CcpaAreas.Notices;

    /// <inheritdoc />
    public override string Duty => "A website or app that collects data of people in California conspicuously posts a privacy policy that names what is collected, who receives it, how changes are announced, since when it holds, and how Do-Not-Track signals and tracking by third parties are handled.";

    /// <inheritdoc />
    public override string Guidance => "Post the policy with a link on the home page. Add the missing points and record them; the California privacy policy may serve.";

    /// <inheritdoc />
    public override string EvidenceWanted => "Snapshot of the policy and of the link on the home page";

    /// <inheritdoc />
    public override int? ValidMonths => 12;

    /// <inheritdoc />
    protected override Gate When(ShopSnapshot shop)
    {
        var inCalifornia = shop.Shop.Profile.DoesBusinessInCalifornia;
        if (inCalifornia == Answer.Yes)
            return Gate.Yes("The shop does business in California.");
        var online = Online(shop);
        return (inCalifornia, online.Applies) switch
        {
            (_, Answer.Yes) => online,
            (Answer.No, Answer.No) => Gate.No($"The shop does no business in California. {online.Fact}"),
            _ => Gate.Unknown([.. inCalifornia == Answer.Unknown ? (string[])["Does the shop do business in California?"] : [], .. online.Questions]),
        };
    }

    /// <inheritdoc />
    protected override IEnumerable<Notice> Candidates(ShopSnapshot shop) =>
        shop.Notices.Where(notice => notice.Kind is NoticeKind.CaliforniaPolicy or NoticeKind.PrivacyNotice);

    /// <inheritdoc />
    protected override Defect Absent(ShopSnapshot shop) =>
        Hard("absent", $"No website policy is recorded.") with { Action = FixAction.AddNotice };

    /// <inheritdoc />
    protected override string Present(Notice candidate) => $"{candidate.DisplayName} is posted and says what a website policy must.";

    /// <inheritdoc />
    protected override IEnumerable<Defect> Inspect(Notice candidate, ShopSnapshot shop)
    {
        if (!CaliforniaNotices.IsPublic(shop, candidate))
            yield return Hard("not-posted", $"The policy is not posted on the website.");
        var missing = NoticeFlags.OnlinePrivacyProtection.Where(point => !candidate.Says(point.Code) && !IsNeedless(point, candidate)).ToList();
        if (missing.Count > 0)
            yield return Soft("points", $"Website policy lacks: {string.Join("; ", missing.Select(point => $"{point.Text} ({point.Code})"))}.");
    }

    private static bool IsNeedless(Clause point, Notice policy) =>
        point.Code == ReviewProcess && policy.Flags.Exists(flag => flag.Code == ReviewProcess && flag.Finding == ClauseFinding.Absent);

    /// <summary>Whether an activity about Californians runs through a website or app.</summary>
    private static Gate Online(ShopSnapshot shop)
    {
        var channels = shop.Shop.Channels;
        if (channels.Count > 0 && !channels.Exists(channel => channel is SalesChannel.Website or SalesChannel.App))
            return Gate.No("It has no website or app.");
        if (shop.ActiveActivities.Count == 0)
            return Gate.Unknown("Which activities use data of people in California?");
        if (!Californians.Activities(shop).Any())
            return Californians.WithoutPlace(shop).ToList() is { Count: > 0 } open
                ? Gate.Unknown(open)
                : Gate.No("No activity uses data of people in California.");
        return channels.Count == 0
            ? Gate.Unknown("Does the shop have a website or an app?")
            : Gate.Yes("Activities about people in California run through a website or app.");
    }
}
