using ComplianceHub.Components;
using ComplianceHub.Data;

namespace ComplianceHub.Features.Audits.Dossiers;

/// <summary>The dossiers of audits as downloads.</summary>
internal static class DossierEndpoints
{
    /// <summary>Maps the download.</summary>
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/audits/{audit:guid}/dossier.zip", DownloadAsync).RequireAuthorization().RequireRateLimiting(Limits.Downloads).AddEndpointFilter<StorageRefusal>();

    // An audit that is missing and one that the person may not see get the same answer.
    private static async Task<IResult> DownloadAsync(Guid audit, HttpContext http, CurrentActor actor, DossierWorkflow dossiers, CancellationToken ct)
    {
        actor.Use(http.User);
        http.Response.Headers.CacheControl = "no-store";
        return await dossiers.OpenAsync(audit, ct) is { } dossier
            ? Results.Stream(output => dossier.WriteAsync(output, http.RequestAborted), "application/zip", dossier.FileName)
            : Results.NotFound();
    }
}
