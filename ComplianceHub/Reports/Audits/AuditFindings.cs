using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Reports.Layout;

namespace ComplianceHub.Reports.Audits;

/// <summary>What the auditor found, with the tasks that came of it, the risks that were accepted, and what the manager
/// acknowledged.</summary>
internal static class AuditFindings
{
    /// <summary>The name by which text quotes its page.</summary>
    public const string Key = "findings";

    private const int LongOnTheFirstPage = 400;

    public static void Write(Column chapter, AuditContent content)
    {
        chapter.Text(Summary(content), TextStyle.Body).Space(6);
        Findings(chapter, content);
        Risks(chapter, content);
        if (content.SignOff is { Statement.Length: > LongOnTheFirstPage } signed)
            chapter.Space(10).Section("Statement of the manager", part => part.LeftRule(Ink.Stated, rule => rule.Text(signed.Statement)));
        Blockers(chapter, content);
    }

    private static string Summary(AuditContent content)
    {
        var counts = content.Items.CountBy(item => item.Decision).ToDictionary();
        int Count(AuditDecision decision) => counts.GetValueOrDefault(decision);
        string Counted(AuditDecision decision, string one) => $"{Count(decision)} {one}{(Count(decision) == 1 ? "" : "s")}";
        var open = Count(AuditDecision.Open) + Count(AuditDecision.Question);
        return $"Of {content.Items.Count} requirements {Count(AuditDecision.Accepted)} were accepted as computed. "
            + $"Recorded: {Count(AuditDecision.Major)} major and {Count(AuditDecision.Minor)} minor findings, {Counted(AuditDecision.Observation, "observation")}, {Counted(AuditDecision.RiskAccepted, "accepted risk")}."
            + (open > 0 ? $" {open} are not decided yet." : "");
    }

    private static void Findings(Column chapter, AuditContent content)
    {
        if (content.Findings.Count == 0)
        {
            chapter.Text("No finding was recorded.");
            return;
        }
        chapter.Table(table =>
        {
            table.Columns(columns => columns.Constant(12.Millimetres()).Constant(27.Millimetres()).Relative(5).Relative(5).Constant(38.Millimetres()))
                .Head("No.", "Weight", "Requirement and cause", "Recommendation", "Task");
            foreach (var finding in content.Findings)
                Finding(table, content, finding);
        });
    }

    private static void Finding(Table table, AuditContent content, NumberedFinding finding) => table.Row(row => row
        .Cell(finding.Label)
        .Cell(AuditWords.MarkOf(finding.Item.Decision), ReportWords.Word(finding.Item.Decision))
        .Cell(cell => cell.Text(text =>
        {
            text.Strong(finding.Result.Title).Line().Grey($"{finding.Result.Requirement}{(content.Shops.Count == 1 ? "" : $", {finding.Shop.Snapshot.Shop.Name}")}");
            if (!string.IsNullOrWhiteSpace(finding.Item.Note))
                text.Line().Span(finding.Item.Note);
            if (!string.IsNullOrWhiteSpace(finding.Item.RootCause))
                text.Line().Grey("Cause: ").Span(finding.Item.RootCause);
        }))
        .Cell(ReportWords.Or(finding.Item.Recommendation))
        .Cell(AuditWords.Task(content.TaskOf(finding.Item.Id))));

    private static void Risks(Column chapter, AuditContent content)
    {
        var risks = content.AcceptedRisks.ToList();
        if (risks.Count == 0)
            return;
        chapter.Space(10).Section("Accepted risks", part => part
            .Text("Accepting a risk changes no outcome and wins no point.", TextStyle.Note.Grey()).Space(3)
            .Table(table =>
            {
                table.Columns(columns => columns.Relative(5).Relative(6).Constant(26.Millimetres())).Head("Requirement", "Why it is accepted", "Until");
                foreach (var (_, result, item) in risks)
                    table.Row(row => row.Cell(cell => Named(cell, result)).Cell(ReportWords.Or(item.Note)).Cell(ReportWords.Day(item.RiskAcceptedUntil)));
            }));
    }

    private static void Blockers(Column chapter, AuditContent content)
    {
        var blockers = content.UnresolvedBlockers.ToList();
        if (blockers.Count == 0)
            return;
        chapter.Space(10).Section("Unresolved blockers", part => part.Table(table =>
        {
            table.Columns(columns => columns.Relative(5).Relative(6).Constant(40.Millimetres())).Head("Requirement", "Finding", "Task");
            foreach (var (_, result, item) in blockers)
                table.Row(row => row.Cell(cell => Named(cell, result)).Cell(result.Summary).Cell(AuditWords.Task(content.TaskOf(item.Id))));
        }));
    }

    private static void Named(Column cell, FrozenResult result) => cell.Text(text => text.Strong(result.Title).Line().Grey(result.Requirement));
}
