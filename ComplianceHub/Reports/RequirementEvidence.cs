using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Reports.Layout;

namespace ComplianceHub.Reports;

/// <summary>What supports an outcome: the files it rests on, by their numbers in the appendix, and what a person stated.</summary>
internal static class RequirementEvidence
{
    private const int Named = 3;

    public static void Write(Column column, FrozenResult result, RegulationChapter chapter)
    {
        var (shop, evidence) = (chapter.Shop, chapter.Evidence);
        var stated = EvidenceUse.StatementOn(result.Requirement, shop);
        Files(column, evidence.NumbersOf(RequirementFiles.Of(result, shop).Concat(stated?.EvidenceIds ?? [])), evidence);
        if (stated is not null)
            column.Space(3).LeftRule(Ink.Stated, rule => Statement(rule, result, stated));
    }

    // One more than the named ones is named too: "and 1 other" would be longer than most names.
    private static void Files(Column column, IReadOnlyList<int> numbers, EvidenceList evidence)
    {
        if (numbers.Count == 0)
            return;
        var named = numbers.Count <= Named + 1 ? numbers.Count : Named;
        column.Space(2).Text(text =>
        {
            text.Strong("Evidence: ").Span(string.Join(", ", numbers.Take(named).Select(number => $"{EvidenceList.Label(number)} {evidence.NameOf(number)}")));
            if (numbers.Count > named)
                text.Span($" and {numbers.Count - named} others: {EvidenceList.Labels(numbers.Skip(named))}");
            text.Span(" (page ").PageOf(EvidenceList.Key).Span(").");
        }, TextStyle.Note);
    }

    private static void Statement(Column rule, FrozenResult result, Attestation stated)
    {
        rule.Text(text => text.Strong($"{result.Question ?? result.Title} {ReportWords.Word(stated.Answer)}."), TextStyle.Note)
            .Text($"{stated.StatedBy}, {ReportWords.Day(stated.StatedOn)}, valid until {ReportWords.Day(stated.ValidUntil)}.", TextStyle.Note);
        if (!string.IsNullOrWhiteSpace(stated.Note))
            rule.Text(stated.Note, TextStyle.Note);
    }
}
