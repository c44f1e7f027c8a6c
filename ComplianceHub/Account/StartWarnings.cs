using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace ComplianceHub.Account;

/// <summary>Says in the log of a program in Production what leaves it open. It starts all the same: only who runs it
/// knows what stands in front of it.</summary>
internal sealed partial class StartWarnings(
    IServer server, IHostEnvironment environment, IConfiguration settings, IOptions<AccountOptions> account, ILogger<StartWarnings> log) : IHostedLifecycleService
{
    /// <summary>What is open, a sentence each.</summary>
    /// <param name="addresses">Where the program listens.</param>
    /// <param name="isBehindProxy">Whether it believes a proxy in front of it.</param>
    /// <param name="hasKeyCertificate">Whether the key ring is encrypted.</param>
    public static IEnumerable<string> Of(IEnumerable<string> addresses, bool isBehindProxy, bool hasKeyCertificate)
    {
        if (!isBehindProxy && addresses.Any(IsPlainForOthers))
            yield return "The program listens on plain http for other machines: passwords and sessions can be read on the way. Let Urls name https, or put a proxy that speaks https in front and set ForwardedHeaders_Enabled.";
        if (!hasKeyCertificate)
            yield return "The keys that protect sessions and links lie unencrypted in the database: who reads it, or a backup of it, can sign in as anybody. Name a certificate in Account:KeyCertificate.";
    }

    /// <inheritdoc />
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (environment.IsProduction())
        {
            var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
            var isBehindProxy = string.Equals(settings["ForwardedHeaders_Enabled"], "true", StringComparison.OrdinalIgnoreCase);
            foreach (var sentence in Of(addresses, isBehindProxy, account.Value.KeyCertificate is { Length: > 0 }))
                IsOpen(log, sentence);
        }
        return Task.CompletedTask;
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

    private static bool IsPlainForOthers(string address) =>
        address.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        && BindingAddress.Parse(address).Host is var host
        && !host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        && !(IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));

    [LoggerMessage(LogLevel.Warning, "{Sentence}")]
    private static partial void IsOpen(ILogger log, string sentence);
}
