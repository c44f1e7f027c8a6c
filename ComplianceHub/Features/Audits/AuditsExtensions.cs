namespace ComplianceHub.Features.Audits;

/// <summary>Wires audits.</summary>
public static class AuditsExtensions
{
    /// <summary>Adds the steps of audits.</summary>
    public static IHostApplicationBuilder AddHubAudits(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddScoped<AuditWorkflow>();
        builder.Services.AddScoped<SignOffWorkflow>();
        return builder;
    }
}
