namespace ComplianceHub.Features.AuditorRoom;

/// <summary>Wires the auditor's room.</summary>
public static class AuditorRoomExtensions
{
    /// <summary>Adds what its page asks.</summary>
    public static IServiceCollection AddHubAuditorRoom(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        return services.AddScoped<AuditorRoomQuery>();
    }
}
