using ComplianceHub.Compliance.Shapes;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Ccpa;

/// <summary>Collection and use are necessary, proportionate and what a consumer expects (§ 1798.100(c), 11 CCR § 7002).</summary>
public sealed class UseIsNecessaryAndExpected() : MixedRequirement(
    "CCPA-100-c", "§ 1798.100(c); 11 CCR § 7002", "Use is necessary, proportionate and expected", Severity.High)
{
    private static readonly NoticeKind[] NoticesThatNamePurposes =
    [
        NoticeKind.NoticeAtCollection, NoticeKind.CaliforniaPolicy, NoticeKind.FinancialIncentiveNotice, NoticeKind.PreUseNotice, NoticeKind.ApplicantNotice,
    ];

    /// <inheritdoc />
    public override Area Area => CcpaAreas.Notices;

    /// <inheritdoc />
    public override string Duty => "Personal information is collected, used, kept and shared only as far as is reasonably necessary and proportionate to the purposes that consumers were told of and expect.";

    /// <inheritdoc />
    public override string Guidance => "Name the purpose in a notice, or ask for consent. A new purpose that is incompatible needs a new notice (§ 7002(f)), an unexpected one consent (§ 7002(e)); write down why consumers expect the use (§ 7002(b), (d)).";

    /// <inheritdoc />
    public override string EvidenceWanted => "Assessment of necessity and proportionality";

    /// <inheritdoc />
    public override int? ValidMonths => 12;

    /// <inheritdoc />
    public override string? FineProvision => CcpaCatalogue.FineProvision;

    /// <inheritdoc />
    public override Effort Effort => Effort.Medium;

    /// <inheritdoc />
    public override string Question => "Is the following true today for this shop: each use takes the minimum of personal information, negative impacts on consumers were weighed and safeguards are in place (§ 7002(d))?";

    /// <inheritdoc />
    protected override Gate When(ShopSnapshot shop) => Gates.Ccpa(shop);

    /// <inheritdoc />
    protected override IEnumerable<Finding> Check(ShopSnapshot shop)
    {
        var named = shop.Notices
            .Where(notice => NoticesThatNamePurposes.Contains(notice.Kind) && CaliforniaNotices.IsPublic(shop, notice))
            .SelectMany(notice => notice.PurposeKinds).ToHashSet();
        return Californians.Activities(shop)
            .OrderBy(activity => activity.Name, StringComparer.Ordinal).ThenBy(activity => activity.Id)
            .SelectMany(activity => Inspect(activity, named).Select(defect => defect.On(activity.Ref(), Guidance)));
    }

    private static IEnumerable<Defect> Inspect(ProcessingActivity activity, HashSet<PurposeKind> named)
    {
        foreach (var purpose in activity.Purposes.Where(purpose => purpose.Kind is { } kind && !named.Contains(kind)))
            yield return Hard("purpose-not-in-notice", $"Purpose “{NameOf(purpose)}” is in no California notice.");
        foreach (var purpose in activity.Purposes.Where(purpose => purpose.Kind is null))
            yield return Soft("purpose-without-kind", $"Nobody recorded what kind of purpose “{NameOf(purpose)}” is, so it cannot be looked up in the notices.");
        if (string.IsNullOrWhiteSpace(activity.ExpectationNote))
            yield return Soft("no-expectation", $"Nobody wrote down why a consumer expects this use (§ 7002(b)).");
    }

    private static string NameOf(Purpose purpose) => string.IsNullOrWhiteSpace(purpose.Text) ? purpose.Code : purpose.Text;
}
