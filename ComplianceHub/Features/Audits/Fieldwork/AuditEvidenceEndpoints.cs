using ComplianceHub.Components;
using ComplianceHub.Data;
using Microsoft.AspNetCore.Mvc;

namespace ComplianceHub.Features.Audits.Fieldwork;

/// <summary>Serves the files that audits froze: always as attachments, also to the script that draws them in the page.</summary>
internal static class AuditEvidenceEndpoints
{
    private static readonly string[] Shown = ["application/pdf", "image/png", "image/jpeg"];

    /// <summary>Maps the addresses of the files of audits.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/audits/{audit:guid}/evidence/{file:guid}", DownloadAsync).RequireAuthorization().RequireRateLimiting(Limits.Downloads).AddEndpointFilter<StorageRefusal>();
        app.MapGet("/audits/{audit:guid}/evidence/{file:guid}/preview", PreviewAsync).RequireAuthorization().RequireRateLimiting(Limits.Downloads).AddEndpointFilter<StorageRefusal>();
    }

    private static Task<IResult> DownloadAsync(
        Guid audit, Guid file, HttpContext http, [FromServices] AuditEvidence evidence, [FromServices] CurrentActor actor, CancellationToken ct) =>
        ServeAsync(audit, file, EvidenceReading.Downloaded, http, evidence, actor, ct);

    private static Task<IResult> PreviewAsync(
        Guid audit, Guid file, HttpContext http, [FromServices] AuditEvidence evidence, [FromServices] CurrentActor actor, CancellationToken ct) =>
        ServeAsync(audit, file, EvidenceReading.Opened, http, evidence, actor, ct);

    // Missing and forbidden look the same.
    private static async Task<IResult> ServeAsync(
        Guid audit, Guid file, EvidenceReading reading, HttpContext http, AuditEvidence evidence, CurrentActor actor, CancellationToken ct)
    {
        actor.Use(http.User);
        if (await evidence.OpenAsync(audit, file, reading, ct) is not { } content || (reading == EvidenceReading.Opened && !Shown.Contains(content.File.ContentType)))
            return Results.NotFound();
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(content.Bytes, content.File.ContentType, content.File.FileName);
    }
}
