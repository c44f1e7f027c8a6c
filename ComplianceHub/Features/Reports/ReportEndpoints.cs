using ComplianceHub.Components;
using ComplianceHub.Data;
using ComplianceHub.Reports;
using ComplianceHub.Reports.Layout;

namespace ComplianceHub.Features.Reports;

/// <summary>The reports as downloads.</summary>
public static class ReportEndpoints
{
    /// <summary>Adds what prints reports.</summary>
    public static IHostApplicationBuilder AddHubReports(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddScoped<ReportWorkflow>();
        return builder;
    }

    /// <summary>Maps the downloads.</summary>
    public static void MapHubReports(this IEndpointRouteBuilder app) =>
        app.MapGet("/shops/{slug}/reports/{report}.pdf", DownloadAsync).RequireAuthorization().RequireRateLimiting(Limits.Downloads);

    // A shop that is missing and one that the person may not see get the same answer.
    private static async Task<IResult> DownloadAsync(
        string slug, string report, DateOnly? asOf, string? paper, HttpContext http, CurrentActor actor, ReportWorkflow workflow, CancellationToken ct)
    {
        if (ReportCatalogue.WithName(report) is not { } known || asOf < ReportWorkflow.FirstDay || asOf > ReportWorkflow.LastDay)
            return Results.NotFound();
        actor.Use(http.User);
        var size = paper == "letter" ? PageSize.Letter : PageSize.A4;
        if (await workflow.PrintAsync(known, slug, asOf, size, ct) is not { } printed)
            return Results.NotFound();
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(printed.Pdf, "application/pdf", printed.FileName);
    }
}
