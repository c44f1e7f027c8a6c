using System.Globalization;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Reports.Layout;

namespace ComplianceHub.Reports.Audits;

/// <summary>The words of audits on paper.</summary>
internal static class AuditWords
{
    public static string Shops(AuditContent content) => string.Join(", ", content.Shops.Select(shop => shop.Snapshot.Shop.Name));

    public static string Entities(AuditContent content) => string.Join(", ", content.Shops.Select(shop => shop.Snapshot.LegalEntity.Name).Distinct());

    public static string AsOf(AuditContent content)
    {
        var days = content.Shops.Select(shop => shop.Frozen.AsOf).Distinct().Order().ToList();
        return days.Count == 0 ? "" : $"As of {string.Join(" and ", days.Select(ReportWords.Day))}";
    }

    public static string Period(Audit audit) => $"period {ReportWords.Day(audit.PeriodFrom)} to {ReportWords.Day(audit.PeriodUntil)}";

    public static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    public static string Moment(DateTimeOffset? at) => at is { } known ? Moment(known) : ReportWords.NotRecorded;

    public static string Of(AuditDecision decision) => decision switch
    {
        AuditDecision.Major => "Major finding",
        AuditDecision.Minor => "Minor finding",
        AuditDecision.Question => "Question open",
        AuditDecision.Open => "Not reviewed yet",
        _ => ReportWords.Word(decision),
    };

    public static Mark MarkOf(AuditDecision decision) => decision switch
    {
        AuditDecision.Major => Mark.Fail,
        AuditDecision.Minor or AuditDecision.RiskAccepted => Mark.Partial,
        AuditDecision.Accepted => Mark.Pass,
        AuditDecision.Observation => Mark.NotApplicable,
        _ => Mark.NotAssessed,
    };

    public static string Task(AuditTask? task) => task is null
        ? "None"
        : $"{task.Label}, {task.Owner ?? "no owner yet"}, due {ReportWords.Day(task.Due)}, {task.State}";

    public static AuditTask Task(RemediationTask task, Func<Guid?, string> nameOf) => new(
        task.Name, task.OwnerId is null ? null : nameOf(task.OwnerId), task.DueOn, Of(task.State),
        task.CheckedBy is null ? null : $"{(task.State == RemediationState.Effective ? "Had effect" : "Had no effect")}: {task.CheckNote} {nameOf(task.CheckedBy)}, {Moment(task.CheckedAt)}");

    private static string Of(RemediationState state) => state switch
    {
        RemediationState.InProgress => "in progress",
        RemediationState.Done => "done, its effect not checked",
        RemediationState.Effective => "done, and had effect",
        RemediationState.Withdrawn => "withdrawn",
        _ => "open",
    };
}
