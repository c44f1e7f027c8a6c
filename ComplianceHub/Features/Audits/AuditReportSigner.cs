using ComplianceHub.Components;
using ComplianceHub.Data;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Reports.Audits;
using ComplianceHub.Reports.Layout;
using ComplianceHub.Reports.Signing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ComplianceHub.Features.Audits;

/// <summary>The signed report of an audit.</summary>
/// <param name="Pdf">The bytes to keep.</param>
/// <param name="Code">The short code that stands on it.</param>
/// <param name="TimeStampMissing">Why it carries no confirmed time although a time-stamp server is set; null otherwise.</param>
public sealed record SignedAuditReport(byte[] Pdf, string Code, string? TimeStampMissing);

/// <summary>Makes the report of an audit from its frozen bytes, attaches those bytes and the proof of the log, and signs
/// it with the certificate of the installation.</summary>
public sealed class AuditReportSigner(SigningCertificates certificates, IOptions<SigningOptions> options, LogProofs proofs, ReportFonts fonts, TimeProvider time)
{
    /// <summary>The name of the attached file that holds everything that was signed.</summary>
    public const string SignedContentFile = "signed-content.json";

    private const string Json = "application/json";
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromMinutes(1) };

    /// <summary>Makes and signs the report.</summary>
    /// <param name="db">Open for whoever signs.</param>
    /// <param name="content">What it prints, with the signature.</param>
    /// <param name="signed">The bytes of everything that is signed.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="Domain.DomainException">The certificate or the key of the log cannot be used.</exception>
    public async Task<SignedAuditReport> SignAsync(HubDbContext db, AuditContent content, byte[] signed, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(content);
        var signOff = content.SignOff ?? throw new ArgumentException("The report of a signed audit needs the signature.", nameof(content));
        var proof = await proofs.ProveAsync([.. content.Shops.Select(shop => ChainId.OfShop(shop.Frozen.ShopId))], ct);
        var files = await FilesAsync(db, content, signed, proof, ct);
        var installation = await db.Set<Installation>().Select(row => row.Id).SingleAsync(ct);
        var chain = certificates.ToSignWith(installation, content.Shops[0].Snapshot.LegalEntity.Name);
        var manifest = ReportManifest.Of(content.Audit.Id, content.Audit.Title, signOff.SignedAt, files);
        var sealedContent = content with
        {
            Log = new([.. proof.Heads.Select(head => head.Head)], proof.Checkpoint),
            Seal = new(manifest.Code, AddressOf(manifest.Code), SigningCertificates.FingerprintOf(chain[0])),
        };
        var pdf = AuditReport.Compose(sealedContent, PageSize.A4).ToPdf(fonts);
        var words = new SignatureWords(content.NameOf(signOff.SignedBy), $"Audit signed off: {content.Audit.Title}", time.GetUtcNow());
        var report = await PdfSigner.SignAsync(pdf, [.. files, manifest.ToFile()], chain, words, TimeStamps, ct);
        return new(report.Pdf, manifest.Code, report.TimeStampMissing);
    }

    private static async Task<IReadOnlyList<AttachedFile>> FilesAsync(HubDbContext db, AuditContent content, byte[] signed, LogProof proof, CancellationToken ct)
    {
        List<AttachedFile> files = [];
        foreach (var shop in content.Shops)
        {
            var (slug, name) = (shop.Snapshot.Shop.Slug, shop.Snapshot.Shop.Name);
            files.Add(new($"snapshot-{slug}.json", Json, $"The registers of {name} as they were frozen", await FrozenBytes.ReadAsync(db, shop.Frozen.SnapshotSha256, ct)));
            files.Add(new($"verdicts-{slug}.json", Json, $"What the requirements of {name} came to", await FrozenBytes.ReadAsync(db, shop.Frozen.VerdictsSha256, ct)));
        }
        files.Add(new(SignedContentFile, Json, "What was signed: decisions, comments, tasks, statement and proof", signed));
        files.AddRange(LogProofFiles.Of(proof));
        return files;
    }

    private Uri? AddressOf(string code) => options.Value.PublicAddress is { Length: > 0 } address ? new Uri(new Uri(address), HubUrls.Verify(code)) : null;

    private TimeStampServer? TimeStamps => options.Value.TimeStampServer is { Length: > 0 } address
        ? new TimeStampServer(Http, new Uri(address), TimeSpan.FromSeconds(options.Value.TimeStampSeconds))
        : null;
}
