using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Data;
using ComplianceHub.Demo;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Features.Audits;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.CommandLine;

/// <summary>
/// Puts the audits of the demo on record by the same steps as people take, at the moments of their story. The files that
/// come of it are really signed, when the demo is loaded, and every signature says that it is a demo's.
/// </summary>
internal sealed class DemoAudits(HubDb hub, ShopSnapshots snapshots, AuditStandings standings, SignOffWorkflow signing, TimeProvider time)
{
    private const int DaysOfAccess = 25;

    public async Task RecordAsync(IReadOnlyList<DemoAudit> audits, CancellationToken ct)
    {
        foreach (var demo in audits)
        {
            await using var db = await hub.OpenAsync(ct);
            db.Because("Loaded the demo group");
            var audit = await PrepareAsync(db, demo, ct);
            var frozenAt = demo.FrozenAt ?? time.GetUtcNow();
            await FreezeAsync(db, audit, frozenAt, demo.FrozenAt is { } past ? DateOnly.FromDateTime(past.UtcDateTime) : null, ct);
            var tasks = new DemoTasks(db, audit);
            var items = await DecideAsync(db, audit, demo, tasks, frozenAt.AddDays(demo.SignedAt is null ? 0 : 2), ct);
            await tasks.PlanAsync(ct);
            if (demo.SignedAt is { } signedAt)
                await SignAsync(db, audit, items, demo, signedAt, ct);
            await tasks.WorkAsync(demo.SignedAt ?? frozenAt, ct);
        }
    }

    private async Task<Audit> PrepareAsync(HubDbContext db, DemoAudit demo, CancellationToken ct)
    {
        async Task<Guid> PersonAsync(HubRole role)
        {
            var email = DemoPeople.All.Single(person => person.Role == role).Email;
            return await db.Users.Where(user => user.Email == email).Select(user => user.Id).SingleAsync(ct);
        }
        var audit = new Audit
        {
            Title = demo.Title,
            ShopIds = [await db.Shops.Where(shop => shop.Slug == demo.Shop).Select(shop => shop.Id).SingleAsync(ct)],
            Regulations = [.. demo.Regulations],
            PeriodFrom = demo.From,
            PeriodUntil = demo.Until,
            PreparedBy = await PersonAsync(HubRole.PrivacyOfficer),
            AuditorId = await PersonAsync(HubRole.Auditor),
            SignerId = await PersonAsync(HubRole.Manager),
        };
        db.Add(audit);
        await db.SaveChangesAsync(ct);
        var until = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(DaysOfAccess);
        db.Add(new Grant { UserId = audit.AuditorId.Value, Role = HubRole.Auditor, Scope = GrantScope.Audit, AuditId = audit.Id, Until = until });
        await db.SaveChangesAsync(ct);
        return audit;
    }

    private async Task FreezeAsync(HubDbContext db, Audit audit, DateTimeOffset at, DateOnly? asOf, CancellationToken ct)
    {
        audit.BeginFieldwork(at);
        await new AuditFreeze(db, snapshots, audit, at, asOf).AddAsync(ct);
        await db.SaveChangesAsync(ct);
    }

    private async Task<List<AuditItem>> DecideAsync(HubDbContext db, Audit audit, DemoAudit demo, DemoTasks tasks, DateTimeOffset at, CancellationToken ct)
    {
        var items = await db.AuditItems.Where(item => item.AuditId == audit.Id).ToListAsync(ct);
        var frozen = await db.FrozenShops.AsNoTracking().SingleAsync(row => row.AuditId == audit.Id, ct);
        var results = (await standings.VerdictsAsync(frozen, ct)).SelectMany(readiness => readiness.Results).ToDictionary(result => result.Requirement);
        foreach (var item in items)
        {
            if (demo.Decide(results[item.RequirementId]) is not { } decision)
                continue;
            Decide(db, audit, item, decision, at);
            if (item.NeedsTask)
                tasks.Add(item, results[item.RequirementId].Title, decision.Remedied);
        }
        await db.SaveChangesAsync(ct);
        return items;
    }

    private static void Decide(HubDbContext db, Audit audit, AuditItem item, DemoDecision decided, DateTimeOffset at)
    {
        (item.Decision, item.Note, item.RootCause, item.Recommendation) = (decided.Decision, decided.Note, decided.RootCause, decided.Recommendation);
        (item.DecidedBy, item.DecidedAt) = (audit.AuditorId, at);
        if (decided.Reply is { } reply)
            db.Add(new AuditComment { AuditId = audit.Id, ItemId = item.Id, ShopId = item.ShopId, WrittenBy = audit.PreparedBy, WrittenAt = at, Text = reply });
    }

    private async Task SignAsync(HubDbContext db, Audit audit, List<AuditItem> items, DemoAudit demo, DateTimeOffset at, CancellationToken ct)
    {
        audit.HandIn(items);
        await db.SaveChangesAsync(ct);
        var signOff = new SignOff
        {
            SignedBy = audit.SignerId!.Value,
            SignedAt = at,
            Statement = demo.Statement,
            Proof = $"Demo signature, made on {time.GetUtcNow():d MMM yyyy}: nobody proved presence",
        };
        await signing.SignAsync(db, audit.Id, signOff, [.. items.Select(item => item.Id)], seen: null, ct);
    }
}

/// <summary>Wires the demo's audits.</summary>
internal static class DemoAuditsExtensions
{
    /// <summary>Lets the demo put its audits on record.</summary>
    public static IServiceCollection AddDemoAudits(this IServiceCollection services) => services
        .AddScoped<DemoAudits>()
        .AddScoped<RecordDemoAudits>(scope => scope.GetRequiredService<DemoAudits>().RecordAsync);
}
