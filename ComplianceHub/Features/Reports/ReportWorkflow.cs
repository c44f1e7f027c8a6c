using ComplianceHub.Compliance;
using ComplianceHub.Data;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Reports;
using ComplianceHub.Reports.Layout;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.Reports;

/// <summary>A printed report.</summary>
/// <param name="FileName">Its name, with shop and day.</param>
/// <param name="Pdf">The file.</param>
public sealed record PrintedReport(string FileName, byte[] Pdf);

/// <summary>A shop as its reports page names it.</summary>
/// <param name="Name">What customers call it.</param>
/// <param name="Today">The day in its time zone.</param>
/// <param name="MayReadRegisters">Whether the person may go on to its pages; an auditor may not.</param>
public sealed record ShopOfReports(string Name, DateOnly Today, bool MayReadRegisters);

/// <summary>Prints reports for anybody with a grant on the shop, and logs each.</summary>
public sealed class ReportWorkflow(HubDb hub, ShopSnapshots snapshots, TimeProvider time)
{
    /// <summary>The first day that can be looked at.</summary>
    public static readonly DateOnly FirstDay = new(1990, 1, 1);

    /// <summary>The last day that can be looked at.</summary>
    public static readonly DateOnly LastDay = new(2100, 12, 31);

    /// <summary>The shop; null when there is none or the person holds no grant for it.</summary>
    public async Task<ShopOfReports?> FindAsync(string slug, CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(ct);
        var shop = await db.Shops.AsNoTracking().SingleOrDefaultAsync(one => one.Slug == slug && one.RetiredOn == null, ct);
        return shop is null || !db.Access.MaySee(shop.Id) ? null
            : new(shop.Name, ShopDay.Of(time.GetUtcNow(), shop.TimeZone), db.Access.MayReadRegisters(shop.Id));
    }

    /// <summary>Prints a report and logs the download; null when there is no such shop or the person holds no grant for it.</summary>
    public async Task<PrintedReport?> PrintAsync(Report report, string slug, DateOnly? asOf, PageSize size, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (await snapshots.LoadAsync(slug, asOf, ct) is not { } shop)
            return null;
        var pdf = report.Compose(shop, size).ToPdf();
        await using var db = await hub.OpenAsync(ct);
        if (!db.Access.MaySee(shop.Shop.Id))
            return null;
        db.Log(new AuditLogEvent(ChainId.OfShop(shop.Shop.Id), "downloaded", "Report", report.Name)
        {
            Details = new Dictionary<string, string> { ["asOf"] = $"{shop.AsOf:yyyy-MM-dd}", ["snapshot"] = SnapshotHash.Of(shop) },
        });
        await db.SaveChangesAsync(ct);
        return new(report.FileName(shop), pdf);
    }
}
