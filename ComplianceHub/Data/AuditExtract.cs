using System.Runtime.CompilerServices;
using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Domain.Audits;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>
/// What the log says of one signed audit, for somebody who may see the audit and not the rest of the log: what was done to
/// the audit and its parts is told, every other entry in between is there by its hash alone. It ends with the first
/// checkpoint after the signature, so that it reads the same whenever it is asked for.
/// </summary>
public sealed class AuditExtract(HubDb hub, LogProofs proofs)
{
    private const int Piece = 500;

    // What saves did. Who was invited, and who opened what, is logged about the audit too and is not the reader's to know.
    private static readonly HashSet<string> Saved = ["added", "changed", "removed"];
    private static readonly HashSet<string> Told = [nameof(Audit), nameof(AuditItem), nameof(AuditComment), nameof(RemediationTask), nameof(FrozenShop), nameof(SignOff)];

    /// <summary>Proves where the chains of its shops stood in the first checkpoint after the signature; writes that
    /// checkpoint when there is none yet.</summary>
    /// <exception cref="DomainException">The log does not know the signature, or no checkpoint can be written.</exception>
    public async Task<LogProof> ProveAsync(SignOff signOff, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(signOff);
        var id = signOff.Id.ToString("D");
        await using var db = await OpenAsync(ct);
        var signed = await Entries(db).Where(entry => entry.EntityId == id && entry.Entity == nameof(SignOff)).ToDictionaryAsync(entry => entry.Chain, entry => entry.Sequence, ct);
        return signOff.ShopIds.Select(ChainId.OfShop).All(signed.ContainsKey)
            ? await proofs.ProveFirstAsync(signed, ct)
            : throw new DomainException("The log does not hold the signature of this audit. Verify the log.");
    }

    /// <summary>Where a chain stood before its first entry about the audit.</summary>
    /// <exception cref="DomainException">The chain has no entry about it.</exception>
    public async Task<ChainHead> BeforeAsync(ChainId chain, Guid auditId, CancellationToken ct = default)
    {
        var id = auditId.ToString("D");
        await using var db = await OpenAsync(ct);
        var first = await Entries(db).Where(entry => entry.Chain == chain && entry.EntityId == id && entry.Entity == nameof(Audit)).OrderBy(entry => entry.Sequence).FirstOrDefaultAsync(ct)
            ?? throw new DomainException("The log does not hold the beginning of this audit. Verify the log.");
        return new(chain, first.Sequence - 1, first.PreviousHash);
    }

    /// <summary>The entries after one place of a chain up to another, read piece by piece.</summary>
    /// <param name="auditId">The audit that is told of.</param>
    /// <param name="before">Where the chain stood before the first of them.</param>
    /// <param name="head">The last of them.</param>
    /// <param name="ct">Ends the reading.</param>
    public async IAsyncEnumerable<ExtractLine> LinesAsync(Guid auditId, ChainHead before, ChainHead head, [EnumeratorCancellation] CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(head);
        await using var db = await OpenAsync(ct);
        var records = await RecordsAsync(db, auditId, ct);
        for (var last = before.Sequence; last < head.Sequence;)
        {
            var from = last;
            var piece = await Entries(db).Where(entry => entry.Chain == before.Chain && entry.Sequence > from && entry.Sequence <= head.Sequence)
                .OrderBy(entry => entry.Sequence).Take(Piece).ToListAsync(ct);
            if (piece.Count == 0)
                throw new DomainException($"The log holds no entry {from + 1} in this chain. Verify the log.");
            var told = piece.Where(entry => Told.Contains(entry.Entity) && Saved.Contains(entry.Action) && records.Contains(entry.EntityId)).Select(entry => entry.Id).ToHashSet();
            var payloads = await db.AuditLogPayloads.IgnoreQueryFilters().AsNoTracking().Where(payload => told.Contains(payload.EntryId)).ToDictionaryAsync(payload => payload.EntryId, ct);
            foreach (var entry in piece)
                yield return new(entry, told.Contains(entry.Id), payloads.GetValueOrDefault(entry.Id));
            last = piece[^1].Sequence;
        }
    }

    private static async Task<HashSet<string>> RecordsAsync(HubDbContext db, Guid audit, CancellationToken ct)
    {
        List<Guid> ids =
        [
            audit,
            .. await db.AuditItems.IgnoreQueryFilters().Where(row => row.AuditId == audit).Select(row => row.Id).ToListAsync(ct),
            .. await db.AuditComments.IgnoreQueryFilters().Where(row => row.AuditId == audit).Select(row => row.Id).ToListAsync(ct),
            .. await db.RemediationTasks.IgnoreQueryFilters().Where(row => row.AuditId == audit).Select(row => row.Id).ToListAsync(ct),
            .. await db.FrozenShops.IgnoreQueryFilters().Where(row => row.AuditId == audit).Select(row => row.Id).ToListAsync(ct),
            .. await db.SignOffs.IgnoreQueryFilters().Where(row => row.AuditId == audit).Select(row => row.Id).ToListAsync(ct),
        ];
        return [.. ids.Select(id => id.ToString("D"))];
    }

    // Whoever asks may see the audit, which was decided before, and need not see the log.
    private Task<HubDbContext> OpenAsync(CancellationToken ct) => hub.OpenAsync(Actor.System("dossier"), ct);

    private static IQueryable<AuditLogEntry> Entries(HubDbContext db) => db.AuditLogEntries.IgnoreQueryFilters().AsNoTracking();
}
