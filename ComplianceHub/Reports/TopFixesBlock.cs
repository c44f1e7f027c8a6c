using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Reports.Layout;

namespace ComplianceHub.Reports;

/// <summary>The repairs on the first page, with the points that each wins.</summary>
internal static class TopFixesBlock
{
    private static readonly string[] Numbers = ["no", "one", "two", "three", "four", "five"];

    public static void Write(Column page, ShopSnapshot shop, IReadOnlyList<FrozenReadiness> regulations, FirstPageLengths lengths)
    {
        var worst = regulations.Where(readiness => !readiness.IsNotApplicable).MinBy(readiness => readiness.Points ?? 0);
        if (worst is null)
            return;
        if (worst.Points is null)
            OpenQuestions.Write(page, worst, lengths);
        else if (worst.Fixes.First.Count > 0)
            Fixes(page, shop, worst, lengths);
    }

    private static void Fixes(Column page, ShopSnapshot shop, FrozenReadiness worst, FirstPageLengths lengths)
    {
        var fixes = worst.Fixes.First;
        page.Space(10).Text(Title(worst, fixes.Count), TextStyle.Heading).Space(3)
            .Table(table =>
            {
                table.Dense().Columns(columns => columns.Relative(1).Constant(38.Millimetres()).Constant(14.Millimetres(), Alignment.End)).Head("Fix", "Requirement", "Points");
                foreach (var fix in fixes)
                    table.Row(row => row.Cell(cell => Named(cell, fix, RegulationChapter.KeyOf(shop, worst), lengths))
                        .Cell(cell => cell.Text(fix.LiftsCap ? $"{fix.Requirement}, lifts a cap" : fix.Requirement, TextStyle.Cell.Grey()))
                        .Cell(cell => cell.Text(text => text.Strong(ReportWords.Points(fix.Points, "+")), TextStyle.Cell with { Alignment = Alignment.End })));
            });
        if (Promise(worst) is { } promise)
            page.Space(4).Text(promise, TextStyle.Note.Grey());
    }

    private static string Title(FrozenReadiness worst, int count) => count == 1
        ? $"The fix with the most effect on {worst.Regulation}"
        : $"{char.ToUpperInvariant(Numbers[count][0])}{Numbers[count][1..]} fixes with the most effect on {worst.Regulation}";

    private static void Named(Column cell, FrozenFix fix, string chapter, FirstPageLengths lengths)
    {
        if (fix.Title.Length <= lengths.Fix)
            cell.Text(fix.Title);
        else
            cell.Text(text => text.Span(ReportWords.Short(fix.Title, lengths.Fix)).Grey(" (whole from page ").PageOf(chapter).Grey(")"));
    }

    private static string? Promise(FrozenReadiness worst)
    {
        if (worst.Fixes.PointsAfterAll is not { } all)
            return null;
        var (id, now, fixes) = (worst.Regulation, worst.Points, worst.Fixes.First);
        var lifting = fixes.Count(fix => fix.LiftsCap);
        if (lifting == 0 || lifting == fixes.Count)
            return fixes.Count == 1 ? $"It lifts {id} from {now} to {all}." : $"Together they lift {id} from {now} to {all}.";
        return $"The first {(lifting == 1 ? "one lifts" : $"{Numbers[lifting]} lift")} {id} from {now} to {worst.Fixes.PointsAfterLifting}, all {Numbers[fixes.Count]} to {all}.";
    }
}
