using System.Text.Json.Nodes;
using ComplianceHub.Data;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.Reports;

/// <summary>A shop as its reports page names it.</summary>
/// <param name="Name">What customers call it.</param>
/// <param name="Today">The day in its time zone.</param>
/// <param name="Downloads">The latest downloads, newest first.</param>
public sealed record ShopOfReports(string Name, DateOnly Today, IReadOnlyList<ReportDownload> Downloads);

/// <summary>A download as the log has it.</summary>
/// <param name="At">When, in UTC.</param>
/// <param name="Who">The person's name today, or what acted.</param>
/// <param name="Report">The name of the report.</param>
/// <param name="AsOf">The day the report is of; null when the details were erased.</param>
/// <param name="Snapshot">The first digits of the hash in the report's foot; null when the details were erased.</param>
public sealed record ReportDownload(DateTimeOffset At, string Who, string Report, string? AsOf, string? Snapshot);

/// <summary>Reads what the reports page shows.</summary>
public sealed class ReportsQuery(HubDb hub, AuditLogReader log, TimeProvider time)
{
    private const int MostDownloads = 10;
    private const int DigitsInTheFoot = 8;

    /// <summary>The shop; null when there is none or the person holds no grant for it.</summary>
    public async Task<ShopOfReports?> FindAsync(string slug, CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(ct);
        var shop = await db.Shops.AsNoTracking().SingleOrDefaultAsync(one => one.Slug == slug && one.RetiredOn == null, ct);
        if (shop is null || !db.Access.MayReadRegisters(shop.Id))
            return null;
        return new(shop.Name, ShopDay.Of(time.GetUtcNow(), shop.TimeZone), await DownloadsAsync(shop, ct));
    }

    private async Task<IReadOnlyList<ReportDownload>> DownloadsAsync(Shop shop, CancellationToken ct)
    {
        var lines = await log.OfActionAsync(ChainId.OfShop(shop.Id), ReportWorkflow.Downloaded, ReportWorkflow.Entity, MostDownloads, ct);
        return [.. lines.Select(line => new ReportDownload(line.At, line.Who, line.EntityId, Detail(line, "asOf"), Detail(line, "snapshot") is { Length: >= DigitsInTheFoot } hash ? hash[..DigitsInTheFoot] : null))];
    }

    private static string? Detail(AuditLogLine line, string field) =>
        line.Changes.FirstOrDefault(change => change.Field == field)?.New is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
