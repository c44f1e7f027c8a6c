namespace ComplianceHub.Features.Readiness;

/// <summary>Wires the pages of a shop's readiness.</summary>
public static class ReadinessExtensions
{
    /// <summary>Adds what the pages call.</summary>
    public static IHostApplicationBuilder AddHubReadiness(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddScoped<ShopReadinessQuery>();
        builder.Services.AddScoped<SignedAuditQuery>();
        builder.Services.AddScoped<AttestationStore>();
        return builder;
    }
}
