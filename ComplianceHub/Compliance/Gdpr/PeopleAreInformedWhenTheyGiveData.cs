using ComplianceHub.Compliance.Law;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>GDPR-13: a published notice tells people what happens to the data that they give or that are observed.</summary>
public sealed class PeopleAreInformedWhenTheyGiveData() : NoticeRequirement(
    "GDPR-13", "Art. 13 GDPR", "People are informed when they give data", Severity.Critical)
{
    /// <inheritdoc />
    public override string Duty =>
        "When data are collected from people, or observed, they are told who the controller is, the purposes and bases, recipients, transfers, storage, and their rights. A published notice describes every such activity and says every point that applies.";

    /// <inheritdoc />
    public override string Guidance => "Complete the privacy notice from the register and publish it again. Then record the new version and the activities that it describes.";

    /// <inheritdoc />
    private protected override NoticeKind[] Kinds { get; } = [NoticeKind.PrivacyNotice, NoticeKind.ApplicantNotice];

    /// <inheritdoc />
    protected override IReadOnlyList<Clause> Points => NoticeFlags.PrivacyNotice;

    /// <inheritdoc />
    protected override bool IsAbout(DataSource source) => source is DataSource.Subject or DataSource.Observed;

    /// <inheritdoc />
    protected override string FactIfNone(int activities) => $"No activity collects data from the person or observes them; {activities} checked.";

    /// <inheritdoc />
    protected override string Count(int met, int total) => $"{met} of {total} activities are covered by a complete notice.";
}
