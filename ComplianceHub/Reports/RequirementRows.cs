using ComplianceHub.Compliance;
using ComplianceHub.Reports.Layout;

namespace ComplianceHub.Reports;

/// <summary>The requirements of a chapter that do not fail, a row for each.</summary>
internal static class RequirementRows
{
    public static void Write(Column body, IReadOnlyList<RequirementResult> results, ShopSnapshot shop)
    {
        if (results.Count == 0)
            return;
        body.Table(table =>
        {
            table.Columns(columns => columns.Constant(28.Millimetres()).Relative(1).Constant(34.Millimetres()).Constant(13.Millimetres(), Alignment.End))
                .Head("Outcome", "Requirement and finding", "Source", "Points");
            foreach (var result in results)
                table.Row(row => row
                    .Cell(ReportWords.MarkOf(result.Verdict.Outcome), ReportWords.Word(result.Verdict.Outcome))
                    .Cell(cell => Finding(cell, result, shop))
                    .Cell(cell => cell.Text(text => text.Grey(result.Requirement.Id).Line().Grey(result.Requirement.Citation)))
                    .Cell(ReportWords.Points(result.PointsLost, "−")));
        });
    }

    private static void Finding(Column cell, RequirementResult result, ShopSnapshot shop)
    {
        cell.Text(text => text.Strong(result.Requirement.Title).Line().Grey(result.Verdict.Summary));
        foreach (var finding in result.Verdict.Findings)
            cell.Point($"{finding.Subject.Name}: {finding.Text} {finding.Fix}", TextStyle.Note);
        foreach (var question in result.Verdict.MissingFacts.Skip(1))
            cell.Point(question, TextStyle.Note);
        RequirementEvidence.Write(cell, result, shop);
    }
}
