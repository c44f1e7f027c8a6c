using ComplianceHub.Data;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Reports.Audits;
using ComplianceHub.Reports.Layout;
using ComplianceHub.Reports.Signing;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.Audits;

/// <summary>The report of an audit as a file.</summary>
/// <param name="FileName">Its name, with the audit's title and day.</param>
/// <param name="Pdf">The bytes.</param>
public sealed record AuditReportFile(string FileName, byte[] Pdf);

/// <summary>
/// Hands out reports of audits, each with an entry in the log of every shop: the signed one as it was stored, and before
/// that a draft that names its reader. What cannot be logged is not handed out.
/// </summary>
public sealed class AuditReportWorkflow(HubDb hub, AuditContents contents, ReportFonts fonts, LogProofs proofs, TimeProvider time)
{
    /// <summary>What the log calls it.</summary>
    public const string Downloaded = "downloaded";

    /// <summary>What the log calls the signed report.</summary>
    public const string Entity = "AuditReport";

    /// <summary>What the log calls a draft.</summary>
    public const string DraftEntity = "DraftAuditReport";

    /// <summary>Of the signed audits that cover a shop, the one that was frozen last; null when there is none.</summary>
    public async Task<Guid?> LatestSignedAsync(string slug, CancellationToken ct = default)
    {
        await using var db = await hub.OpenAsync(ct);
        var shop = await db.Shops.Where(one => one.Slug == slug).Select(one => (Guid?)one.Id).SingleOrDefaultAsync(ct);
        return shop is not { } id ? null : await db.Audits.Where(row => row.State == AuditState.Signed && row.ShopIds.Contains(id))
            .OrderByDescending(row => row.FrozenAt).ThenByDescending(row => row.Id).Select(row => (Guid?)row.Id).FirstOrDefaultAsync(ct);
    }

    /// <summary>The stored bytes of the signed report; null when there is none, or none that the actor may see.</summary>
    /// <exception cref="StorageUnavailableException">The log takes no entry: the disk is full or read-only.</exception>
    public async Task<AuditReportFile?> SignedAsync(Guid auditId, CancellationToken ct = default)
    {
        await using var db = await hub.OpenAsync(ct);
        var audit = await db.Audits.AsNoTracking().SingleOrDefaultAsync(row => row.Id == auditId, ct);
        var signOff = await db.SignOffs.AsNoTracking().SingleOrDefaultAsync(row => row.AuditId == auditId, ct);
        if (audit is null || signOff is not { ReportSha256.Length: > 0 })
            return null;
        var pdf = await FrozenBytes.ReadAsync(db, signOff.ReportSha256, ct);
        await LogAsync(db, audit, Entity, new() { ["sha256"] = signOff.ReportSha256 }, "report", ct);
        return new(AuditReport.FileName(audit), pdf);
    }

    /// <summary>The report as it would be now, for one reader; null when the audit is not frozen, signed already, or not
    /// there for the actor.</summary>
    /// <exception cref="StorageUnavailableException">The log takes no entry: the disk is full or read-only.</exception>
    public async Task<AuditReportFile?> DraftAsync(Guid auditId, CancellationToken ct = default)
    {
        await using var db = await hub.OpenAsync(ct);
        var audit = await db.Audits.AsNoTracking().SingleOrDefaultAsync(row => row.Id == auditId, ct);
        if (audit is not { State: AuditState.Fieldwork or AuditState.AwaitingSignOff } || db.Access.UserId is not { } reader)
            return null;
        var name = await db.Users.Where(person => person.Id == reader).Select(person => person.DisplayName).SingleOrDefaultAsync(ct);
        var content = await contents.OfAsync(db, audit, ct) with { Draft = new(name ?? "", time.GetUtcNow()) };
        var pdf = AuditReport.Compose(content, PageSize.A4).ToPdf(fonts);
        await LogAsync(db, audit, DraftEntity, [], "report", ct);
        var proof = await proofs.TryProveAsync([.. audit.ShopIds.Select(ChainId.OfShop)], ct);
        return new(AuditReport.FileName(audit), LogProofFiles.Attach(pdf, proof));
    }

    /// <summary>Notes in the log of each shop of an audit that something of it is handed out.</summary>
    /// <exception cref="StorageUnavailableException">The log takes no entry; the sentence says what is not handed out.</exception>
    internal static Task LogAsync(HubDbContext db, Audit audit, string entity, Dictionary<string, string> details, string what, CancellationToken ct)
    {
        foreach (var shop in audit.ShopIds)
            db.Log(new AuditLogEvent(ChainId.OfShop(shop), Downloaded, entity, audit.Id.ToString("D")) { Details = details });
        return db.SaveLogFirstAsync($"A {what} is handed out only with an entry in the log, so none is handed out now.", ct);
    }
}
