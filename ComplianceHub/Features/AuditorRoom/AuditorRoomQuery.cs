using ComplianceHub.Components;
using ComplianceHub.Data;
using ComplianceHub.Domain.Audits;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.AuditorRoom;

/// <summary>An audit to which the reader is invited, with what was frozen and decided.</summary>
public sealed record InvitedAudit
{
    /// <summary>The audit.</summary>
    public required Audit Audit { get; init; }

    /// <summary>The names of its shops on the day that was frozen; none while it is a draft.</summary>
    public required IReadOnlyList<string> Shops { get; init; }

    /// <summary>The day that was frozen, the first of them where the shops' calendars differ; null in draft.</summary>
    public required DateOnly? FrozenDay { get; init; }

    /// <summary>The last day on which it is open to the reader; null when there is none.</summary>
    public required DateOnly? EndsOn { get; init; }

    /// <summary>How many requirements it has.</summary>
    public required int Requirements { get; init; }

    /// <summary>How many of them are decided.</summary>
    public required int Decided { get; init; }

    /// <summary>In how many of them something was found.</summary>
    public required int Findings { get; init; }

    /// <summary>How many comments there are.</summary>
    public required int Comments { get; init; }

    /// <summary>What the signature is worth today; null while there is none.</summary>
    public required SignatureStanding? Standing { get; init; }

    /// <summary>Whether the next step is the reader's.</summary>
    public required bool WaitsForReader { get; init; }

    /// <summary>Whether a report can be downloaded: a draft or the signed one.</summary>
    public bool HasReport => Audit.State != AuditState.Draft;

    /// <summary>Where the report is downloaded.</summary>
    public string Report => Audit.State == AuditState.Signed ? HubUrls.AuditReport(Audit.Id) : HubUrls.DraftAuditReport(Audit.Id);
}

/// <summary>Reads the audits to which somebody is invited. It asks no register but whether a signature is stale, which everybody learns
/// at /verify who holds the report.</summary>
public sealed class AuditorRoomQuery(HubDb hub, AuditStandings standings)
{
    /// <summary>The audits, the latest first; null when the reader reads registers and is invited to none beside.</summary>
    public async Task<IReadOnlyList<InvitedAudit>?> ListAsync(CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(ct);
        var audits = await db.AuditsByInvitation.AsNoTracking().OrderByDescending(audit => audit.Id).ToListAsync(ct);
        if (audits.Count == 0 && db.Access.ReadsRegisters)
            return null;
        List<Guid> ids = [.. audits.Select(audit => audit.Id)];
        var frozen = (await db.FrozenShops.AsNoTracking().Where(row => ids.Contains(row.AuditId)).ToListAsync(ct)).ToLookup(row => row.AuditId);
        var isNext = Audit.WaitsFor(db.Access.UserId ?? Guid.Empty).Compile();
        var rows = new List<InvitedAudit>();
        foreach (var audit in audits)
        {
            var decisions = await DecisionsAsync(db, audit.Id, ct);
            rows.Add(new()
            {
                Audit = audit,
                Shops = await NamesAsync(frozen[audit.Id], ct),
                FrozenDay = frozen[audit.Id].Min(row => (DateOnly?)row.AsOf),
                EndsOn = db.Access.EndOf(audit),
                Requirements = decisions.Items.Count,
                Decided = decisions.Items.Count(item => item.IsDecided),
                Findings = decisions.Items.Count(item => item.NeedsTask),
                Comments = decisions.Comments.Count,
                Standing = await standings.SignatureAsync(audit, ct),
                WaitsForReader = isNext(audit),
            });
        }
        return rows;
    }

    // Of what is damaged nothing is counted, and its standing says that it is damaged.
    private static async Task<AuditDecisions> DecisionsAsync(HubDbContext db, Guid auditId, CancellationToken ct)
    {
        try
        {
            return await StoredDecisions.OfAsync(db, auditId, ct);
        }
        catch (FormatException)
        {
            return new([], []);
        }
    }

    // As they were called on that day: what a shop is called now is no part of the audit.
    private async Task<IReadOnlyList<string>> NamesAsync(IEnumerable<FrozenShop> frozen, CancellationToken ct)
    {
        var names = new List<string>();
        foreach (var shop in frozen)
        {
            try
            {
                names.Add((await standings.SnapshotAsync(shop, ct)).Shop.Name);
            }
            catch (FormatException)
            {
                names.Add("a shop of which the frozen content is missing or altered");
            }
        }
        names.Sort(StringComparer.OrdinalIgnoreCase);
        return names;
    }
}
