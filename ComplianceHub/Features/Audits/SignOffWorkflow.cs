using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.Audits;

/// <summary>A blocker that fails in what is signed, and that the signer has to acknowledge.</summary>
/// <param name="Item">The id of its item.</param>
/// <param name="ShopId">The shop.</param>
/// <param name="Result">What it came to.</param>
public sealed record UnresolvedBlocker(Guid Item, Guid ShopId, FrozenResult Result);

/// <summary>The manager's signature under an audit: one save, or nothing.</summary>
public sealed class SignOffWorkflow(HubDb hub, AuditStandings standings, TimeProvider time)
{
    /// <summary>The blockers that fail in what was frozen, in the order of shops and articles.</summary>
    public async Task<IReadOnlyList<UnresolvedBlocker>> BlockersAsync(Guid auditId, CancellationToken ct = default)
    {
        await using var db = await hub.OpenAsync(ct);
        var frozen = await db.FrozenShops.AsNoTracking().Where(row => row.AuditId == auditId).OrderBy(row => row.ShopId).ToListAsync(ct);
        var items = await db.AuditItems.AsNoTracking().Where(row => row.AuditId == auditId).ToDictionaryAsync(row => (row.ShopId, row.RequirementId), ct);
        var blockers = new List<UnresolvedBlocker>();
        foreach (var shop in frozen)
        {
            blockers.AddRange(
                from result in (await standings.VerdictsAsync(shop, ct)).SelectMany(readiness => readiness.Results)
                where result is { Severity: Severity.Blocker, Outcome: Outcome.Fail }
                select new UnresolvedBlocker(items[(shop.ShopId, result.Requirement)].Id, shop.ShopId, result));
        }
        return blockers;
    }

    /// <summary>Signs as whoever is signed in. What is signed is written as bytes, and an earlier audit of the same shops
    /// and regulations is superseded.</summary>
    /// <param name="auditId">The audit.</param>
    /// <param name="statement">The signer's words.</param>
    /// <param name="acknowledged">The items of the blockers that they acknowledged.</param>
    /// <param name="proof">How they proved that it is them, in words.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="DomainException">Something is missing, or somebody else has to sign.</exception>
    /// <exception cref="RecordConflictException">The audit took another step in the meantime.</exception>
    public async Task SignAsync(Guid auditId, string statement, IReadOnlyCollection<Guid> acknowledged, string proof, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(proof);
        ArgumentNullException.ThrowIfNull(acknowledged);
        var blockers = await BlockersAsync(auditId, ct);
        await using var db = await hub.OpenAsync(ct);
        var audit = await AuditLookup.AuditAsync(db, auditId, ct);
        var signer = db.Access.UserId ?? throw new DomainException("Only a person who is signed in can sign.");
        audit.Sign(signer);
        if (blockers.FirstOrDefault(blocker => !acknowledged.Contains(blocker.Item)) is { } missing)
            throw new DomainException($"Acknowledge each failing blocker first: {missing.Result.Title} ({missing.Result.Requirement}).");
        var signOff = new SignOff
        {
            AuditId = audit.Id,
            ShopIds = audit.ShopIds,
            SignedBy = signer,
            SignedAt = time.GetUtcNow(),
            Proof = proof,
            Statement = statement?.Trim() ?? "",
            Acknowledged = [.. blockers.Select(blocker => blocker.Item)],
        };
        RecordValidation.Demand(signOff);
        signOff.ContentSha256 = await FrozenBytes.AddAsync(db, await ContentAsync(db, audit, signOff, ct), ct);
        db.Add(signOff);
        await SupersedeAsync(db, audit, ct);
        db.Because($"Signed off {audit.Title}");
        await db.SaveChangesAsync(ct);
    }

    private static async Task<byte[]> ContentAsync(HubDbContext db, Audit audit, SignOff signOff, CancellationToken ct) => SignedContent.Write(
        audit,
        await db.FrozenShops.AsNoTracking().Where(row => row.AuditId == audit.Id).ToListAsync(ct),
        await db.AuditItems.AsNoTracking().Where(row => row.AuditId == audit.Id).ToListAsync(ct),
        await db.AuditComments.AsNoTracking().Where(row => row.AuditId == audit.Id).ToListAsync(ct),
        signOff);

    private static async Task SupersedeAsync(HubDbContext db, Audit audit, CancellationToken ct)
    {
        var earlier = await db.Audits.Where(row => row.State == AuditState.Signed && row.SupersededBy == null && row.Id != audit.Id).ToListAsync(ct);
        foreach (var other in earlier.Where(other => other.IsCoveredBy(audit)))
            other.Supersede(audit.Id);
    }
}
