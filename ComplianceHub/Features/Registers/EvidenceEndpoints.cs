using ComplianceHub.Components;
using ComplianceHub.Data;
using ComplianceHub.Domain.AuditLog;
using Microsoft.AspNetCore.Mvc;

namespace ComplianceHub.Features.Registers;

/// <summary>Serves evidence files as downloads, never to be opened within our pages.</summary>
public static class EvidenceEndpoints
{
    /// <summary>Maps the address of evidence files.</summary>
    public static void MapHubEvidence(this WebApplication app) =>
        app.MapGet("/files/{id:guid}", DownloadAsync).RequireAuthorization().RequireRateLimiting(Limits.Downloads).AddEndpointFilter<StorageRefusal>();

    // Missing and forbidden look the same.
    private static async Task<IResult> DownloadAsync(
        Guid id, HttpContext http, [FromServices] EvidenceStore store, [FromServices] HubDb hub, [FromServices] CurrentActor actor, CancellationToken ct)
    {
        actor.Use(http.User);
        if (await store.OpenAsync(id, ct) is not { } content)
            return Results.NotFound();
        await using (var db = await hub.OpenAsync(ct))
        {
            db.Log(new AuditLogEvent(content.File.ShopId is { } shop ? ChainId.OfShop(shop) : ChainId.Group, "downloaded", AuditEvidence.Entity, id.ToString("D")));
            await db.SaveLogFirstAsync("A file is handed out only with an entry in the log, so none is handed out now.", ct);
        }

        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(content.Bytes, content.File.ContentType, content.File.FileName);
    }
}
