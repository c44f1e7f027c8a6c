using ComplianceHub.Compliance;
using ComplianceHub.Data;
using ComplianceHub.Demo;
using ComplianceHub.Domain;
using ComplianceHub.Features.AuditLog;
using ComplianceHub.Features.Audits;
using ComplianceHub.Features.Exchange;
using ComplianceHub.Features.Reports;

namespace ComplianceHub.CommandLine;

/// <summary>
/// One run of a verb: the database, the services that the pages use too, and the operating-system user as actor.
/// Whoever holds the machine and the database file needs no grant.
/// </summary>
internal sealed class CommandSession : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly AsyncServiceScope _scope;

    private CommandSession(IHost host)
    {
        _host = host;
        _scope = host.Services.CreateAsyncScope();
        _scope.ServiceProvider.GetRequiredService<CurrentActor>().Use(Actor.OperatingSystemUser(Environment.UserName));
    }

    /// <summary>Whether the database has no tables yet, so that nothing can be read from it.</summary>
    public bool IsBare { get; private init; }

    /// <summary>Opens the database that is there, and changes nothing.</summary>
    /// <exception cref="DomainException">It is missing, or of another version.</exception>
    public static async Task<CommandSession> OpenAsync(string? database, CancellationToken ct)
    {
        var host = Build(database);
        try
        {
            var hub = host.Services.GetRequiredService<HubDatabase>();
            return await hub.StateAsync(ct) switch
            {
                DatabaseState.Missing => throw new DomainException($"There is no database at {hub.Description}: name another one with --database, or create it with demo, import or the web host."),
                DatabaseState.Older => throw new DomainException($"The database at {hub.Description} was written by an older version of ComplianceHub: start the web host once to bring it up to date."),
                var state => new CommandSession(host) { IsBare = state == DatabaseState.Bare },
            };
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    /// <summary>Opens the database; creates it or brings it up to date first.</summary>
    /// <exception cref="DomainException">It cannot be reached, or is of a newer version.</exception>
    public static async Task<CommandSession> CreateAsync(string? database, CancellationToken ct)
    {
        var host = Build(database);
        try
        {
            await host.Services.GetRequiredService<HubDatabase>().MigrateAsync(ct);
            return new CommandSession(host);
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    /// <summary>A shop's registers as they are read on a day, today when none is named.</summary>
    /// <exception cref="DomainException">There is no such shop.</exception>
    public async Task<ShopSnapshot> ShopAsync(string slug, DateOnly? asOf, CancellationToken ct) =>
        (IsBare ? null : await Get<ShopSnapshots>().LoadAsync(slug, asOf, ct)) ?? throw new DomainException($"There is no shop with the short name “{slug}”.");

    /// <summary>A service of the features or of the data.</summary>
    public T Get<T>()
        where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        _host.Dispose();
    }

    private static IHost Build(string? database)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .AddInMemoryCollection(database is null ? [] : [new("Data:Database", database)]);
        // Standard output holds the result and nothing else. What EF logs as an error it also throws, and that becomes a sentence.
        builder.Logging.AddFilter((category, level) => level >= LogLevel.Warning && (level != LogLevel.Error || !IsOfEntityFramework(category)))
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.AddHubData();
        builder.Services.AddHubImport();
        builder.Services.AddScoped<ChainVerifier>().AddHubAudits().AddDemoAudits().AddScoped<DemoLoader>();
        builder.AddHubReports();
        return builder.Build();
    }

    private static bool IsOfEntityFramework(string? category) => category?.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) == true;
}
