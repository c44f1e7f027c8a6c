using ComplianceHub.Components;
using ComplianceHub.Data;
using ComplianceHub.Exchange.LogExtract;

namespace ComplianceHub.Features.AuditLog;

/// <summary>Logs as downloads, with the filters of their pages.</summary>
public static class LogExportEndpoints
{
    /// <summary>Maps the downloads.</summary>
    public static void MapHubLogExports(this IEndpointRouteBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        foreach (var format in HubUrls.LogFormats)
        {
            app.MapGet($"{HubUrls.Log("{slug}")}.{format}", (string slug, [AsParameters] LogAsked asked, HttpContext http, CurrentActor actor, LogExport export) =>
                DownloadAsync(LogScope.OfShop(slug), asked, format, http, actor, export)).RequireAuthorization().RequireRateLimiting(Limits.Downloads).AddEndpointFilter<StorageRefusal>();
            app.MapGet($"{HubUrls.GroupLog}.{format}", ([AsParameters] LogAsked asked, HttpContext http, CurrentActor actor, LogExport export) =>
                DownloadAsync(LogScope.Group, asked, format, http, actor, export)).RequireAuthorization().RequireRateLimiting(Limits.Downloads).AddEndpointFilter<StorageRefusal>();
            app.MapGet($"{HubUrls.SystemLog}.{format}", ([AsParameters] LogAsked asked, HttpContext http, CurrentActor actor, LogExport export) =>
                DownloadAsync(LogScope.System, asked, format, http, actor, export)).RequireAuthorization().RequireRateLimiting(Limits.Downloads).AddEndpointFilter<StorageRefusal>();
        }
    }

    // A log that is missing and one that the person may not read get the same answer.
    private static async Task<IResult> DownloadAsync(LogScope scope, LogAsked asked, string format, HttpContext http, CurrentActor actor, LogExport export)
    {
        actor.Use(http.User);
        var ct = http.RequestAborted;
        http.Response.Headers.CacheControl = "no-store";
        if (await export.BeginAsync(scope, asked, format, ct) is not { } log)
            return Results.NotFound();
        return format == "csv"
            ? Results.Stream(file => LogCsv.WriteAsync(file, log.Entries, ct), "text/csv; charset=utf-8", $"{scope.FileName}.csv")
            : Results.Stream(file => LogJson.WriteAsync(file, log.Chain, log.Entries, ct), "application/json", $"{scope.FileName}.json");
    }
}
