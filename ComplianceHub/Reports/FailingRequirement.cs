using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Reports.Layout;

namespace ComplianceHub.Reports;

/// <summary>A requirement that fails: under a red rule, with every record that stands against it and what to do.</summary>
internal static class FailingRequirement
{
    public static void Write(Column body, FrozenResult result, RegulationChapter chapter)
    {
        body.Space(10).Section(result.Title, heading => heading
            .Rule(Ink.Fail, 1.5f).Space(6)
            .Row(row => row.Relative(1, left => left.Text(result.Title, TextStyle.Heading)).Auto(right => right.Outcome(Mark.Fail, "Fail")), gap: 12)
            .Text($"{result.Requirement} · {result.Citation} · {result.Severity} · {ReportWords.Points(result.PointsLost, "")} points", TextStyle.Label).Space(5)
            .Text(text => text.Strong(result.Summary)).Text(result.Duty, TextStyle.Note.Grey()).Space(4),
            content =>
            {
                Findings(content, result.Findings);
                RequirementEvidence.Write(content, result, chapter);
                chapter.Remark?.Invoke(content, result);
                content.Space(6);
            });
    }

    private static void Findings(Column content, IReadOnlyList<FrozenFinding> findings)
    {
        if (findings.Count == 0)
            return;
        content.Table(table =>
        {
            table.Columns(columns => columns.Relative(5).Relative(7).Constant(34.Millimetres()).Relative(9)).Head("Record", "What is wrong", "Weight", "What to do");
            foreach (var finding in findings)
                table.Row(row => row
                    .Cell(cell => cell.Text(text => text.Strong(finding.Subject.Name)))
                    .Cell(finding.Text)
                    .Cell(finding.Severity == FindingSeverity.Hard ? Mark.Fail : Mark.Partial, finding.Severity == FindingSeverity.Hard ? "Breaks the law" : "Weakens evidence")
                    .Cell(finding.Fix));
        });
    }
}
