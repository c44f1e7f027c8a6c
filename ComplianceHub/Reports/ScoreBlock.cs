using System.Globalization;
using ComplianceHub.Compliance;
using ComplianceHub.Domain;
using ComplianceHub.Reports.Layout;

namespace ComplianceHub.Reports;

/// <summary>One regulation on the first page: score, band, bar, what holds it back, counts.</summary>
internal static class ScoreBlock
{
    private const int LongestName = 60;
    private const int LongestSentence = 320;

    public static void Write(Column page, Readiness readiness)
    {
        var score = readiness.Score;
        var (mark, word, ink) = ReportWords.Of(score);
        page.Space(9).KeepTogether(block => block.Row(row => row
            .Constant(30.Millimetres(), left => left
                .Text(readiness.Regulation.Id, TextStyle.Minor)
                .Text(score.Points?.ToString(CultureInfo.InvariantCulture) ?? "–", TextStyle.Score)
                .Text(score.Points is null ? word.ToLowerInvariant() : "of 100", TextStyle.Label))
            .Relative(1, right =>
            {
                right.Outcome(mark, word).Space(3);
                if (!score.IsNotApplicable)
                    right.ScoreBar(score.Points, ink, score.PointsWithoutCap);
                Explain(right, readiness);
                Counts(right.Space(5), score.Counts);
            }))).Space(9).Rule();
    }

    private static void Explain(Column column, Readiness readiness)
    {
        var score = readiness.Score;
        var sentence = readiness.Gate.Applies switch
        {
            Answer.No => readiness.Gate.Fact,
            Answer.Unknown => $"Nobody has recorded whether it applies. {string.Join(" ", readiness.Gate.Questions)}",
            _ => "",
        };
        if (score.Cap is { Requirements.Count: > 0 } cap)
        {
            var lead = cap.IsReached ? $"Capped at {cap.Limit}:" : $"Cannot pass {cap.Limit}:";
            var without = cap.IsReached ? $" It would be {score.PointsWithoutCap} without the cap." : "";
            column.Text(text => text.Strong(lead).Span(" " + ReportWords.Short(string.Join(" ", cap.Requirements.Select(Cause)), LongestSentence) + without));
        }
        else if (score.IsProvisional)
            column.Text(text => text.Strong("Provisional:").Span(" more than a fifth of the weight is not assessed, so the score cannot pass 89."));
        else if (sentence.Length == 0)
            sentence = score.Counts.Fail > 0 ? string.Join(" ", readiness.Results.Where(result => result.Verdict.Outcome == Outcome.Fail).Select(Cause)) : $"{readiness.Gate.Fact} No requirement fails.";
        if (sentence.Length > 0)
            column.Text(ReportWords.Short(sentence, LongestSentence));
    }

    // The first records that break the law; the chapters have them all.
    private static string Cause(RequirementResult result)
    {
        var names = result.Verdict.Findings.Where(finding => finding.Severity == FindingSeverity.Hard)
            .Select(finding => ReportWords.Short(finding.Subject.Name, LongestName)).Distinct().ToList();
        var more = names.Count > 3 ? $" and {names.Count - 3} more" : "";
        return names.Count == 0 ? result.Verdict.Summary
            : $"{string.Join(", ", names.Take(3))}{more}: {result.Requirement.Title.ToLowerInvariant()[..1]}{result.Requirement.Title[1..]}, fails ({result.Requirement.Id}).";
    }

    private static void Counts(Column column, OutcomeCounts counts) => column.Row(row =>
    {
        foreach (var (outcome, count, word) in ((Outcome, int, string)[])
            [(Outcome.Pass, counts.Pass, "pass"), (Outcome.Partial, counts.Partial, "partial"), (Outcome.Fail, counts.Fail, "fail"),
            (Outcome.NotAssessed, counts.NotAssessed, "not assessed"), (Outcome.NotApplicable, counts.NotApplicable, "not applicable")])
        {
            if (count > 0)
                row.Auto(part => part.Text(text => text.Mark(ReportWords.MarkOf(outcome)).Strong(count.ToString(CultureInfo.InvariantCulture)).Span($" {word}"), TextStyle.Cell));
        }
    }, gap: 14);
}
