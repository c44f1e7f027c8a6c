using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Reports.Signing;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.Audits;

/// <summary>
/// Checks a report that somebody holds, or its short code: whether it is authentic, and whether what was signed is still
/// so. Nobody needs to be signed in, so it reads as the program and answers with what the report itself says.
/// </summary>
public sealed class ReportCheck(IServiceScopeFactory scopes)
{
    /// <summary>Checks a file. Nothing of it is kept.</summary>
    /// <param name="pdf">All of its bytes.</param>
    /// <param name="asOf">The day to judge for; null for now.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<CheckedReport> OfFileAsync(byte[] pdf, DateOnly? asOf = null, CancellationToken ct = default)
    {
        await using var scope = Scope();
        var installation = await InstallationAsync(scope, ct);
        var known = scope.ServiceProvider.GetRequiredService<SigningCertificates>().Known(installation)
            .Select(one => new KnownCertificate(one.Fingerprint, one.IsOrganisations ? CertificateOrigin.Organisation : CertificateOrigin.Installation, one.IsCurrent));
        var file = PdfVerifier.Verify(pdf, [.. known]);
        if (file is not { Authenticity: Authenticity.Authentic, Report: { } report })
            return new(file, null, null) { Altered = file.Claimed is { } claimed ? await AlteredAsync(scope, claimed, pdf, ct) : null };
        var standing = await StandingAsync(scope, signOff => signOff.AuditId == report.Audit && signOff.ReportCode == report.Code, asOf, ct);
        if (standing is not null && standing.SignOff.ReportSha256 != Sha256Text.Of(pdf))
            return new(NotAsStored(file), null, null);
        return new(file, standing, await HoldsAsync(scope, file, ct));
    }

    /// <summary>Finds the report with a short code; null when none was signed here.</summary>
    /// <exception cref="DomainException">It is no code.</exception>
    public async Task<ReportStanding?> OfCodeAsync(string? typed, CancellationToken ct = default)
    {
        if (!ShortCode.TryRead(typed, out var code))
            throw new DomainException("A code has twelve letters and digits, for example 7F3K-92QM-4TXD. It stands on the first page of the report.");
        await using var scope = Scope();
        return await StandingAsync(scope, signOff => signOff.ReportCode == code, asOf: null, ct);
    }

    // A time stamp lies in the signature and nothing is over it, so that anybody can put another there, with any time.
    private static PdfVerification NotAsStored(PdfVerification file) => file with
    {
        Authenticity = Authenticity.Altered,
        Sentence = "What was signed is unchanged, but the file is not the one that is stored here: a time stamp was added to its signature, exchanged or taken away.",
        TimeStamp = null,
        TimeStampAuthority = null,
    };

    private AsyncServiceScope Scope()
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Use(Actor.System("verify"));
        return scope;
    }

    private static async Task<Guid> InstallationAsync(AsyncServiceScope scope, CancellationToken ct)
    {
        await using var db = await scope.ServiceProvider.GetRequiredService<HubDb>().OpenAsync(ct);
        return await db.Set<Installation>().Select(row => row.Id).SingleAsync(ct);
    }

    private static async Task<AlteredBytes?> AlteredAsync(AsyncServiceScope scope, ReportManifest claimed, byte[] pdf, CancellationToken ct)
    {
        await using var db = await scope.ServiceProvider.GetRequiredService<HubDb>().OpenAsync(ct);
        var stored = await db.SignOffs.Where(signOff => signOff.AuditId == claimed.Audit && signOff.ReportCode == claimed.Code).Select(signOff => signOff.ReportSha256).FirstOrDefaultAsync(ct);
        try
        {
            return stored is { Length: > 0 } ? AlteredBytes.Between(await FrozenBytes.ReadAsync(db, stored, ct), pdf) : null;
        }
        catch (FormatException)
        {
            // The stored report is not what it was either, which verifying the log tells; there is nothing to compare with.
            return null;
        }
    }

    // Whoever rewrites the log cannot rewrite the reports that others hold.
    private static async Task<bool?> HoldsAsync(AsyncServiceScope scope, PdfVerification file, CancellationToken ct) =>
        file.Files.FirstOrDefault(attached => attached.Name == LogProof.FileName) is { } attached && LogProof.Read(attached.Content) is { } proof
            ? proof.Holds() && await scope.ServiceProvider.GetRequiredService<LogProofs>().StillHoldsAsync(proof, ct)
            : null;

    private static async Task<ReportStanding?> StandingAsync(
        AsyncServiceScope scope, System.Linq.Expressions.Expression<Func<SignOff, bool>> which, DateOnly? asOf, CancellationToken ct)
    {
        await using var db = await scope.ServiceProvider.GetRequiredService<HubDb>().OpenAsync(ct);
        if (await db.SignOffs.AsNoTracking().Where(which).FirstOrDefaultAsync(ct) is not { } signOff)
            return null;
        var audit = await db.Audits.AsNoTracking().SingleAsync(row => row.Id == signOff.AuditId, ct);
        var later = audit.SupersededBy is { } id ? await db.SignOffs.AsNoTracking().SingleOrDefaultAsync(row => row.AuditId == id, ct) : null;
        if (later is not null && DayOf(later.SignedAt) > asOf)
            later = null;
        var (since, isDamaged) = await StaleSinceAsync(scope, db, audit, ct);
        return new()
        {
            Audit = audit,
            SignOff = signOff,
            Shops = await db.Shops.AsNoTracking().Where(shop => audit.ShopIds.Contains(shop.Id)).OrderBy(shop => shop.Name).Select(shop => shop.Name).ToListAsync(ct),
            SupersededBy = later,
            StaleSince = since > asOf ? null : since,
            IsDamaged = isDamaged,
            IsNotSignedYet = DayOf(signOff.SignedAt) > asOf,
        };
    }

    // The day of the first entry in the log about a record that differs from what was frozen.
    private static async Task<(DateOnly? Since, bool IsDamaged)> StaleSinceAsync(AsyncServiceScope scope, HubDbContext db, Audit audit, CancellationToken ct)
    {
        DateOnly? since = null;
        IReadOnlyList<FrozenStanding> standings;
        try
        {
            standings = await scope.ServiceProvider.GetRequiredService<AuditStandings>().OfAsync(audit.Id, ct);
        }
        catch (FormatException)
        {
            return (null, true);
        }
        foreach (var standing in standings)
        {
            if (!standing.Difference.IsStale)
                continue;
            List<string> records = [.. standing.Difference.Records.Select(record => record.Record.Id.ToString("D"))];
            var first = await db.AuditLogEntries.AsNoTracking().Where(entry => records.Contains(entry.EntityId) && entry.At > standing.Frozen.FrozenAt).MinAsync(entry => (DateTimeOffset?)entry.At, ct);
            var day = DayOf(first ?? standing.Frozen.FrozenAt);
            since = since is { } earlier && earlier < day ? earlier : day;
        }
        return (since, false);
    }

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
