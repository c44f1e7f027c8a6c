using ComplianceHub.Compliance;

namespace ComplianceHub.Features.Portfolio;

/// <summary>Which shops the portfolio shows; it stands in the address.</summary>
public sealed record PortfolioFilter
{
    /// <summary>How many shops a page holds.</summary>
    public const int PageSize = 25;

    /// <summary>Part of a shop's name.</summary>
    public string? Search { get; init; }

    /// <summary>The regulation that decides order and band; null is all of them.</summary>
    public string? Regulation { get; init; }

    /// <summary>The country of the legal entity's seat.</summary>
    public string? Country { get; init; }

    /// <summary>The band of the lowest score.</summary>
    public Band? Band { get; init; }

    /// <summary>Only shops of which nothing is assessed.</summary>
    public bool IsNotAssessed { get; init; }

    /// <summary>Only shops with a failing blocker.</summary>
    public bool WithBlockers { get; init; }

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;
}
