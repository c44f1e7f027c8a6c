using System.Text.Json.Nodes;
using ComplianceHub.Components;
using ComplianceHub.Data;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Registers;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.Audits.Invitations;

/// <summary>Something that an invited auditor opened or took away.</summary>
/// <param name="At">When, in UTC.</param>
/// <param name="Who">Their name today.</param>
/// <param name="What">What it was, in words: "Opened GDPR-28-3".</param>
public sealed record AuditVisit(DateTimeOffset At, string Who, string What);

/// <summary>What the invited auditors of an audit opened, and where the log has it.</summary>
/// <param name="Visits">The latest first; at most <see cref="AuditVisitsQuery.Most"/>.</param>
/// <param name="InLog">Each person's entries in the log of each shop: what the link says, and its address.</param>
public sealed record AuditVisitsView(IReadOnlyList<AuditVisit> Visits, IReadOnlyList<(string Text, string Href)> InLog);

/// <summary>Reads from the log what invited auditors opened and downloaded, for whoever may prepare the audit.</summary>
public sealed class AuditVisitsQuery(HubDb hub, AuditLogReader log)
{
    /// <summary>Most visits that are told; the log has them all.</summary>
    public const int Most = 500;

    private static readonly string[] Reading = [AuditVisits.Opened, AuditReportWorkflow.Downloaded];

    /// <summary>What was opened; null when there is no such audit that the actor may prepare.</summary>
    public async Task<AuditVisitsView?> FindAsync(Guid auditId, CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(ct);
        if (await db.Audits.AsNoTracking().SingleOrDefaultAsync(row => row.Id == auditId, ct) is not { } audit || !db.Access.MayPrepare(audit))
            return null;
        var people = await InvitedAsync(db, auditId, ct);
        var items = (await db.AuditItems.Where(row => row.AuditId == auditId).Select(row => row.Id).ToListAsync(ct)).Select(id => id.ToString("D")).ToHashSet();
        var own = await OwnAsync(people, audit, items, ct);
        var shops = await db.Shops.AsNoTracking().Where(shop => audit.ShopIds.Contains(shop.Id)).OrderBy(shop => EF.Property<string>(shop, SortKey.Column)).Select(shop => new { shop.Slug, shop.Name }).ToListAsync(ct);
        return new(
            [.. own.Select(line => new AuditVisit(line.At, line.Who, What(line)))],
            [.. own.Select(line => (line.Actor, line.Who)).Distinct().SelectMany(person => shops.Select(shop => ($"{person.Who} in the log of {shop.Name}", HubUrls.Log(HubUrls.Log(shop.Slug), [("who", person.Actor)]))))]);
    }

    // Piece by piece: a person may have been busy in another audit of the same shops since.
    private async Task<List<AuditLogLine>> OwnAsync(IReadOnlyCollection<Guid> people, Audit audit, HashSet<string> items, CancellationToken ct)
    {
        List<ChainId> chains = [.. audit.ShopIds.Select(ChainId.OfShop)];
        List<AuditLogLine> own = [];
        for (var read = 0; people.Count > 0 && own.Count < Most; read += Most)
        {
            var lines = await log.ByPeopleAsync(people, chains, Reading, read, Most, ct);
            // An audit of several shops is in the log of each of them.
            own = [.. own.Concat(lines.Where(line => IsOf(line, audit.Id, items))).DistinctBy(line => (line.At, line.Actor, line.Action, line.Entity, line.EntityId))];
            if (lines.Count < Most)
                break;
        }
        return [.. own.Take(Most)];
    }

    // Also those whose access has ended: the log says whom it was given to, and who came.
    private async Task<IReadOnlyCollection<Guid>> InvitedAsync(HubDbContext db, Guid auditId, CancellationToken ct)
    {
        var steps = await log.OfRecordAsync(auditId, Most, ct);
        var named = steps.Where(line => line.Entity == nameof(Audit)).Select(line => line.Action == AuditVisits.Opened ? line.Actor : Detail(line, AuditAccessWorkflow.AuditorDetail));
        var granted = await db.Grants.IgnoreQueryFilters().Where(grant => grant.AuditId == auditId).Select(grant => grant.UserId).ToListAsync(ct);
        return named.Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Concat(granted).ToHashSet();
    }

    private static bool IsOf(AuditLogLine line, Guid auditId, HashSet<string> items) =>
        line.EntityId == auditId.ToString("D") || items.Contains(line.EntityId)
        || (line.Entity == nameof(EvidenceFile) && Detail(line, AuditEvidence.AuditDetail) == auditId.ToString("D"));

    private static string What(AuditLogLine line) => (line.Action, line.Entity) switch
    {
        (AuditVisits.Opened, nameof(Audit)) => "Opened the audit",
        (AuditVisits.Opened, nameof(AuditItem)) => $"Opened {Name(line, "a requirement")}",
        (AuditVisits.Opened, _) => $"Looked at {Name(line, "a file")}",
        (_, AuditReportWorkflow.DraftEntity) => "Downloaded the draft report",
        (_, AuditReportWorkflow.Entity) => "Downloaded the signed report",
        (_, nameof(EvidenceFile)) => $"Downloaded {Name(line, "a file")}",
        _ => "Downloaded the dossier",
    };

    private static string Name(AuditLogLine line, string otherwise) =>
        line.Record?.Name ?? (Guid.TryParse(line.EntityId, out var id) ? line.Names.GetValueOrDefault(id) : null) ?? otherwise;

    private static string? Detail(AuditLogLine line, string field) =>
        line.Changes.FirstOrDefault(change => change.Field == field)?.New is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
