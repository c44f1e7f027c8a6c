using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>Compares what audits froze and signed with the hashes under which it is kept.</summary>
internal static class FrozenCheck
{
    /// <summary>What does not fit: in every audit, or in those of one shop.</summary>
    public static async Task<IReadOnlyList<LogFinding>> CompareAsync(HubDbContext db, Guid? shop, CancellationToken ct)
    {
        var audits = await db.Audits.IgnoreQueryFilters().Where(audit => shop == null || audit.ShopIds.Contains(shop.Value)).OrderBy(audit => audit.Id).Select(audit => audit.Id).ToListAsync(ct);
        List<LogFinding> faults = [];
        foreach (var audit in audits)
        {
            if (await WhyNotAsync(db, audit, ct) is { } reason)
                faults.Add(new(LogFault.Details, $"audit {audit}: {reason}"));
        }
        return faults;
    }

    private static async Task<string?> WhyNotAsync(HubDbContext db, Guid audit, CancellationToken ct)
    {
        var frozen = await db.FrozenShops.IgnoreQueryFilters().AsNoTracking().Where(row => row.AuditId == audit).ToListAsync(ct);
        var signOff = await db.SignOffs.IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(row => row.AuditId == audit, ct);
        IEnumerable<string> hashes = frozen.SelectMany(row => new[] { row.SnapshotSha256, row.VerdictsSha256 });
        foreach (var hash in signOff is null ? hashes : hashes.Append(signOff.ContentSha256).Append(signOff.ReportSha256))
        {
            if (await BytesAsync(db, hash, ct) is null)
                return "what it froze or signed is missing, or is not what its hash says";
        }
        return signOff is not null && !Domain.Audits.SignedContent.Names(await BytesAsync(db, signOff.ContentSha256, ct), frozen)
            ? "what it froze is not what was signed"
            : null;
    }

    private static Task<byte[]?> BytesAsync(HubDbContext db, string hash, CancellationToken ct) => FrozenBytes.FindAsync(db.FrozenContents.IgnoreQueryFilters(), hash, ct);
}
