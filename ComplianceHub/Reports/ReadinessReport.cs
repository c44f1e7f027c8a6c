using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Freezing;
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
        List<FrozenReadiness> regulations = [.. Regulations.All.Select(regulation => FrozenReadiness.Of(Readiness.Of(shop, regulation)))];
        var evidence = new EvidenceList(shop);
        content.Fitting(whole => Decision(whole, shop, regulations, FirstPageLengths.Whole), shorter => Decision(shorter, shop, regulations, FirstPageLengths.Short));
        foreach (var readiness in regulations)
            content.PageBreak().Section($"{readiness.Regulation}: {readiness.Name}", chapter => Chapter(chapter, readiness, shop, evidence), KeyOf(readiness));
        content.PageBreak();
        MethodChapter.Write(content, hash, evidence);
    }

    /// <summary>The name by which text quotes the page of a regulation's chapter.</summary>
    public static string KeyOf(FrozenReadiness readiness) => $"chapter of {readiness.Regulation}";

    private void Decision(Column page, ShopSnapshot shop, List<FrozenReadiness> regulations, FirstPageLengths lengths)
    {
        page.Text(Title, TextStyle.Title)
            .Text($"{ReportWords.Short(shop.Shop.Name, lengths.Name)} · {ReportWords.Short(shop.LegalEntity.Name, lengths.Name)} · {string.Join(" and ", regulations.Select(one => one.Regulation))}", TextStyle.Body.Grey())
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

    private static void Chapter(Column chapter, FrozenReadiness readiness, ShopSnapshot shop, EvidenceList evidence)
    {
        if (readiness.Applies == Answer.Unknown)
            chapter.Hatched(box => OpenGate(box, readiness));
        else
            chapter.Text(readiness.Fact, TextStyle.Body.Grey());
        foreach (var area in readiness.Areas)
        {
            List<FrozenResult> results = [.. readiness.Results.Where(result => result.Area == area.Title)];
            chapter.Space(8).Section(area.Title, heading => heading.Row(row => row
                .Relative(1, left => left.Text(area.Title, TextStyle.Heading))
                .Auto(right => right.Text(Standing(area), TextStyle.Label)), gap: 12, alignment: RowAlignment.Bottom).Space(3), body =>
            {
                RequirementRows.Write(body, [.. results.Where(result => result.Outcome != Outcome.Fail)], readiness, shop, evidence);
                foreach (var failing in results.Where(result => result.Outcome == Outcome.Fail))
                    FailingRequirement.Write(body, failing, shop, evidence);
            });
        }
    }

    private static void OpenGate(Column box, FrozenReadiness readiness)
    {
        box.Text(text => text.Strong($"Nobody has recorded whether the {readiness.Regulation} applies."));
        foreach (var question in readiness.Questions)
            box.Point(question, TextStyle.Note);
    }

    private static string Standing(FrozenArea area)
    {
        var points = area.Points is { } known ? $" · chapter {known}{(area.IsCapReached ? ", capped" : "")}" : "";
        return $"{(area.Applying == 0 ? "nothing applies" : $"{area.Pass} of {area.Applying} pass")}{points}";
    }
}
