using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Reports.Layout;

namespace ComplianceHub.Reports.Audits;

/// <summary>What the auditor decided about a requirement, and what was said about it, below its outcome.</summary>
internal sealed class AuditRemarks(AuditContent content)
{
    private readonly Dictionary<Guid, NumberedFinding> _findings = content.Findings.ToDictionary(finding => finding.Item.Id);
    private readonly ILookup<Guid, AuditComment> _comments = content.Comments.OrderBy(comment => comment.WrittenAt).ToLookup(comment => comment.ItemId);

    public void Write(Column column, AuditedShop shop, FrozenResult result)
    {
        if (content.ItemOf(shop, result) is not { } item)
            return;
        if (_findings.TryGetValue(item.Id, out var finding))
            column.Space(5).Box(box => Finding(box, finding));
        else
            column.Space(2).Text(text => Decision(text, item), TextStyle.Note);
        foreach (var comment in _comments[item.Id])
            column.Space(2).Text(text => text.Strong("Comment. ").Grey($"{content.NameOf(comment.WrittenBy)}, {AuditWords.Moment(comment.WrittenAt)}: ").Span(comment.Text), TextStyle.Note);
    }

    private void Finding(Column box, NumberedFinding finding)
    {
        var item = finding.Item;
        List<(string, string)> facts = [];
        void Add(string label, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
                facts.Add((label, value));
        }
        Add("Found", item.Note);
        Add("Root cause", item.RootCause);
        Add("Advice", item.Recommendation);
        var task = content.TaskOf(item.Id);
        Add("Task", AuditWords.Task(task));
        Add("Check", task?.Check);
        Add("Recorded", $"{content.NameOf(item.DecidedBy)}, {AuditWords.Moment(item.DecidedAt)}");
        box.Text($"Audit finding {finding.Label} · {ReportWords.Word(item.Decision)}", TextStyle.Minor).Space(2).Facts(20.Millimetres(), facts);
    }

    private void Decision(TextBlock text, AuditItem item)
    {
        text.Mark(AuditWords.MarkOf(item.Decision)).Strong(AuditWords.Of(item.Decision));
        if (item.RiskAcceptedUntil is { } until && item.Decision == AuditDecision.RiskAccepted)
            text.Strong($" until {ReportWords.Day(until)}");
        if (item.DecidedBy is not null)
            text.Grey($" · {content.NameOf(item.DecidedBy)}, {AuditWords.Moment(item.DecidedAt)}");
        if (!string.IsNullOrWhiteSpace(item.Note))
            text.Span($": {item.Note}");
    }
}
