using ComplianceHub.Components;
using ComplianceHub.Data;

namespace ComplianceHub.Features.AuditLog;

/// <summary>Publishes the public keys with which anybody can check the signatures of the log's checkpoints, and hands out logs.</summary>
public static class KeyEndpoints
{
    /// <summary>Maps the file of public keys, for everybody: it holds nothing else. And the logs as files.</summary>
    public static IEndpointRouteBuilder MapHubAuditLog(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        endpoints.MapGet(HubUrls.LogKeys, KeysAsync).AllowAnonymous();
        endpoints.MapHubLogExports();
        return endpoints;
    }

    // Until the first checkpoint there is no key.
    private static async Task<IResult> KeysAsync(Checkpoints checkpoints, CancellationToken ct) =>
        await checkpoints.KeysAsync(ct) is { } keys ? Results.Text(keys.ToJson(), "application/json") : Results.NotFound();
}
