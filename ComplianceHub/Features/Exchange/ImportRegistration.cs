namespace ComplianceHub.Features.Exchange;

/// <summary>What importing files needs from the host.</summary>
public static class ImportRegistration
{
    /// <summary>Adds the import for the page and the command line.</summary>
    public static IServiceCollection AddHubImport(this IServiceCollection services) => services.AddScoped<ImportWorkflow>();
}
