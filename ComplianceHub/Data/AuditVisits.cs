using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Domain.Audits;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>
/// Logs what somebody opens who is invited to an audit: the audit and its requirements, each once in a visit. Their files
/// are logged by <see cref="AuditEvidence"/>, their reports by whoever hands them out.
/// </summary>
public sealed class AuditVisits(HubDb hub, TimeProvider time)
{
    /// <summary>What the log calls it.</summary>
    public const string Opened = "opened";

    /// <summary>What is opened again within this time belongs to the same visit, and is logged once.</summary>
    public static readonly TimeSpan Visit = TimeSpan.FromHours(1);

    /// <summary>Notes that the actor opens an audit and one of its requirements.</summary>
    /// <param name="audit">The audit, which the caller has read for the actor.</param>
    /// <param name="item">The requirement; null when none is shown.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="StorageUnavailableException">The log takes no entry, so nothing may be shown.</exception>
    public async Task NoteAsync(Audit audit, AuditItem? item, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(audit);
        await using var db = await hub.OpenAsync(ct);
        List<AuditLogEvent> opened = [.. audit.ShopIds.Select(shop => new AuditLogEvent(ChainId.OfShop(shop), Opened, nameof(Audit), audit.Id.ToString("D")))];
        if (item is not null)
            opened.Add(new(ChainId.OfShop(item.ShopId), Opened, nameof(AuditItem), item.Id.ToString("D"))
            {
                Details = new Dictionary<string, string> { [AuditEvidence.AuditDetail] = audit.Id.ToString("D"), ["requirement"] = item.RequirementId },
            });
        var known = await KnownAsync(db, [.. opened.Select(one => one.EntityId)], ct);
        var news = opened.Where(one => !known.Contains((one.Chain, one.EntityId))).ToList();
        if (news.Count == 0)
            return;
        news.ForEach(db.Log);
        await db.SaveLogFirstAsync("What an invited auditor opens is shown only with an entry in the log, so nothing is shown now.", ct);
    }

    // The log is not the actor's to see; whether their own entries are there is all that is asked.
    private async Task<HashSet<(ChainId, string)>> KnownAsync(HubDbContext db, List<string> ids, CancellationToken ct)
    {
        var (actor, since) = (db.Access.Actor!.Reference, time.GetUtcNow() - Visit);
        var known = await db.AuditLogEntries.IgnoreQueryFilters().AsNoTracking()
            .Where(entry => ids.Contains(entry.EntityId) && entry.At > since && entry.Action == Opened && entry.Actor == actor)
            .Select(entry => new { entry.Chain, entry.EntityId }).ToListAsync(ct);
        return [.. known.Select(entry => (entry.Chain, entry.EntityId))];
    }
}
