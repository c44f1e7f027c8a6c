using ComplianceHub.Compliance.Law;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>GDPR-14: people whose data come from somebody else are told so, in time.</summary>
public sealed class PeopleAreInformedOfDataFromElsewhere() : NoticeRequirement(
    "GDPR-14", "Art. 14 GDPR", "People are informed of data from elsewhere", Severity.High)
{
    /// <inheritdoc />
    public override string Duty =>
        "People whose data come from somebody else are told the same as under Art. 13, and besides which categories they are and where they come from: within a month, at the first message or the first disclosure, unless an exception of Art. 14(5) applies.";

    /// <inheritdoc />
    public override string Guidance => "Complete the notice for data from elsewhere and publish it. Then record when people are told, or which exception of Art. 14(5) applies.";

    /// <inheritdoc />
    private protected override NoticeKind[] Kinds { get; } = [NoticeKind.IndirectPrivacyNotice, NoticeKind.PrivacyNotice, NoticeKind.ApplicantNotice];

    /// <inheritdoc />
    protected override IReadOnlyList<Clause> Points => NoticeFlags.IndirectPrivacyNotice;

    /// <inheritdoc />
    protected override bool IsAbout(DataSource source) => source == DataSource.ThirdParty;

    /// <inheritdoc />
    protected override string FactIfNone(int activities) => $"No activity gets data from somebody else; {activities} checked.";

    /// <inheritdoc />
    protected override IEnumerable<Defect> Inspect(NoticePoint item, ShopSnapshot shop) =>
        string.IsNullOrWhiteSpace(item.Activity.IndirectNoticeNote)
            ? base.Inspect(item, shop).Append(Soft("no-timing", $"It is not recorded when people are told (Art. 14(3)), or which exception applies (Art. 14(5)).") with { Record = item.Activity.Ref() })
            : base.Inspect(item, shop);

    /// <inheritdoc />
    protected override string Count(int met, int total) => $"{met} of {total} activities with data from elsewhere are covered by a complete notice.";
}
