using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Domain;
using ComplianceHub.Reports.Layout;

namespace ComplianceHub.Reports;

/// <summary>One regulation of a shop: every requirement by chapter, with its finding, its evidence and what people stated.</summary>
/// <param name="Shop">The shop on its day.</param>
/// <param name="Readiness">What its requirements came to.</param>
/// <param name="Evidence">The numbered files.</param>
/// <param name="Remark">Writes what belongs below a requirement beside that; null for nothing.</param>
internal sealed record RegulationChapter(ShopSnapshot Shop, FrozenReadiness Readiness, EvidenceList Evidence, Action<Column, FrozenResult>? Remark = null)
{
    /// <summary>The name by which text quotes the page of a regulation's chapter.</summary>
    public static string KeyOf(ShopSnapshot shop, FrozenReadiness readiness) => $"chapter of {readiness.Regulation} for {shop.Shop.Slug}";

    /// <summary>The name by which text quotes the page of this chapter.</summary>
    public string Key => KeyOf(Shop, Readiness);

    /// <summary>Writes it.</summary>
    public void Write(Column chapter)
    {
        if (Readiness.Applies == Answer.Unknown)
            chapter.Hatched(OpenGate);
        else
            chapter.Text(Readiness.Fact, TextStyle.Body.Grey());
        foreach (var area in Readiness.Areas)
        {
            List<FrozenResult> results = [.. Readiness.Results.Where(result => result.Area == area.Title)];
            chapter.Space(8).Section(area.Title, heading => heading.Row(row => row
                .Relative(1, left => left.Text(area.Title, TextStyle.Heading))
                .Auto(right => right.Text(Standing(area), TextStyle.Label)), gap: 12, alignment: RowAlignment.Bottom).Space(3), body =>
            {
                RequirementRows.Write(body, [.. results.Where(result => result.Outcome != Outcome.Fail)], this);
                foreach (var failing in results.Where(result => result.Outcome == Outcome.Fail))
                    FailingRequirement.Write(body, failing, this);
            });
        }
    }

    private void OpenGate(Column box)
    {
        box.Text(text => text.Strong($"Nobody has recorded whether the {Readiness.Regulation} applies."));
        foreach (var question in Readiness.Questions)
            box.Point(question, TextStyle.Note);
    }

    private static string Standing(FrozenArea area)
    {
        var points = area.Points is { } known ? $" · chapter {known}{(area.IsCapReached ? ", capped" : "")}" : "";
        return $"{(area.Applying == 0 ? "nothing applies" : $"{area.Pass} of {area.Applying} pass")}{points}";
    }
}
