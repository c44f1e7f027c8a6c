namespace ComplianceHub.Features.AuditLog;

/// <summary>Wires the page of the log.</summary>
public static class AuditLogExtensions
{
    /// <summary>Adds what the page calls.</summary>
    public static IHostApplicationBuilder AddHubAuditLog(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddScoped<LogQuery>();
        return builder;
    }
}
