using ComplianceHub.Components;
using ComplianceHub.Data;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ComplianceHub.Account;

/// <summary>Says on the console, once the program listens, where its data and its pages are; and, while nobody can sign
/// in, by which link the first administrator is created.</summary>
internal sealed class StartGreeting(
    IServer server, HubDatabase database, SetUpLink link, IServiceScopeFactory scopes) : IHostedLifecycleService
{
    /// <inheritdoc />
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } first ? Readable(first) : "";
        Console.WriteLine($"Data: {database.Description}");
        Console.WriteLine($"Open {address}");
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<SetUpWorkflow>().IsNeededAsync(cancellationToken))
        {
            Console.WriteLine("Nobody can sign in yet. Create the first administrator with this link; it works once, for 24 hours:");
            Console.WriteLine($"  {address}{HubUrls.SetUp(link.Make())}");
        }
    }

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // "Every network card" is no address that a browser can open.
    private static string Readable(string address) => address.TrimEnd('/')
        .Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal)
        .Replace("://+", "://localhost", StringComparison.Ordinal).Replace("://*", "://localhost", StringComparison.Ordinal);
}
