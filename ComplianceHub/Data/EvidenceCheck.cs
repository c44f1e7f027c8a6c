using System.Security.Cryptography;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Domain.Registers;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>Compares the stored bytes of evidence files with the hash in their record and in the log entry that added it.</summary>
internal static class EvidenceCheck
{
    /// <summary>What does not fit: in every file, or in those of one shop.</summary>
    public static async Task<IReadOnlyList<LogFinding>> CompareAsync(HubDbContext db, Guid? shop, CancellationToken ct)
    {
        List<LogFinding> faults = [];
        var files = await db.EvidenceFiles.IgnoreQueryFilters().AsNoTracking().Where(file => shop == null || file.ShopId == shop)
            .OrderBy(file => file.Id).ToListAsync(ct);
        foreach (var file in files)
        {
            if (await HashOfStoredAsync(db, file.Sha256, ct) != file.Sha256)
                faults.Add(new(LogFault.Details, $"the stored bytes of file {file.Id} are not those that its record names"));
            else if (await LoggedHashAsync(db, file.Id, ct) is { } logged && logged != file.Sha256)
                faults.Add(new(LogFault.Details, $"file {file.Id} is not the one whose upload was logged"));
        }
        return faults;
    }

    /// <summary>SHA-256 of the bytes that are stored under a hash, in lower-case hex; of no bytes when there are none.</summary>
    internal static async Task<string> HashOfStoredAsync(HubDbContext db, string sha256, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await foreach (var piece in PiecesOf(db, sha256).AsAsyncEnumerable().WithCancellation(ct))
            hash.AppendData(piece);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The bytes that are stored under a hash, in their order.</summary>
    internal static IQueryable<byte[]> PiecesOf(HubDbContext db, string sha256) =>
        db.EvidenceChunks.IgnoreQueryFilters().AsNoTracking().Where(chunk => chunk.Sha256 == sha256).OrderBy(chunk => chunk.Number).Select(chunk => chunk.Bytes);

    // Null where the details were erased.
    private static async Task<string?> LoggedHashAsync(HubDbContext db, Guid file, CancellationToken ct)
    {
        var id = file.ToString("D");
        var payload = await (
            from entry in db.AuditLogEntries.IgnoreQueryFilters().AsNoTracking()
            join details in db.AuditLogPayloads.IgnoreQueryFilters().AsNoTracking() on entry.Id equals details.EntryId
            where entry.EntityId == id && entry.Action == "added" && entry.Entity == nameof(EvidenceFile)
            select details).FirstOrDefaultAsync(ct);
        return (string?)payload?.Changes.FirstOrDefault(change => change.Field == nameof(EvidenceFile.Sha256))?.New;
    }
}
