using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Reports.Layout;

namespace ComplianceHub.Reports;

/// <summary>On the first page of a shop of which nothing is assessed: the questions on which the most weight waits. There
/// is nothing to fix yet.</summary>
internal static class OpenQuestions
{
    private const int Most = 5;

    public static void Write(Column page, FrozenReadiness readiness, FirstPageLengths lengths)
    {
        var questions = readiness.Results.Where(result => result.Outcome == Outcome.NotAssessed).GroupBy(result => result.Summary)
            .OrderByDescending(waiting => waiting.Sum(result => result.PointsLost)).Take(Most).ToList();
        if (questions.Count == 0)
            return;
        page.Space(10).Text($"What to record first for {readiness.Regulation}", TextStyle.Heading).Space(3).Table(table =>
        {
            table.Dense().Columns(columns => columns.Relative(1).Constant(44.Millimetres()).Constant(14.Millimetres(), Alignment.End)).Head("Open question", "Waiting for it", "Points");
            foreach (var waiting in questions)
                table.Row(row => row.Cell(ReportWords.Short(waiting.Key, lengths.Fix))
                    .Cell(cell => cell.Text(waiting.Count() == 1 ? waiting.First().Requirement : $"{waiting.Count()} requirements", TextStyle.Cell.Grey()))
                    .Cell(ReportWords.Points(waiting.Sum(result => result.PointsLost), "")));
        });
        page.Space(4).Text("Points are what the waiting requirements can win. Each says in its chapter what else it asks.", TextStyle.Note.Grey());
    }
}
