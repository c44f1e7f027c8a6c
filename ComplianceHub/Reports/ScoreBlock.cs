using System.Globalization;
using ComplianceHub.Compliance;
using ComplianceHub.Domain;
using ComplianceHub.Reports.Layout;

namespace ComplianceHub.Reports;

/// <summary>One regulation on the first page: score, band, bar, what holds it back, counts.</summary>
internal static class ScoreBlock
{
    public static void Write(Column page, Readiness readiness, FirstPageLengths lengths)
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
                Explain(right, readiness, lengths);
                Counts(right.Space(5), score.Counts);
                Coverage(right, score);
            }))).Space(9).Rule();
    }

    private static void Explain(Column column, Readiness readiness, FirstPageLengths lengths)
    {
        var score = readiness.Score;
        var sentence = readiness.Gate.Applies switch
        {
            Answer.No => readiness.Gate.Fact,
            Answer.Unknown => $"Nobody has recorded whether it applies. {Asked(readiness.Gate.Questions)}",
            _ when score.Points is null => $"{readiness.Gate.Fact} Nothing is assessed: {score.Counts.NotAssessed} requirements ask for what nobody has recorded.",
            _ => "",
        };
        if (score.Cap is { Requirements.Count: > 0 } cap)
        {
            var lead = cap.IsReached ? $"Capped at {cap.Limit}:" : $"Cannot pass {cap.Limit}:";
            var without = cap.IsReached ? $" It would be {score.PointsWithoutCap} without the cap." : "";
            column.Text(text => text.Strong(lead).Span(" " + ReportWords.Short(CapSentence.Of(cap.Requirements), lengths.Sentence) + without));
        }
        else if (score.IsProvisional)
            column.Text(text => text.Strong("Provisional:").Span(" more than a fifth of the weight is not assessed, so the score cannot pass 89."));
        else if (sentence.Length == 0)
            sentence = score.Counts.Fail > 0 ? CapSentence.Of(readiness.Results.Where(result => result.Verdict.Outcome == Outcome.Fail)) : $"{readiness.Gate.Fact} No requirement fails.";
        if (sentence.Length > 0)
            column.Text(ReportWords.Short(sentence, lengths.Sentence));
    }

    private static string Asked(IReadOnlyList<string> questions) => questions.Count == 1
        ? questions[0]
        : $"{questions.Count} questions are open, which its chapter lists; the first is: {questions[0]}";

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

    private static void Coverage(Column column, Score score)
    {
        if (score.Points is null || score.IsNotApplicable)
            return;
        var proven = score.AutomaticShare == 1 ? "all of that from the registers" : $"{Score.Percent(score.AutomaticShare)}% of that from the registers, the rest as people stated{(score.OldestStatement is { } oldest ? $", the oldest on {oldest:d MMM yyyy}" : "")}";
        column.Space(3).Text($"{Score.Percent(score.Coverage)}% of the weight is assessed, {proven}.", TextStyle.Label);
    }
}
