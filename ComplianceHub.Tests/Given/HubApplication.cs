using System.Collections.Concurrent;
using ComplianceHub.Domain;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Playwright;

namespace ComplianceHub.Tests.Given;

/// <summary>
/// The whole program on a port of its own, with the demo in a database of its own, on the demo's day: what
/// `dotnet run` starts, through the same Program.
/// </summary>
public sealed class HubApplication : WebApplicationFactory<DomainException>, IAsyncLifetime
{
    // The day for which the catalogue states what the demo's readiness is.
    private static readonly DateTimeOffset DemoDay = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private readonly Lazy<string> _folder = new(() => Directory.CreateTempSubdirectory("compliancehub-").FullName);

    public HubApplication() => UseKestrel(0);

    /// <summary>Whether the program makes its database itself; otherwise it starts on a copy of one with the demo.</summary>
    public bool StartsAnew { get; init; }

    /// <summary>A folder for its data that stays; without one they go with the program.</summary>
    internal string? KeepsIn { get; init; }

    /// <summary>Development, where the demo is loaded, or Production.</summary>
    public string EnvironmentName { get; init; } = "Development";

    /// <summary>Settings beside those of appsettings.json.</summary>
    public Dictionary<string, string> Settings { get; init; } = [];

    /// <summary>The program's clock.</summary>
    internal RunningClock Clock { get; } = new(DemoDay);

    /// <summary>The cookies of the people who signed in to this program.</summary>
    internal ConcurrentDictionary<string, Cookie[]> Sessions { get; } = new();

    /// <summary>Where the pages are; a name, because passkeys refuse IP addresses.</summary>
    public Uri Address { get; private set; } = new("http://localhost/");

    /// <summary>The SQLite file.</summary>
    public string Database => Path.Combine(Folder, "compliancehub.db");

    private string Folder => KeepsIn ?? _folder.Value;

    public async ValueTask InitializeAsync()
    {
        if (!StartsAnew && EnvironmentName == "Development")
            await DemoFolder.CopyToAsync(Folder);
        StartServer();
        Address = new UriBuilder(ClientOptions.BaseAddress) { Host = "localhost" }.Uri;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (KeepsIn is null)
            Directory.Delete(Folder, recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(EnvironmentName);
        // Outside Development the host looks for the files of a published program; these are those of a build.
        builder.UseStaticWebAssets();
        builder.UseSetting("Data:Folder", Folder);
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        // Tests sign in faster than people do.
        builder.UseSetting("Account:TriesPerMinute", "1000");
        builder.UseSetting("Account:TriesPerMinuteAndAddress", "10000");
        builder.UseSetting("Account:TriesPerMinuteTogether", "10000");
        foreach (var (key, value) in Settings)
            builder.UseSetting(key, value);
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
    }
}
