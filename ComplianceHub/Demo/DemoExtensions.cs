namespace ComplianceHub.Demo;

/// <summary>Wires the demo into the web host.</summary>
public static class DemoExtensions
{
    /// <summary>Registers the loader and the step that runs it before the first request.</summary>
    public static void AddHubDemo(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddScoped<DemoLoader>();
        builder.Services.AddSingleton<DemoStart>();
        builder.Services.AddHostedService(services => services.GetRequiredService<DemoStart>());
    }
}
