namespace ComplianceHub.Features.Portfolio;

/// <summary>Wires the portfolio.</summary>
public static class PortfolioExtensions
{
    /// <summary>Adds what the portfolio calls.</summary>
    public static IHostApplicationBuilder AddHubPortfolio(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddScoped<PortfolioQuery>();
        builder.Services.AddScoped<EndingSoonQuery>();
        return builder;
    }
}
