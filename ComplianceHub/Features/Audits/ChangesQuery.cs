using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.Audits;

/// <summary>A record that differs from what was frozen, with whoever changed it last.</summary>
/// <param name="Difference">What differs.</param>
/// <param name="Last">The latest entry of the log since the freeze; null when there is none that the reader may see.</param>
public sealed record ChangedRecord(RecordDifference Difference, AuditLogLine? Last);

/// <summary>What changed in a shop since it was frozen.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="Records">The records that differ, those that are covered first.</param>
/// <param name="Verdicts">The verdicts that differ, by the same rules on the same day.</param>
/// <param name="IsStale">Whether what was signed no longer describes the shop.</param>
public sealed record ShopChanges(NamedShop Shop, IReadOnlyList<ChangedRecord> Records, IReadOnlyList<VerdictDifference> Verdicts, bool IsStale);

/// <summary>An audit with what changed in its shops since they were frozen.</summary>
/// <param name="View">The audit.</param>
/// <param name="Shops">Its shops; null when what was frozen is missing or altered.</param>
/// <param name="Names">The names of the records and people that values point at.</param>
public sealed record AuditChangesView(AuditView View, IReadOnlyList<ShopChanges>? Shops, IReadOnlyDictionary<Guid, string> Names);

/// <summary>Compares what an audit froze with the registers as they are now, field by field.</summary>
public sealed class ChangesQuery(HubDb hub, AuditQuery audits, AuditStandings standings, AuditLogReader log)
{
    /// <summary>The changes since the freeze; null when there is no such audit for the reader, or nothing of it is frozen.</summary>
    public async Task<AuditChangesView?> FindAsync(Guid auditId, CancellationToken ct = default)
    {
        if (await audits.FindAsync(auditId, ct) is not { Audit.State: not Domain.Audits.AuditState.Draft } view)
            return null;
        if (view.IsAltered || await audits.TodayAsync(auditId, ct) is not { } today)
            return new(view, null, new Dictionary<Guid, string>());
        var shops = new List<ShopChanges>();
        var names = new Dictionary<Guid, string>();
        foreach (var shop in view.Shops.Where(shop => today.ContainsKey(shop.Shop.Id)))
        {
            var standing = today[shop.Shop.Id].Standing;
            // Now after then: where a record still has a name, it is today's.
            foreach (var record in (await standings.SnapshotAsync(standing.Frozen, ct)).Records.Concat(standing.Now.Records))
                names[record.Id] = record.Ref().Name;
            shops.Add(new(shop.Shop, await RecordsAsync(standing, ct), standing.Difference.Verdicts, standing.Difference.IsStale));
        }
        return new(view, shops, names);
    }

    private async Task<IReadOnlyList<ChangedRecord>> RecordsAsync(FrozenStanding standing, CancellationToken ct)
    {
        var changed = new List<ChangedRecord>();
        foreach (var difference in standing.Difference.Records.OrderBy(record => record.Fate == RecordFate.Added))
        {
            // A deviation of the shop changes the record too, and is an entry of its own about it.
            var last = await log.LastOfRecordAsync(await DeviationAsync(standing.Frozen.ShopId, difference.Record.Id, standing.Frozen.FrozenAt, ct) ?? difference.Record.Id, ct);
            changed.Add(new(difference, last?.At >= standing.Frozen.FrozenAt ? last : null));
        }
        return changed;
    }

    private async Task<Guid?> DeviationAsync(Guid shopId, Guid recordId, DateTimeOffset since, CancellationToken ct)
    {
        if ((await log.LastOfRecordAsync(recordId, ct))?.At >= since)
            return null;
        await using var db = await hub.OpenAsync(ct);
        return await db.Deviations.Where(deviation => deviation.ShopId == shopId && deviation.RecordId == recordId).OrderByDescending(deviation => deviation.Id)
            .Select(deviation => (Guid?)deviation.Id).FirstOrDefaultAsync(ct);
    }
}
