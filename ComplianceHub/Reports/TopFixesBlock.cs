using ComplianceHub.Compliance;
using ComplianceHub.Reports.Layout;

namespace ComplianceHub.Reports;

/// <summary>The repairs on the first page, with the points that each wins.</summary>
internal static class TopFixesBlock
{
    private static readonly string[] Numbers = ["no", "one", "two", "three", "four", "five"];

    public static void Write(Column page, IReadOnlyList<Readiness> regulations, FirstPageLengths lengths)
    {
        var worst = regulations.Where(readiness => !readiness.Score.IsNotApplicable).MinBy(readiness => readiness.Score.Points ?? 0);
        if (worst is null)
            return;
        if (worst.Score.Points is null)
            OpenQuestions.Write(page, worst, lengths);
        else if (TopFixes.Of(worst) is { Count: > 0 } fixes)
            Fixes(page, worst, fixes, lengths);
    }

    private static void Fixes(Column page, Readiness worst, IReadOnlyList<Fix> fixes, FirstPageLengths lengths)
    {
        page.Space(10).Text(Title(worst, fixes.Count), TextStyle.Heading).Space(3)
            .Table(table =>
            {
                table.Dense().Columns(columns => columns.Relative(1).Constant(38.Millimetres()).Constant(14.Millimetres(), Alignment.End)).Head("Fix", "Requirement", "Points");
                foreach (var fix in fixes)
                    table.Row(row => row.Cell(cell => Named(cell, fix, worst, lengths))
                        .Cell(cell => cell.Text(fix.LiftsCap ? $"{fix.Result.Requirement.Id}, lifts a cap" : fix.Result.Requirement.Id, TextStyle.Cell.Grey()))
                        .Cell(cell => cell.Text(text => text.Strong(ReportWords.Points(fix.Points, "+")), TextStyle.Cell with { Alignment = Alignment.End })));
            });
        if (Promise(worst, fixes) is { } promise)
            page.Space(4).Text(promise, TextStyle.Note.Grey());
    }

    private static string Title(Readiness worst, int count) => count == 1
        ? $"The fix with the most effect on {worst.Regulation.Id}"
        : $"{char.ToUpperInvariant(Numbers[count][0])}{Numbers[count][1..]} fixes with the most effect on {worst.Regulation.Id}";

    private static void Named(Column cell, Fix fix, Readiness worst, FirstPageLengths lengths)
    {
        if (fix.Title.Length <= lengths.Fix)
            cell.Text(fix.Title);
        else
            cell.Text(text => text.Span(ReportWords.Short(fix.Title, lengths.Fix)).Grey(" (whole from page ").PageOf(ReadinessReport.KeyOf(worst)).Grey(")"));
    }

    // What the repairs win together is computed, not added up: caps fall away and repairs overlap.
    private static string? Promise(Readiness worst, IReadOnlyList<Fix> fixes)
    {
        if (TopFixes.After(worst, [.. fixes]).Points is not { } all)
            return null;
        var id = worst.Regulation.Id;
        var now = worst.Score.Points;
        var lifting = fixes.Count(fix => fix.LiftsCap);
        if (lifting == 0 || lifting == fixes.Count)
            return fixes.Count == 1 ? $"It lifts {id} from {now} to {all}." : $"Together they lift {id} from {now} to {all}.";
        var first = TopFixes.After(worst, [.. fixes.Take(lifting)]).Points;
        return $"The first {(lifting == 1 ? "one lifts" : $"{Numbers[lifting]} lift")} {id} from {now} to {first}, all {Numbers[fixes.Count]} to {all}.";
    }
}
