using ComplianceHub.Components;
using ComplianceHub.Data;

namespace ComplianceHub.Features.Audits;

/// <summary>The reports of audits as downloads.</summary>
internal static class AuditReportEndpoints
{
    /// <summary>Maps the downloads.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/audits/{audit:guid}/report.pdf", SignedAsync).RequireAuthorization().RequireRateLimiting(Limits.Downloads).AddEndpointFilter<StorageRefusal>();
        app.MapGet("/audits/{audit:guid}/draft-report.pdf", DraftAsync).RequireAuthorization().RequireRateLimiting(Limits.Downloads).AddEndpointFilter<StorageRefusal>();
    }

    private static Task<IResult> SignedAsync(Guid audit, HttpContext http, CurrentActor actor, AuditReportWorkflow reports, CancellationToken ct) =>
        HandOutAsync(http, actor, () => reports.SignedAsync(audit, ct));

    private static Task<IResult> DraftAsync(Guid audit, HttpContext http, CurrentActor actor, AuditReportWorkflow reports, CancellationToken ct) =>
        HandOutAsync(http, actor, () => reports.DraftAsync(audit, ct));

    // An audit that is missing and one that the person may not see get the same answer.
    private static async Task<IResult> HandOutAsync(HttpContext http, CurrentActor actor, Func<Task<AuditReportFile?>> report)
    {
        actor.Use(http.User);
        http.Response.Headers.CacheControl = "no-store";
        return await report() is { } file ? Results.File(file.Pdf, "application/pdf", file.FileName) : Results.NotFound();
    }
}
