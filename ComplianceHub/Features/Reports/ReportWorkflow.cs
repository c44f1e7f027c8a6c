using ComplianceHub.Compliance;
using ComplianceHub.Data;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Reports;
using ComplianceHub.Reports.Layout;
using ComplianceHub.Reports.Signing;

namespace ComplianceHub.Features.Reports;

/// <summary>A printed report.</summary>
/// <param name="FileName">Its name, with shop and day.</param>
/// <param name="Pdf">The file.</param>
public sealed record PrintedReport(string FileName, byte[] Pdf);

/// <summary>Prints reports for anybody with a grant on the shop, and logs each. What cannot be logged is not handed out:
/// on a full or read-only disk the pages go on, reports wait. To each is attached where the log stood, so that whoever
/// keeps the report can show a log that was written anew.</summary>
public sealed class ReportWorkflow(HubDb hub, ShopSnapshots snapshots, ReportFonts fonts, LogProofs proofs)
{
    /// <summary>What the log calls it.</summary>
    public const string Downloaded = "downloaded";

    /// <summary>What the log calls the kind of thing.</summary>
    public const string Entity = "Report";

    /// <summary>Prints a report and logs the download; null when there is no such shop or the person holds no grant for it.</summary>
    /// <exception cref="StorageUnavailableException">The log takes no entry: the disk is full or read-only.</exception>
    public async Task<PrintedReport?> PrintAsync(Report report, string slug, DateOnly? asOf, PageSize size, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (await snapshots.LoadAsync(slug, asOf, ct) is not { } shop)
            return null;
        var pdf = report.Compose(shop, size).ToPdf(fonts);
        await using var db = await hub.OpenAsync(ct);
        if (!db.Access.MayReadRegisters(shop.Shop.Id))
            return null;
        db.Log(new AuditLogEvent(ChainId.OfShop(shop.Shop.Id), Downloaded, Entity, report.Name)
        {
            Details = new Dictionary<string, string> { ["asOf"] = $"{shop.AsOf:yyyy-MM-dd}", ["snapshot"] = SnapshotHash.Of(shop) },
        });
        await db.SaveLogFirstAsync("A report is handed out only with an entry in the log, so none is made now.", ct);
        var proof = await proofs.TryProveAsync([ChainId.OfShop(shop.Shop.Id), ChainId.Group], ct);
        return new(report.FileName(shop), LogProofFiles.Attach(pdf, proof));
    }
}
