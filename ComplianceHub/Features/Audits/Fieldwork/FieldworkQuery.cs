using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Data;
using ComplianceHub.Domain.Audits;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.Audits.Fieldwork;

/// <summary>Reads an audit's fieldwork: frozen shops and verdicts, decisions and comments, as they were signed once it is
/// signed. It asks no register but whether a signature is stale.</summary>
public sealed class FieldworkQuery(HubDb hub, AuditStandings standings)
{
    /// <summary>The audit; null when there is none or it is not for the reader.</summary>
    /// <param name="auditId">The audit.</param>
    /// <param name="before">What was read last; what was frozen of it is taken over, because it never changes.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <exception cref="FormatException">What was frozen or signed is not what its hash says.</exception>
    public async Task<FieldworkAudit?> FindAsync(Guid auditId, FieldworkAudit? before, CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(ct);
        if (await db.Audits.AsNoTracking().SingleOrDefaultAsync(row => row.Id == auditId, ct) is not { } audit)
            return null;
        var frozen = await FrozenRows.OfAsync(db, auditId, ct);
        var shops = new List<FrozenAuditShop>();
        foreach (var shop in frozen)
            shops.Add(before?.Shops.FirstOrDefault(known => known.Frozen.Id == shop.Id) ?? await ShopAsync(shop, ct));
        shops.Sort((one, other) => string.Compare(one.Name, other.Name, StringComparison.OrdinalIgnoreCase));
        var signedAt = await db.SignOffs.Where(row => row.AuditId == auditId).Select(row => (DateTimeOffset?)row.SignedAt).SingleOrDefaultAsync(ct);
        return new(audit, shops, await ItemsAsync(db, auditId, shops, ct), signedAt, RightsOf(db.Access, audit)) { Standing = await standings.SignatureAsync(audit, ct) };
    }

    private async Task<FrozenAuditShop> ShopAsync(FrozenShop frozen, CancellationToken ct)
    {
        var snapshot = await standings.SnapshotAsync(frozen, ct);
        var verdicts = await standings.VerdictsAsync(frozen, ct);
        var statements = verdicts.SelectMany(readiness => readiness.Results)
            .Select(result => EvidenceUse.StatementOn(result.Requirement, snapshot)).OfType<Attestation>()
            .DistinctBy(statement => statement.RequirementId).ToDictionary(statement => statement.RequirementId);
        return new(frozen, snapshot.Shop.Name, snapshot.Shop.Slug, snapshot.LegalEntity.Name, verdicts, EvidenceUse.In(snapshot, verdicts), statements);
    }

    private static async Task<IReadOnlyList<FieldworkItem>> ItemsAsync(HubDbContext db, Guid auditId, List<FrozenAuditShop> shops, CancellationToken ct)
    {
        var (items, comments) = await StoredDecisions.OfAsync(db, auditId, ct);
        var decisions = items.ToDictionary(row => (row.ShopId, row.RequirementId));
        var tasks = await db.RemediationTasks.AsNoTracking().Where(row => row.AuditId == auditId && row.State != RemediationState.Withdrawn).ToDictionaryAsync(row => row.ItemId, ct);
        var names = await PersonNames.OfAsync(db, [.. decisions.Values.Select(row => row.DecidedBy), .. comments.Select(row => (Guid?)row.WrittenBy), .. tasks.Values.Select(row => row.OwnerId)], ct);
        var said = comments.ToLookup(row => row.ItemId, row => new FieldworkComment(Name(row.WrittenBy), row.WrittenAt, row.Text));
        return [.. shops.SelectMany(shop => shop.Verdicts.SelectMany(readiness => readiness.Results)
            .Where(result => decisions.ContainsKey((shop.Frozen.ShopId, result.Requirement)))
            .Select(result => Item(decisions[(shop.Frozen.ShopId, result.Requirement)], shop, result))
            .OrderBy(item => item.Urgency))];

        string Name(Guid person) => names.GetValueOrDefault(person, "A former user");

        FieldworkItem Item(AuditItem decision, FrozenAuditShop shop, FrozenResult result) =>
            new(decision, shop, result, decision.DecidedBy is { } by ? Name(by) : null, [.. said[decision.Id]])
            {
                Task = tasks.GetValueOrDefault(decision.Id) is { } task ? new(task, task.OwnerId is { } owner ? Name(owner) : null) : null,
            };
    }

    // The save asks the same again; here it decides which buttons there are.
    private static FieldworkRights RightsOf(Access access, Audit audit)
    {
        var isAuditor = access.UserId is { } me && me == audit.AuditorId;
        var isOpen = audit.State == AuditState.Fieldwork;
        var takesPart = isAuditor || access.Audits.Contains(audit.Id) || (access.UserId is { } person && person == audit.SignerId);
        var prepares = access.MayPrepare(audit) && access.UserId != audit.SignerId;
        return new(
            isOpen && isAuditor,
            isOpen && (isAuditor || prepares),
            audit.State is AuditState.Fieldwork or AuditState.AwaitingSignOff
                ? audit.ShopIds.Where(shop => takesPart || access.MayAttest(shop)).ToHashSet()
                : new HashSet<Guid>(),
            audit.ShopIds.TrueForAll(access.MayReadRegisters) ? null : new Invitation(access.EndOf(audit)));
    }
}
