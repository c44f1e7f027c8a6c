using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Registers;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>How a file of an audit is read.</summary>
public enum EvidenceReading
{
    /// <summary>Looked at beside its requirement: logged once for each person and file.</summary>
    Opened,

    /// <summary>Taken away: logged each time.</summary>
    Downloaded,
}

/// <summary>
/// Gives out the files that an audit froze, with the bytes of that day, to whoever sees the audit, and logs it. What the
/// registers did with the file since does not matter, and no other file can be asked for.
/// </summary>
public sealed class AuditEvidence(HubDb hub, AuditStandings standings)
{
    /// <summary>What the log calls the kind of thing, as it does when the file is taken from its register.</summary>
    public const string Entity = nameof(EvidenceFile);

    /// <summary>The detail of an entry that names the audit.</summary>
    public const string AuditDetail = "audit";

    /// <summary>A file of an audit with its bytes. Null when the audit did not freeze it, or is not there, or not for the
    /// actor: the answer does not tell which.</summary>
    /// <exception cref="Domain.DomainException">The stored bytes are not those that were frozen.</exception>
    /// <exception cref="StorageUnavailableException">The log takes no entry, so nothing is handed out.</exception>
    public async Task<EvidenceContent?> OpenAsync(Guid auditId, Guid fileId, EvidenceReading reading, CancellationToken ct = default)
    {
        if (await FindAsync(await FrozenAsync(auditId, ct), fileId, ct) is not var (shop, file))
            return null;
        await using var db = await hub.OpenAsync(ct);
        // Asked again in the operation that reads: access may have ended while the snapshots were read.
        if (!await db.FrozenShops.AnyAsync(row => row.Id == shop.Id, ct))
            return null;
        // The frozen snapshot, which the actor may see, names these bytes by their hash.
        var content = await EvidenceStore.ContentAsync(db.EvidenceChunks.IgnoreQueryFilters(), file, ct);
        var happened = Happened(reading, shop, file);
        if (reading == EvidenceReading.Downloaded || !await IsKnownAsync(db, happened, ct))
        {
            db.Log(happened);
            await db.SaveLogFirstAsync("A file is handed out only with an entry in the log, so none is handed out now.", ct);
        }
        return content;
    }

    /// <summary>What is wrong with the stored bytes of a file that was frozen, in words; null when they are as they were.</summary>
    internal static async Task<string?> FaultAsync(HubDbContext db, EvidenceFile file, CancellationToken ct) =>
        !await db.EvidenceChunks.IgnoreQueryFilters().AnyAsync(chunk => chunk.Sha256 == file.Sha256, ct) ? "its bytes are not in the database any more"
        : await EvidenceCheck.HashOfStoredAsync(db, file.Sha256, ct) != file.Sha256 ? "its stored bytes are damaged"
        : null;

    /// <summary>The stored bytes of a file, piece by piece, for whoever decided that the actor may see it.</summary>
    internal static IAsyncEnumerable<byte[]> PiecesOf(HubDbContext db, EvidenceFile file) =>
        EvidenceCheck.PiecesOf(db, file.Sha256).AsAsyncEnumerable();

    // In the chain of the shop that was frozen with the file: those who keep its registers read that chain.
    private static AuditLogEvent Happened(EvidenceReading reading, FrozenShop shop, EvidenceFile file) =>
        new(ChainId.OfShop(shop.ShopId), reading == EvidenceReading.Downloaded ? "downloaded" : "opened", Entity, file.Id.ToString("D"))
        {
            Details = new Dictionary<string, string> { [AuditDetail] = shop.AuditId.ToString("D"), ["sha256"] = file.Sha256 },
        };

    // The log is not the reader's to see; whether their own entry is there is all that is asked.
    private static async Task<bool> IsKnownAsync(HubDbContext db, AuditLogEvent happened, CancellationToken ct)
    {
        var actor = db.Access.Actor!.Reference;
        var entries = await db.AuditLogEntries.IgnoreQueryFilters().AsNoTracking()
            .Where(entry => entry.EntityId == happened.EntityId && entry.Chain == happened.Chain && entry.Action == happened.Action && entry.Actor == actor)
            .Select(entry => entry.Id).ToListAsync(ct);
        var payloads = await db.AuditLogPayloads.IgnoreQueryFilters().AsNoTracking().Where(payload => entries.Contains(payload.EntryId)).ToListAsync(ct);
        return payloads.Exists(payload => payload.Changes.Any(change => change.Field == AuditDetail && (string?)change.New == happened.Details[AuditDetail]));
    }

    private async Task<IReadOnlyList<FrozenShop>> FrozenAsync(Guid auditId, CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(ct);
        try
        {
            return await FrozenRows.OfAsync(db, auditId, ct);
        }
        catch (FormatException damaged)
        {
            throw new Domain.DomainException(damaged.Message, damaged);
        }
    }

    private async Task<(FrozenShop Shop, EvidenceFile File)?> FindAsync(IReadOnlyList<FrozenShop> shops, Guid fileId, CancellationToken ct)
    {
        foreach (var shop in shops)
        {
            if ((await standings.SnapshotAsync(shop, ct)).Evidence.FirstOrDefault(file => file.Id == fileId) is { } file)
                return (shop, file);
        }
        return null;
    }
}
