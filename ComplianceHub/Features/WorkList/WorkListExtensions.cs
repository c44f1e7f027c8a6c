namespace ComplianceHub.Features.WorkList;

/// <summary>Wires the work on findings.</summary>
public static class WorkListExtensions
{
    /// <summary>Adds the steps of remediation tasks.</summary>
    public static IHostApplicationBuilder AddHubWorkList(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddScoped<RemediationWorkflow>().AddScoped<WorkListQuery>().AddScoped<TaskQuery>();
        return builder;
    }
}
