namespace ComplianceHub.Features.DataFlows;

/// <summary>Wires the page of data flows.</summary>
public static class DataFlowsExtensions
{
    /// <summary>Adds what the page calls.</summary>
    public static IHostApplicationBuilder AddHubDataFlows(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddScoped<DataFlowsQuery>();
        return builder;
    }
}
