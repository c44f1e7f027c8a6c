using ComplianceHub.Compliance.Law;
using ComplianceHub.Compliance.Shapes;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>Joint controllers have settled who does what, and people can learn the essence of it.</summary>
public sealed class JointControllersHaveAnArrangement() : GradedRecordRequirement<RegisterRecord>(
    "GDPR-26", "Art. 26 GDPR", "Joint controllers have an arrangement", Severity.Critical)
{
    /// <inheritdoc />
    public override Area Area => GdprAreas.Processors;

    /// <inheritdoc />
    public override string Duty =>
        "Whoever decides with others about purposes and means settles in an arrangement who fulfils which duty, and makes its essence available.";

    /// <inheritdoc />
    public override string Guidance => "File the arrangement with the joint controller. Large platforms publish theirs; link its essence in the privacy notice.";

    /// <inheritdoc />
    public override string EvidenceWanted => "The arrangement with its clause review, and the notice that tells its essence";

    /// <inheritdoc />
    public override int? ValidMonths => 24;

    /// <inheritdoc />
    public override string? FineProvision => "Art. 83(4)";

    /// <inheritdoc />
    public override Effort Effort => Effort.Medium;

    /// <inheritdoc />
    public override string FixTitle(Verdict verdict) =>
        NamesIn(verdict) is { Length: > 0 } names ? $"Complete the joint-controller arrangement: {names}" : base.FixTitle(verdict);

    /// <inheritdoc />
    protected override string QuestionIfNone => "Does the shop decide about purposes and means together with somebody, for example with a social network whose pixel it uses?";

    /// <inheritdoc />
    protected override string Count(int met, int total) => $"{met} of {total} joint controllers have an arrangement in force.";

    /// <inheritdoc />
    protected override IEnumerable<RegisterRecord> Population(ShopSnapshot shop)
    {
        var joint = shop.ActiveDisclosures.Where(disclosure => disclosure.GdprRole == RecipientRole.JointController && shop.IsUnderGdpr(disclosure)).ToList();
        var named = joint.Select(disclosure => disclosure.ActivityId).ToHashSet();
        IEnumerable<RegisterRecord> vendors = joint.Select(disclosure => shop.Vendor(disclosure.VendorId)).OfType<Vendor>().DistinctBy(vendor => vendor.Id);
        // An activity that is joint, but does not say with whom.
        return vendors.Concat(shop.ActiveActivities.Where(activity =>
            activity.OurRole == ControllerRole.JointController && shop.IsUnderGdpr(activity) && !named.Contains(activity.Id)));
    }

    /// <inheritdoc />
    protected override Verdict IfEmpty(ShopSnapshot shop)
    {
        if (shop.Disclosures.Count == 0)
            return Verdict.NotAssessed(QuestionIfNone);
        var undecided = RecipientRoles.Questions(shop);
        return undecided.Count > 0
            ? Verdict.NotAssessed(undecided)
            : Verdict.NotApplicable($"No third party is a joint controller; {RecipientRoles.Count(shop)} recipients checked.");
    }

    /// <inheritdoc />
    protected override IEnumerable<Defect> Inspect(RegisterRecord item, ShopSnapshot shop)
    {
        if (item is not Vendor vendor)
            return [Hard("nobody-named", $"The activity is marked as joint, but no joint controller is recorded.") with { Fix = "Record the disclosure to the joint controller, or correct our role." }];
        if (shop.InForce(vendor, AgreementKind.JointControllerArrangement) is not { } arrangement)
            return [Hard("no-arrangement", $"No joint-controller arrangement is in force.") with { Action = FixAction.AddAgreement }, .. Essence(shop)];
        return [.. ClauseDefects.Of(arrangement, ClauseSets.JointControllers), .. Essence(shop)];
    }

    // Art. 26(2) s. 2: one published notice that tells the essence serves all arrangements.
    private static IEnumerable<Defect> Essence(ShopSnapshot shop)
    {
        var notices = shop.Notices
            .Where(notice => notice.Kind is NoticeKind.PrivacyNotice or NoticeKind.IndirectPrivacyNotice && notice.PublishedOn is { } day && shop.Reached(day))
            .OrderByDescending(notice => notice.PublishedOn).ThenBy(notice => notice.Id)
            .ToList();
        if (notices.Exists(notice => notice.Says(NoticeFlags.JointControllerEssence)))
            yield break;
        var defect = Hard("no-essence", $"No published notice tells the essence of the arrangement.") with { Fix = "Tell the essence in the privacy notice, then record it." };
        yield return notices.Count > 0 ? defect with { Record = notices[0].Ref() } : defect with { Action = FixAction.AddNotice };
    }
}
