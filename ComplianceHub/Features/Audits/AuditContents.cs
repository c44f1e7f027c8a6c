using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Data;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Reports.Audits;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.Audits;

/// <summary>Reads what the report of an audit prints: what was frozen and decided, and no register.</summary>
public sealed class AuditContents(AuditStandings standings)
{
    /// <summary>The content of an audit that the actor may see, and that has been frozen.</summary>
    /// <exception cref="FormatException">What was frozen is not what its hash says.</exception>
    public async Task<AuditContent> OfAsync(HubDbContext db, Audit audit, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(audit);
        var shops = new List<AuditedShop>();
        foreach (var frozen in await FrozenRows.OfAsync(db, audit.Id, ct))
            shops.Add(new(frozen, await standings.SnapshotAsync(frozen, ct), await standings.VerdictsAsync(frozen, ct)));
        return await AgainAsync(db, new()
        {
            Audit = audit,
            Shops = [.. shops.OrderBy(shop => shop.Snapshot.Shop.Name, StringComparer.OrdinalIgnoreCase).ThenBy(shop => shop.Frozen.ShopId)],
            Items = [],
            Comments = [],
            Tasks = [],
            People = new Dictionary<Guid, string>(),
            Earlier = await EarlierAsync(db, audit, ct),
        }, ct);
    }

    /// <summary>The content with its decisions, comments, tasks and names read again. What was frozen never changes.</summary>
    public static async Task<AuditContent> AgainAsync(HubDbContext db, AuditContent content, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(content);
        var audit = content.Audit;
        var (items, comments) = await StoredDecisions.OfAsync(db, audit.Id, ct);
        var tasks = await db.RemediationTasks.AsNoTracking().Where(row => row.AuditId == audit.Id).OrderBy(row => row.Number).ToListAsync(ct);
        List<Guid> files = [.. tasks.SelectMany(task => task.EvidenceIds.Concat(task.EarlierEvidenceIds)).Distinct()];
        IEnumerable<Guid?> people =
        [
            audit.PreparedBy, audit.AuditorId, audit.SignerId, .. items.Select(item => item.DecidedBy), .. comments.Select(comment => comment.WrittenBy),
            .. tasks.SelectMany(task => new[] { task.OwnerId, task.CheckerId, task.DoneBy, task.CheckedBy }),
        ];
        var evidence = await db.EvidenceFiles.AsNoTracking().Where(file => files.Contains(file.Id)).ToDictionaryAsync(file => file.Id, file => file.Sha256, ct);
        return content with { Items = items, Comments = comments, Tasks = tasks, TaskEvidence = evidence, People = await PersonNames.OfAsync(db, people, ct) };
    }

    /// <summary>Which signed audit an audit is compared with: of those that share a shop with it, the last that was frozen
    /// before it, and signed before it; null where there is none.</summary>
    internal static async Task<Guid?> EarlierIdAsync(HubDbContext db, Audit audit, CancellationToken ct)
    {
        var signedAt = await db.SignOffs.Where(row => row.AuditId == audit.Id).Select(row => (DateTimeOffset?)row.SignedAt).SingleOrDefaultAsync(ct);
        var signed = await (
            from signOff in db.SignOffs.AsNoTracking()
            join other in db.Audits.AsNoTracking() on signOff.AuditId equals other.Id
            where other.Id != audit.Id && other.FrozenAt <= audit.FrozenAt && (signedAt == null || signOff.SignedAt < signedAt)
            orderby other.FrozenAt descending, signOff.SignedAt descending
            select new { other.Id, other.ShopIds }).ToListAsync(ct);
        return signed.FirstOrDefault(other => other.ShopIds.Exists(audit.ShopIds.Contains))?.Id;
    }

    private async Task<EarlierAudit?> EarlierAsync(HubDbContext db, Audit audit, CancellationToken ct)
    {
        if (await EarlierIdAsync(db, audit, ct) is not { } id)
            return null;
        var last = await db.Audits.AsNoTracking().SingleAsync(row => row.Id == id, ct);
        var signedAt = await db.SignOffs.Where(row => row.AuditId == id).Select(row => row.SignedAt).SingleAsync(ct);
        // Who reads this report may not know of the other shops that the one before covered, and its title may name them.
        var title = last.ShopIds.TrueForAll(audit.ShopIds.Contains) ? last.Title : null;
        var earlier = new EarlierAudit(title, DateOnly.FromDateTime(signedAt.UtcDateTime), new Dictionary<Guid, IReadOnlyList<FrozenReadiness>>()) { Id = id };
        try
        {
            return earlier with { Verdicts = await VerdictsAsync(db, id, audit.ShopIds, ct) };
        }
        catch (FormatException)
        {
            // What is signed now says so, and does not wait for the audit of then to be restored.
            return earlier with { IsAltered = true };
        }
    }

    private async Task<Dictionary<Guid, IReadOnlyList<FrozenReadiness>>> VerdictsAsync(HubDbContext db, Guid auditId, IReadOnlyList<Guid> shops, CancellationToken ct)
    {
        var verdicts = new Dictionary<Guid, IReadOnlyList<FrozenReadiness>>();
        foreach (var frozen in (await FrozenRows.OfAsync(db, auditId, ct)).Where(row => shops.Contains(row.ShopId)))
            verdicts[frozen.ShopId] = await standings.VerdictsAsync(frozen, ct);
        return verdicts;
    }
}
