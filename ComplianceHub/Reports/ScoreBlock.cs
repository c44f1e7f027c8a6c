using System.Globalization;
using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Domain;
using ComplianceHub.Reports.Layout;

namespace ComplianceHub.Reports;

/// <summary>One regulation on the first page: score, band, bar, what holds it back, counts.</summary>
internal static class ScoreBlock
{
    public static void Write(Column page, FrozenReadiness readiness, FirstPageLengths lengths, string? earlier = null)
    {
        var (mark, word, ink) = ReportWords.Of(readiness);
        page.Space(9).KeepTogether(block => block.Row(row => row
            .Constant(30.Millimetres(), left => left
                .Text(readiness.Regulation, TextStyle.Minor)
                .Text(readiness.Points?.ToString(CultureInfo.InvariantCulture) ?? "–", TextStyle.Score)
                .Text(readiness.Points is null ? word.ToLowerInvariant() : "of 100", TextStyle.Label))
            .Relative(1, right =>
            {
                right.Row(head => Head(head, mark, word, earlier), gap: 12).Space(3);
                if (!readiness.IsNotApplicable)
                    right.ScoreBar(readiness.Points, ink, readiness.PointsWithoutCap);
                Explain(right, readiness, lengths);
                Counts(right.Space(5), readiness.Counts);
                Coverage(right, readiness);
            }))).Space(9).Rule();
    }

    private static void Head(Row head, Mark mark, string word, string? earlier)
    {
        head.Relative(1, left => left.Outcome(mark, word));
        if (earlier is not null)
            head.Auto(right => right.Text(earlier, TextStyle.Label));
    }

    private static void Explain(Column column, FrozenReadiness readiness, FirstPageLengths lengths)
    {
        var sentence = readiness.Applies switch
        {
            Answer.No => readiness.Fact,
            Answer.Unknown => $"Nobody has recorded whether it applies. {Asked(readiness.Questions)}",
            _ when readiness.Points is null => $"{readiness.Fact} Nothing is assessed: {readiness.Counts.NotAssessed} requirements ask for what nobody has recorded.",
            _ => "",
        };
        if (readiness.Cap is { } cap && readiness.CappedBy.Count > 0)
        {
            var lead = readiness.IsCapReached ? $"Capped at {cap}:" : $"Cannot pass {cap}:";
            var without = readiness.IsCapReached ? $" It would be {readiness.PointsWithoutCap} without the cap." : "";
            var behind = readiness.Results.Where(result => readiness.CappedBy.Contains(result.Requirement));
            column.Text(text => text.Strong(lead).Span(" " + ReportWords.Short(CapSentence.Of(behind), lengths.Sentence) + without));
        }
        else if (readiness.IsProvisional)
            column.Text(text => text.Strong("Provisional:").Span(" more than a fifth of the weight is not assessed, so the score cannot pass 89."));
        else if (sentence.Length == 0)
            sentence = readiness.Counts.Fail > 0 ? CapSentence.Of(readiness.Results.Where(result => result.Outcome == Outcome.Fail)) : $"{readiness.Fact} No requirement fails.";
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

    private static void Coverage(Column column, FrozenReadiness readiness)
    {
        if (readiness.Points is null || readiness.IsNotApplicable)
            return;
        var proven = readiness.AutomaticShare == 1 ? "all of that from the registers" : $"{Score.Percent(readiness.AutomaticShare)}% of that from the registers, the rest as people stated{(readiness.OldestStatement is { } oldest ? $", the oldest on {ReportWords.Day(oldest)}" : "")}";
        column.Space(3).Text($"{Score.Percent(readiness.Coverage)}% of the weight is assessed, {proven}.", TextStyle.Label);
    }
}
