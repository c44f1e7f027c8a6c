using ComplianceHub.Compliance;
using ComplianceHub.Domain;
using ComplianceHub.Reports.Layout;

namespace ComplianceHub.Reports;

/// <summary>How ready a shop is: the decision on the first page, then every requirement, then how the score is made.</summary>
internal sealed class ReadinessReport() : Report("readiness", "Readiness report",
    "For management and auditors: scores, what holds them back, every requirement with its finding, and the method.",
    "Scores with bands and caps, and the five fixes with the most effect, on one page", "Every requirement with outcome, finding, failing records, evidence and statements",
    "How the score is made, what is not checked, and the evidence with its hashes")
{
    /// <inheritdoc />
    protected override void Write(Column content, ShopSnapshot shop, string hash)
    {
        List<Readiness> regulations = [.. Regulations.All.Select(regulation => Readiness.Of(shop, regulation))];
        var evidence = new EvidenceList(shop);
        content.Fitting(whole => Decision(whole, shop, regulations, FirstPageLengths.Whole), shorter => Decision(shorter, shop, regulations, FirstPageLengths.Short));
        foreach (var readiness in regulations)
            content.PageBreak().Section($"{readiness.Regulation.Id}: {readiness.Regulation.Name}", chapter => Chapter(chapter, readiness, shop, evidence), KeyOf(readiness));
        content.PageBreak();
        MethodChapter.Write(content, hash, evidence);
    }

    /// <summary>The name by which text quotes the page of a regulation's chapter.</summary>
    public static string KeyOf(Readiness readiness) => $"chapter of {readiness.Regulation.Id}";

    private void Decision(Column page, ShopSnapshot shop, List<Readiness> regulations, FirstPageLengths lengths)
    {
        page.Text(Title, TextStyle.Title)
            .Text($"{ReportWords.Short(shop.Shop.Name, lengths.Name)} · {ReportWords.Short(shop.LegalEntity.Name, lengths.Name)} · {string.Join(" and ", regulations.Select(one => one.Regulation.Id))}", TextStyle.Body.Grey())
            .Space(9).Rule();
        foreach (var readiness in regulations)
            ScoreBlock.Write(page, readiness, lengths);
        TopFixesBlock.Write(page, regulations, lengths);
        page.Space(12).Box(box => box.Facts(34.Millimetres(),
            ("Controller", ReportWords.Short(Controller(shop), lengths.Fact)),
            ("Owner of the registers", ReportWords.Or(shop.Shop.Owner)),
            ("Day looked at", ReportWords.Day(shop.AsOf)),
            ("Law catalogue", Regulations.CatalogueVersion)));
        page.Space(8).Text(text => text
            .Span("“Ready” means ready according to the registers on the day above. It is not a legal opinion. The method is on page ").PageOf("method").Span("."), TextStyle.Note.Grey());
    }

    private static string Controller(ShopSnapshot shop) =>
        string.Join(", ", ((string?[])[shop.LegalEntity.Name, shop.LegalEntity.Address, shop.LegalEntity.Contact]).Where(part => !string.IsNullOrWhiteSpace(part)));

    private static void Chapter(Column chapter, Readiness readiness, ShopSnapshot shop, EvidenceList evidence)
    {
        if (readiness.Gate.Applies == Answer.Unknown)
            chapter.Hatched(box => OpenGate(box, readiness));
        else
            chapter.Text(readiness.Gate.Fact, TextStyle.Body.Grey());
        foreach (var area in readiness.Areas.Where(area => area.Results.Count > 0))
        {
            chapter.Space(8).Section(area.Area.Title, heading => heading.Row(row => row
                .Relative(1, left => left.Text(area.Area.Title, TextStyle.Heading))
                .Auto(right => right.Text(Standing(area), TextStyle.Label)), gap: 12, alignment: RowAlignment.Bottom).Space(3), body =>
            {
                RequirementRows.Write(body, [.. area.Results.Where(result => result.Verdict.Outcome != Outcome.Fail)], readiness.Gate, shop, evidence);
                foreach (var failing in area.Results.Where(result => result.Verdict.Outcome == Outcome.Fail))
                    FailingRequirement.Write(body, failing, shop, evidence);
            });
        }
    }

    private static void OpenGate(Column box, Readiness readiness)
    {
        box.Text(text => text.Strong($"Nobody has recorded whether the {readiness.Regulation.Id} applies."));
        foreach (var question in readiness.Gate.Questions)
            box.Point(question, TextStyle.Note);
    }

    private static string Standing(AreaReadiness area)
    {
        var points = area.Score.Points is { } known ? $" · chapter {known}{(area.Score.Cap is { IsReached: true } ? ", capped" : "")}" : "";
        return $"{(area.Score.Counts.Applying == 0 ? "nothing applies" : $"{area.Score.Counts.Pass} of {area.Score.Counts.Applying} pass")}{points}";
    }
}
