using ComplianceHub.Compliance;
using ComplianceHub.Reports.Layout;

namespace ComplianceHub.Reports;

/// <summary>How ready a shop is: the decision on the first page, then every requirement, then how the score is made.</summary>
internal sealed class ReadinessReport() : Report("readiness", "Readiness report",
    "For management and auditors: scores, what holds them back, every requirement with its finding, and the method.")
{
    private const int LongestName = 110;

    /// <inheritdoc />
    protected override void Write(Column content, ShopSnapshot shop)
    {
        List<Readiness> regulations = [.. Regulations.All.Select(regulation => Readiness.Of(shop, regulation))];
        Decision(content, shop, regulations);
        foreach (var readiness in regulations)
            content.PageBreak().Section($"{readiness.Regulation.Id}: {readiness.Regulation.Name}", chapter => Chapter(chapter, readiness, shop));
        content.PageBreak();
        MethodChapter.Write(content, shop);
    }

    private void Decision(Column page, ShopSnapshot shop, List<Readiness> regulations)
    {
        page.Text(Title, TextStyle.Title)
            .Text($"{ReportWords.Short(shop.Shop.Name, LongestName)} · {ReportWords.Short(shop.LegalEntity.Name, LongestName)} · {string.Join(" and ", regulations.Select(one => one.Regulation.Id))}", TextStyle.Body.Grey())
            .Space(9).Rule();
        foreach (var readiness in regulations)
            ScoreBlock.Write(page, readiness);
        TopFixesBlock.Write(page, regulations);
        page.Space(12).Box(box => box.Facts(34.Millimetres(),
            ("Controller", ReportWords.Short(Controller(shop), 160)),
            ("Owner of the registers", ReportWords.Or(shop.Shop.Owner)),
            ("Day looked at", ReportWords.Day(shop.AsOf)),
            ("Law catalogue", Regulations.CatalogueVersion)));
        page.Space(8).Text(text => text
            .Span("“Ready” means ready according to the registers on the day above. It is not a legal opinion. The method is on page ").PageOf("method").Span("."), TextStyle.Note.Grey());
    }

    private static string Controller(ShopSnapshot shop) =>
        string.Join(", ", ((string?[])[shop.LegalEntity.Name, shop.LegalEntity.Address, shop.LegalEntity.Contact]).Where(part => !string.IsNullOrWhiteSpace(part)));

    private static void Chapter(Column chapter, Readiness readiness, ShopSnapshot shop)
    {
        foreach (var area in readiness.Areas.Where(area => area.Results.Count > 0))
        {
            var met = $"{area.Score.Counts.Pass} of {area.Results.Count} pass{(area.Score.Points is { } points ? $" · chapter {points}" : "")}";
            chapter.Space(8).Section(area.Area.Title, heading => heading.Row(row => row
                .Relative(1, left => left.Text(area.Area.Title, TextStyle.Heading))
                .Auto(right => right.Text(met, TextStyle.Label)), gap: 12, alignment: RowAlignment.Bottom).Space(3), body =>
            {
                RequirementRows.Write(body, [.. area.Results.Where(result => result.Verdict.Outcome != Outcome.Fail)], shop);
                foreach (var failing in area.Results.Where(result => result.Verdict.Outcome == Outcome.Fail))
                    FailingRequirement.Write(body, failing, shop);
            });
        }
    }
}
