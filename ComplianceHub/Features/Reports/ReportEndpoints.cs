using ComplianceHub.Compliance;
using ComplianceHub.Components;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Reports;
using ComplianceHub.Reports.Layout;

namespace ComplianceHub.Features.Reports;

/// <summary>The reports as downloads.</summary>
public static class ReportEndpoints
{
    private const string FontFolder = "Reports:FontFolder";

    /// <summary>Adds what prints reports, in the shipped fonts and those of the folder that <c>Reports:FontFolder</c> names.</summary>
    /// <exception cref="DomainException">The folder is missing, or holds something that is no TrueType font.</exception>
    public static IHostApplicationBuilder AddHubReports(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton(Fonts(builder.Configuration[FontFolder]));
        builder.Services.AddScoped<ReportWorkflow>();
        builder.Services.AddScoped<ReportsQuery>();
        return builder;
    }

    /// <summary>Maps the downloads.</summary>
    public static void MapHubReports(this IEndpointRouteBuilder app) =>
        app.MapGet("/shops/{slug}/reports/{report}.pdf", DownloadAsync).RequireAuthorization().RequireRateLimiting(Limits.Downloads).AddEndpointFilter<StorageRefusal>();

    private static ReportFonts Fonts(string? folder)
    {
        if (string.IsNullOrWhiteSpace(folder))
            return ReportFonts.Shipped;
        try
        {
            return ReportFonts.WithFolder(folder);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new DomainException($"{FontFolder}: {refused.Message}", refused);
        }
    }

    // A shop that is missing and one that the person may not see get the same answer.
    private static async Task<IResult> DownloadAsync(
        string slug, string report, DateOnly? asOf, string? paper, HttpContext http, CurrentActor actor, ReportWorkflow workflow, CancellationToken ct)
    {
        if (ReportCatalogue.WithName(report) is not { } known || PageSize.WithName(paper) is not { } size || (asOf is { } day && !ReadableDays.Include(day)))
            return Results.NotFound();
        actor.Use(http.User);
        http.Response.Headers.CacheControl = "no-store";
        return await workflow.PrintAsync(known, slug, asOf, size, ct) is { } printed
            ? Results.File(printed.Pdf, "application/pdf", printed.FileName)
            : Results.NotFound();
    }
}
