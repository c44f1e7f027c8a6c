using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace ComplianceHub.Data;

/// <summary>Wires the records of an installation to their database.</summary>
public static class DataExtensions
{
    /// <summary>
    /// Adds the database that <c>Data:Database</c> names, else SQLite in <c>Data:Folder</c>, and
    /// what stands in front of it. Design-time tools start this same host, so they see the same model.
    /// </summary>
    /// <exception cref="Domain.DomainException">The connection is not understood.</exception>
    public static IHostApplicationBuilder AddHubData(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var settings = builder.Configuration;
        var connection = DatabaseConnection.Parse(
            settings["Data:Database"], settings["Data:Folder"] is { Length: > 0 } folder ? folder : "data");
        builder.Services.AddHubData(connection);
        builder.Services.AddOptions<SigningOptions>().BindConfiguration(SigningOptions.Section).ValidateOnStart();
        builder.Services.AddHostedService<HeldDatabase>();
        builder.Services.AddHostedService<ReadinessWorker>();
        builder.Services.AddHostedService<CheckpointWorker>();
        return builder;
    }

    /// <summary>Adds one named database: what tests and the command line use.</summary>
    public static IServiceCollection AddHubData(this IServiceCollection services, DatabaseConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        services.AddSingleton(connection);
        services.TryAddTime();
        if (connection.IsPostgres)
            services.AddContexts<PostgresHubDbContext>(options => options.UseNpgsql(connection.ConnectionString));
        else
            services.AddContexts<SqliteHubDbContext>(options => options.UseSqlite(connection.ConnectionString).AddInterceptors(new SqlitePragmas()));
        // Identity reads the form of its tables from here; version 3 has passkeys.
        services.Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3);
        services.AddSingleton<HubDatabase>();
        services.AddSingleton<IValidateOptions<SigningOptions>, SigningOptionsRules>();
        services.AddSingleton<SigningCertificates>();
        services.AddSingleton<CheckpointFrontier>();
        services.AddScoped<LogProofs>();
        services.AddScoped<AuditExtract>();
        services.AddSingleton<StorageWatch>();
        services.AddScoped<CurrentActor>();
        services.AddScoped<HubDb>();
        services.AddScoped<UserSessions>();
        services.AddScoped<OneTimeTickets>();
        services.AddScoped<ProofsOfPresence>();
        services.AddScoped<ShopSnapshots>();
        services.AddScoped<EffectiveRecords>();
        services.AddScoped<ReadinessBoard>();
        services.AddScoped<EvidenceStore>();
        services.AddScoped<AuditLogVerifier>();
        services.AddScoped<Checkpoints>();
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<LogAlarm>();
        services.AddScoped<Accounts>();
        services.AddScoped<AuditStandings>();
        services.AddScoped<AuditEvidence>();
        services.AddScoped<AuditVisits>();
        services.AddSingleton<ReadinessNews>();
        return services;
    }

    /// <summary>Creates or migrates the database before the first request.</summary>
    /// <exception cref="Domain.DomainException">The database is of a newer version, or cannot be reached.</exception>
    public static Task MigrateHubDataAsync(this IHost host) =>
        host.Services.GetRequiredService<HubDatabase>().MigrateAsync();

    /// <summary>Binds each request's scope to its signed-in person; after authentication, before the endpoints.</summary>
    public static IApplicationBuilder UseHubActor(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.RequestServices.GetRequiredService<CurrentActor>().Use(context.User);
        return next(context);
    });

    private static void AddContexts<TContext>(this IServiceCollection services, Action<DbContextOptionsBuilder> provider)
        where TContext : HubDbContext
    {
        services.AddDbContextFactory<TContext>(options =>
        {
            provider(options);
            options.AddInterceptors(new AccessInterceptor(), new AuditLogInterceptor(), new StorageInterceptor());
            // Records have filters and their owners too; nothing navigates between them, so no join can drop a row.
            options.ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning));
        });
        services.AddSingleton<IDbContextFactory<HubDbContext>, HubDbContextFactory<TContext>>();
        // For Identity's stores and the key ring: not opened, so it sees no shop and saves no record.
        services.AddScoped<HubDbContext>(scope =>
        {
            var db = scope.GetRequiredService<IDbContextFactory<HubDbContext>>().CreateDbContext();
            db.ActorOfScope = scope.GetRequiredService<CurrentActor>();
            return db;
        });
    }

    private static void TryAddTime(this IServiceCollection services)
    {
        if (services.All(service => service.ServiceType != typeof(TimeProvider)))
            services.AddSingleton(TimeProvider.System);
    }
}
