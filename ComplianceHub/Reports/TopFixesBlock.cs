using ComplianceHub.Compliance;
using ComplianceHub.Reports.Layout;

namespace ComplianceHub.Reports;

/// <summary>The repairs on the first page, with the points that each wins.</summary>
internal static class TopFixesBlock
{
    private const int LongestTitle = 130;

    public static void Write(Column page, IReadOnlyList<Readiness> regulations)
    {
        var worst = regulations.Where(readiness => !readiness.Score.IsNotApplicable).MinBy(readiness => readiness.Score.Points ?? 0);
        if (worst is null || TopFixes.Of(worst) is not { Count: > 0 } fixes)
            return;
        page.Space(10).Text($"{(fixes.Count == 5 ? "Five" : "The")} fixes with the most effect on {worst.Regulation.Id}", TextStyle.Heading).Space(3)
            .Table(table =>
            {
                table.Dense().Columns(columns => columns.Relative(1).Constant(38.Millimetres()).Constant(14.Millimetres(), Alignment.End)).Head("Fix", "Requirement", "Points");
                foreach (var fix in fixes)
                    table.Row(row => row.Cell(ReportWords.Short(fix.Title, LongestTitle))
                        .Cell(cell => cell.Text(fix.LiftsCap ? $"{fix.Result.Requirement.Id}, lifts a cap" : fix.Result.Requirement.Id, TextStyle.Cell.Grey()))
                        .Cell(cell => cell.Text(text => text.Strong(ReportWords.Points(fix.Points, "+")), TextStyle.Cell with { Alignment = Alignment.End })));
            });
        if (TopFixes.After(worst, [.. fixes]).Points is { } after)
            page.Space(4).Text(worst.Score.Points is { } now ? $"All of them lift {worst.Regulation.Id} from {now} to {after}." : $"All of them bring {worst.Regulation.Id} to {after}.", TextStyle.Note.Grey());
    }
}
