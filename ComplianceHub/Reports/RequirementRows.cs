using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Domain;
using ComplianceHub.Reports.Layout;

namespace ComplianceHub.Reports;

/// <summary>The requirements of a chapter that do not fail, a row for each.</summary>
internal static class RequirementRows
{
    public static void Write(Column body, IReadOnlyList<FrozenResult> results, RegulationChapter chapter)
    {
        if (results.Count == 0)
            return;
        body.Table(table =>
        {
            table.Columns(columns => columns.Constant(27.Millimetres()).Relative(1).Constant(38.Millimetres()).Constant(11.Millimetres(), Alignment.End))
                .Head("Outcome", "Requirement and finding", "Source", "Points");
            foreach (var result in results)
                table.Row(row => row
                    .Cell(ReportWords.MarkOf(result.Outcome), ReportWords.Word(result.Outcome))
                    .Cell(cell => Finding(cell, result, chapter))
                    .Cell(cell => cell.Text(text => text.Grey(result.Requirement).Line().Grey(result.Citation)))
                    .Cell(ReportWords.Points(result.PointsLost, "−")));
        });
    }

    private static void Finding(Column cell, FrozenResult result, RegulationChapter chapter)
    {
        // Whether the regulation applies at all is asked once, at the head of the chapter.
        var waits = chapter.Readiness.Applies == Answer.Unknown && result.MissingFacts.SequenceEqual(chapter.Readiness.Questions);
        cell.Text(text => text.Strong(result.Title).Line().Grey(waits ? "Waits for whether the regulation applies." : result.Summary));
        Findings(cell, result.Findings);
        foreach (var question in waits ? [] : result.MissingFacts.Skip(1))
            cell.Point(question, TextStyle.Note);
        RequirementEvidence.Write(cell, result, chapter);
        chapter.Remark?.Invoke(cell, result);
    }

    // What to do is mostly the same for all of them, and then it is said once.
    private static void Findings(Column cell, IReadOnlyList<FrozenFinding> findings)
    {
        foreach (var repair in findings.GroupBy(finding => finding.Fix))
        {
            foreach (var finding in repair)
                cell.Point($"{finding.Subject.Name}: {finding.Text}", TextStyle.Note);
            cell.Padding(fix => fix.Text(text => text.Strong("What to do: ").Span(repair.Key), TextStyle.Note), left: 8);
        }
    }
}
