using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Reports;
using ComplianceHub.Reports.Audits;
using ComplianceHub.Reports.Signing;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.Audits.Dossiers;

/// <summary>
/// Hands out the dossiers of signed audits to whoever may see the audit, each with an entry in the log of every shop. What
/// cannot be logged is not handed out.
/// </summary>
public sealed class DossierWorkflow(HubDb hub, AuditStandings standings, AuditExtract extract, Checkpoints checkpoints, DossierFiles files)
{
    /// <summary>What the log calls it.</summary>
    public const string Entity = "AuditDossier";

    /// <summary>The dossier of a signed audit, ready to be written; null when there is none, or none that the actor may see.</summary>
    /// <exception cref="DomainException">What was signed is damaged, or the log does not hold the audit.</exception>
    /// <exception cref="StorageUnavailableException">The log takes no entry: the disk is full or read-only.</exception>
    public async Task<Dossier?> OpenAsync(Guid auditId, CancellationToken ct = default)
    {
        await using var db = await hub.OpenAsync(ct);
        var audit = await db.Audits.AsNoTracking().SingleOrDefaultAsync(row => row.Id == auditId, ct);
        var signOff = await db.SignOffs.AsNoTracking().SingleOrDefaultAsync(row => row.AuditId == auditId, ct);
        if (audit is null || signOff is not { ReportSha256.Length: > 0 })
            return null;
        var facts = await FactsAsync(db, audit, signOff, ct);
        await AuditReportWorkflow.LogAsync(db, audit, Entity, new() { ["sha256"] = signOff.ReportSha256 }, "dossier", ct);
        var name = $"{Path.GetFileNameWithoutExtension(AuditReport.FileName(audit))}-dossier.zip";
        return new(name, files.Of(facts), facts.Missing, signOff.SignedAt.ToUniversalTime());
    }

    private async Task<DossierFacts> FactsAsync(HubDbContext db, Audit audit, SignOff signOff, CancellationToken ct)
    {
        try
        {
            var report = PdfVerifier.Verify(await FrozenBytes.ReadAsync(db, signOff.ReportSha256, ct));
            await FrozenBytes.ReadAsync(db, signOff.ContentSha256, ct);
            var shops = await ShopsAsync(db, audit, ct);
            var evidence = await EvidenceAsync(db, shops, ct);
            return new(audit, signOff, report, shops, evidence, await extract.ProveAsync(signOff, ct), await KeysAsync(ct));
        }
        catch (FormatException damaged)
        {
            throw new DomainException(damaged.Message, damaged);
        }
    }

    private async Task<IReadOnlyList<DossierShop>> ShopsAsync(HubDbContext db, Audit audit, CancellationToken ct)
    {
        var shops = new List<DossierShop>();
        foreach (var frozen in await FrozenRows.OfAsync(db, audit.Id, ct))
        {
            var shop = new AuditedShop(frozen, await standings.SnapshotAsync(frozen, ct), await standings.VerdictsAsync(frozen, ct));
            shops.Add(new(shop, await extract.BeforeAsync(ChainId.OfShop(frozen.ShopId), audit.Id, ct)));
        }
        return [.. shops.OrderBy(one => one.Shop.Snapshot.Shop.Name, StringComparer.OrdinalIgnoreCase).ThenBy(one => one.Shop.Frozen.ShopId)];
    }

    // The numbers are those of the report's appendix.
    private static async Task<IReadOnlyList<EvidenceCopy>> EvidenceAsync(HubDbContext db, IReadOnlyList<DossierShop> shops, CancellationToken ct)
    {
        var copies = new List<EvidenceCopy>();
        foreach (var (index, file) in new EvidenceList(shops.Select(shop => shop.Shop.Snapshot)).Files.Index())
            copies.Add(new(index + 1, file, await AuditEvidence.FaultAsync(db, file, ct)));
        return copies;
    }

    // Without its keys the dossier is still worth having; its README says what cannot be checked then.
    private async Task<LogKeys?> KeysAsync(CancellationToken ct)
    {
        try
        {
            return await checkpoints.KeysAsync(ct);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
