using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Reports.Layout;

namespace ComplianceHub.Reports.Audits;

/// <summary>Which verdicts differ from the signed audit before.</summary>
internal static class AuditChanges
{
    /// <summary>The name by which text quotes its page.</summary>
    public const string Key = "changes";

    private const string NotCompared = "nothing can be compared, because what was signed then is missing or altered";

    /// <summary>"4 verdicts worse, 3 better, 29 unchanged".</summary>
    public static string Counted(AuditContent content)
    {
        if (content.Earlier?.IsAltered == true)
            return NotCompared;
        var trends = content.Shops.SelectMany(content.ChangesOf).CountBy(change => change.Trend).ToDictionary();
        int Count(VerdictTrend trend) => trends.GetValueOrDefault(trend);
        var worse = Count(VerdictTrend.Worse);
        return $"{worse} {(worse == 1 ? "verdict" : "verdicts")} worse, {Count(VerdictTrend.Better)} better, {Count(VerdictTrend.Unchanged)} unchanged";
    }

    public static void Write(Column chapter, AuditContent content)
    {
        if (content.Earlier!.IsAltered)
        {
            chapter.Text($"Here {NotCompared}.");
            return;
        }
        chapter.Text($"{Counted(content)}{(content.Earlier.Title is { } title ? $", compared with “{title}”" : "")}.").Space(4);
        foreach (var shop in content.Shops)
        {
            List<VerdictChange> changed = [.. content.ChangesOf(shop).Where(change => change.Earlier.Outcome != change.Now.Outcome).OrderByDescending(change => change.Trend)];
            if (changed.Count == 0)
                continue;
            if (content.Shops.Count > 1)
                chapter.Space(4).Text(shop.Snapshot.Shop.Name, TextStyle.Minor);
            chapter.Table(table =>
            {
                table.Columns(columns => columns.Relative(5).Constant(32.Millimetres()).Constant(32.Millimetres()).Relative(6)).Head("Requirement", "Then", "Now", "Finding now");
                foreach (var change in changed)
                    table.Row(row => row
                        .Cell(cell => cell.Text(text => text.Strong(change.Now.Title).Line().Grey(change.Now.Requirement)))
                        .Cell(ReportWords.MarkOf(change.Earlier.Outcome), ReportWords.Word(change.Earlier.Outcome))
                        .Cell(ReportWords.MarkOf(change.Now.Outcome), ReportWords.Word(change.Now.Outcome))
                        .Cell(change.Now.Summary));
            });
        }
    }
}
