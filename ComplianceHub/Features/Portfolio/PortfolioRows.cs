using ComplianceHub.Compliance;
using ComplianceHub.Data;

namespace ComplianceHub.Features.Portfolio;

/// <summary>One shop of the portfolio with its stored scores.</summary>
/// <param name="Id">The shop.</param>
/// <param name="Slug">Its part of the address.</param>
/// <param name="Name">Its name.</param>
/// <param name="Country">The country of the legal entity's seat; null is not recorded.</param>
/// <param name="Owner">Who looks after it; null is nobody.</param>
/// <param name="Scores">The stored scores, of regulations and areas.</param>
/// <param name="IsStale">Whether it is being recomputed.</param>
/// <param name="NextDate">The next day on which a date in its registers changes its readiness; null when there is none.</param>
public sealed record PortfolioRow(Guid Id, string Slug, string Name, string? Country, string? Owner, IReadOnlyList<ReadinessScore> Scores, bool IsStale, DateOnly? NextDate)
{
    /// <summary>The stored score of a regulation, or of one of its areas; null while it was never computed.</summary>
    public ReadinessScore? Of(string regulation, string area = ReadinessScore.WholeRegulation) =>
        Scores.FirstOrDefault(score => score.Regulation == regulation && score.Area == area);
}

/// <summary>A page of the portfolio.</summary>
/// <param name="Rows">The shops of the page, worst first.</param>
/// <param name="Total">How many shops match the filter.</param>
/// <param name="All">How many shops the person may see.</param>
/// <param name="LegalEntities">Of how many legal entities.</param>
/// <param name="Bands">How many of the matching shops are in which band of their lowest score; null is not assessed.</param>
/// <param name="WithBlockers">How many of all shops have a failing blocker.</param>
/// <param name="Countries">The countries to filter by.</param>
/// <param name="MayAdd">Whether the person may add a shop.</param>
public sealed record PortfolioPageRows(
    IReadOnlyList<PortfolioRow> Rows, int Total, int All, int LegalEntities, IReadOnlyList<(Band? Band, int Count)> Bands, int WithBlockers, IReadOnlyList<string> Countries, bool MayAdd);

/// <summary>Something that ends soon.</summary>
/// <param name="Day">Its last day.</param>
/// <param name="Text">What ends.</param>
/// <param name="Where">The shop's name, or the group.</param>
/// <param name="Href">The record's editor.</param>
public sealed record EndingSoon(DateOnly Day, string Text, string Where, string Href);

/// <summary>A score that changed lately.</summary>
/// <param name="Shop">The shop's name.</param>
/// <param name="Slug">Its part of the address.</param>
/// <param name="Day">The stored day.</param>
/// <param name="Before">The score of the stored day before; null when nothing was assessed on it, or there is none.</param>
/// <param name="IsFirst">Whether no day before is stored, so that there is nothing to compare with.</param>
public sealed record ScoreChange(string Shop, string Slug, ReadinessDay Day, int? Before, bool IsFirst);
