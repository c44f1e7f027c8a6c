namespace ComplianceHub.Features.AuditLog;

/// <summary>Wires the page of the log and its nightly verification.</summary>
public static class AuditLogExtensions
{
    /// <summary>Adds what the page calls, and what runs at night.</summary>
    public static IHostApplicationBuilder AddHubAuditLog(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddScoped<LogQuery>();
        builder.Services.AddScoped<LogExport>();
        builder.Services.AddScoped<ChainVerifier>();
        builder.Services.AddScoped<VerificationWorkflow>();
        builder.Services.AddHostedService<NightlyVerification>();
        return builder;
    }
}
