using ComplianceHub.Compliance;
using ComplianceHub.Components;
using ComplianceHub.Components.Controls;
using ComplianceHub.Data;

namespace ComplianceHub.Features.Portfolio;

/// <summary>Turns stored scores into the cells of the heat map.</summary>
internal static class PortfolioHeat
{
    /// <summary>The columns: each regulation with its areas.</summary>
    public static IReadOnlyList<HeatGroup> Groups { get; } =
        [.. Regulations.All.Select(regulation => new HeatGroup(regulation.Id, [.. regulation.Areas.Select(area => area.ShortName)]))];

    /// <summary>The rows of a page.</summary>
    public static IReadOnlyList<HeatRow> Rows(IReadOnlyList<PortfolioRow> shops) => [.. shops.Select(Row)];

    /// <summary>What holds a shop back, in a sentence; null when nothing does.</summary>
    public static string? Holding(PortfolioRow shop)
    {
        if (shop.Scores.Where(IsWhole).Where(score => !score.IsNotApplicable).All(score => score.Points is null))
            return "Nothing is assessed yet.";
        var capped = shop.Scores.Where(IsWhole).Where(score => score.CappedBy.Count > 0).ToList();
        if (capped.Count > 0)
            return string.Join(" ", capped.Select(score => $"{score.Regulation}: {string.Join(", ", score.CappedBy)} {(score.CappedBy.Count == 1 ? "fails" : "fail")}."));
        return shop.Scores.Where(IsWhole).Any(score => score.IsProvisional) ? "More than a fifth is not assessed." : null;
    }

    private static bool IsWhole(ReadinessScore score) => score.Area == ReadinessScore.WholeRegulation;

    private static HeatRow Row(PortfolioRow shop) => new(
        shop.Name,
        HubUrls.Shop(shop.Slug),
        $"{shop.Country ?? "country not recorded"} · {shop.Owner ?? "no owner"}",
        shop.Country ?? "",
        [.. Regulations.All.Select(regulation => Cells(shop, regulation))],
        Holding(shop));

    private static IReadOnlyList<HeatScore> Cells(PortfolioRow shop, Regulation regulation) =>
    [
        Cell(shop.Of(regulation.Id), HubUrls.Checklist(shop.Slug, regulation.Id)),
        .. regulation.Areas.Select(area => Cell(shop.Of(regulation.Id, area.Id), HubUrls.Checklist(shop.Slug, regulation.Id) + $"#area-{area.Id}")),
    ];

    private static HeatScore Cell(ReadinessScore? score, string href) => score is null
        ? new(null, href)
        : new(score.Points, href, !score.IsNotApplicable, score.Cap == Cap.Blocker);
}
