using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Freezing;
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
        var evidence = new EvidenceList([shop]);
        content.Fitting(whole => Decision(whole, shop, regulations, FirstPageLengths.Whole), shorter => Decision(shorter, shop, regulations, FirstPageLengths.Short));
        foreach (var chapter in regulations.Select(readiness => new RegulationChapter(shop, readiness, evidence)))
            content.PageBreak().Section($"{chapter.Readiness.Regulation}: {chapter.Readiness.Name}", chapter.Write, chapter.Key);
        content.PageBreak();
        MethodChapter.Write(content, evidence, (shop.Shop.Name, hash));
    }

    private void Decision(Column page, ShopSnapshot shop, List<FrozenReadiness> regulations, FirstPageLengths lengths)
    {
        page.Text(Title, TextStyle.Title)
            .Text($"{ReportWords.Short(shop.Shop.Name, lengths.Name)} · {ReportWords.Short(shop.LegalEntity.Name, lengths.Name)} · {string.Join(" and ", regulations.Select(one => one.Regulation))}", TextStyle.Body.Grey())
            .Space(9).Rule();
        foreach (var readiness in regulations)
            ScoreBlock.Write(page, readiness, lengths);
        TopFixesBlock.Write(page, shop, regulations, lengths);
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
}
