using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.Audits;

/// <summary>The steps of an audit, each in one save: prepare, freeze, decide, hand in, return, sign.</summary>
public sealed class AuditWorkflow(HubDb hub, ShopSnapshots snapshots, AuditStandings standings, TimeProvider time)
{
    /// <summary>Starts an audit as a draft, prepared by whoever is signed in.</summary>
    /// <exception cref="DomainException">A field breaks a rule.</exception>
    public async Task<Guid> PrepareAsync(Audit draft, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        await using var db = await hub.OpenAsync(ct);
        (draft.State, draft.FrozenAt, draft.PreparedBy) = (AuditState.Draft, null, db.Access.UserId ?? draft.PreparedBy);
        RecordValidation.Demand(draft);
        db.Add(draft);
        db.Because($"Prepared the audit {draft.Title}");
        await db.SaveChangesAsync(ct);
        return draft.Id;
    }

    /// <summary>Freezes the shops and lets the auditor begin.</summary>
    /// <exception cref="DomainException">Something is missing, or it is no draft.</exception>
    public async Task BeginFieldworkAsync(Guid auditId, CancellationToken ct = default)
    {
        await using var db = await hub.OpenAsync(ct);
        var audit = await AuditLookup.AuditAsync(db, auditId, ct);
        var at = time.GetUtcNow();
        audit.BeginFieldwork(at);
        await new AuditFreeze(db, snapshots, audit, at).AddAsync(ct);
        db.Because($"Froze {audit.Title}");
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Records what the auditor decided about a requirement.</summary>
    /// <param name="decision">A copy of the item as it was read, with the decision on it.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="DomainException">Something is missing, or the risk may not be accepted.</exception>
    /// <exception cref="RecordConflictException">Somebody decided in the meantime.</exception>
    public async Task DecideAsync(AuditItem decision, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(decision);
        await using var db = await hub.OpenAsync(ct);
        var item = await AuditLookup.ItemAsync(db, decision.Id, ct);
        if (decision.Decision is AuditDecision.Accepted or AuditDecision.RiskAccepted)
            await DemandFoundedAsync(db, item, decision, ct);
        (item.Decision, item.Note, item.RiskAcceptedUntil) = (decision.Decision, decision.Note, decision.RiskAcceptedUntil);
        (item.RootCause, item.Recommendation) = (decision.RootCause, decision.Recommendation);
        db.Entry(item).Property(row => row.Version).OriginalValue = decision.Version;
        var isOpen = item.Decision == AuditDecision.Open;
        (item.DecidedBy, item.DecidedAt) = (isOpen ? null : db.Access.UserId, isOpen ? null : time.GetUtcNow());
        RecordValidation.Demand(item);
        await new FindingTasks(db, standings, time).FollowAsync(item, ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Says something about a requirement.</summary>
    /// <exception cref="DomainException">The text is missing or too long.</exception>
    public async Task CommentAsync(Guid itemId, string text, CancellationToken ct = default)
    {
        await using var db = await hub.OpenAsync(ct);
        var item = await AuditLookup.ItemAsync(db, itemId, ct);
        var comment = new AuditComment
        {
            AuditId = item.AuditId,
            ItemId = item.Id,
            ShopId = item.ShopId,
            WrittenBy = db.Access.UserId ?? Guid.Empty,
            WrittenAt = time.GetUtcNow(),
            Text = text?.Trim() ?? "",
        };
        RecordValidation.Demand(comment);
        db.Add(comment);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Hands the audit to the manager.</summary>
    /// <exception cref="DomainException">A requirement is not decided.</exception>
    public async Task HandInAsync(Guid auditId, CancellationToken ct = default)
    {
        await using var db = await hub.OpenAsync(ct);
        // A decision that is taken back meanwhile would be handed in as it was.
        await using var turn = await AuditTurn.BeginAsync(db, auditId, ct);
        var audit = await AuditLookup.AuditAsync(db, auditId, ct);
        audit.HandIn(await db.AuditItems.AsNoTracking().Where(item => item.AuditId == auditId).ToListAsync(ct));
        await db.SaveChangesAsync(ct);
        await turn.CommitAsync(ct);
    }

    /// <summary>Gives the audit back to fieldwork.</summary>
    /// <exception cref="DomainException">No reason is given, or it does not await sign-off.</exception>
    public async Task ReturnAsync(Guid auditId, string? reason, CancellationToken ct = default)
    {
        await using var db = await hub.OpenAsync(ct);
        var audit = await AuditLookup.AuditAsync(db, auditId, ct);
        audit.Return(reason);
        RecordValidation.Demand(audit);
        db.Because($"Returned: {audit.ReturnedBecause}");
        await db.SaveChangesAsync(ct);
    }

    private async Task DemandFoundedAsync(HubDbContext db, AuditItem item, AuditItem decision, CancellationToken ct)
    {
        var frozen = await db.FrozenShops.AsNoTracking().SingleAsync(row => row.AuditId == item.AuditId && row.ShopId == item.ShopId, ct);
        var result = (await standings.VerdictsAsync(frozen, ct)).SelectMany(readiness => readiness.Results).Single(one => one.Requirement == item.RequirementId);
        if ((decision.Decision == AuditDecision.Accepted ? Acceptance.WhyNot(result, decision) : WhyNoRisk(result, decision.RiskAcceptedUntil)) is { } sentence)
            throw new DomainException(sentence);
    }

    private string? WhyNoRisk(FrozenResult result, DateOnly? until) => until < DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)
        ? "A risk is accepted until a day that is still to come. Enter a later one."
        : RiskAcceptance.WhyNot(result);
}
