namespace ComplianceHub.Features.People;

/// <summary>Wires the page of people and grants.</summary>
public static class PeopleExtensions
{
    /// <summary>Adds what the page calls.</summary>
    public static IHostApplicationBuilder AddHubPeople(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddScoped<PeopleQuery>();
        builder.Services.AddScoped<PeopleWorkflow>();
        builder.Services.AddScoped<AccountActs>();
        return builder;
    }
}
