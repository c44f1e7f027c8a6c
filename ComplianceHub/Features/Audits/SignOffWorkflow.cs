using System.Text;
using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Reports.Audits;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.Audits;

/// <summary>A blocker that fails in what is signed, and that the signer has to acknowledge.</summary>
/// <param name="Item">The id of its item.</param>
/// <param name="ShopId">The shop.</param>
/// <param name="Result">What it came to.</param>
/// <param name="Task">What is done about it; null while nothing is.</param>
public sealed record UnresolvedBlocker(Guid Item, Guid ShopId, FrozenResult Result, AuditTask? Task);

/// <summary>The manager's signature under an audit: one save, or nothing.</summary>
public sealed class SignOffWorkflow(HubDb hub, AuditContents contents, AuditReportSigner signer, TimeProvider time)
{
    /// <summary>The blockers that fail in what was frozen, in the order of shops and articles; none of an audit that is not
    /// there for the actor.</summary>
    public async Task<IReadOnlyList<UnresolvedBlocker>> BlockersAsync(Guid auditId, CancellationToken ct = default)
    {
        await using var db = await hub.OpenAsync(ct);
        return await db.Audits.AsNoTracking().SingleOrDefaultAsync(row => row.Id == auditId, ct) is { } audit
            ? BlockersOf(await contents.OfAsync(db, audit, ct))
            : [];
    }

    /// <summary>The blockers that fail in what is signed.</summary>
    internal static IReadOnlyList<UnresolvedBlocker> BlockersOf(AuditContent content) =>
        [.. content.UnresolvedBlockers.Select(one => new UnresolvedBlocker(one.Item.Id, one.Shop.Frozen.ShopId, one.Result, content.TaskOf(one.Item.Id)))];

    /// <summary>Signs without having been shown anything: the same as with what is there.</summary>
    internal Task SignAsync(Guid auditId, string statement, IReadOnlyCollection<Guid> acknowledged, string proof, CancellationToken ct = default) =>
        SignAsync(auditId, statement, acknowledged, proof, seen: null, ct);

    /// <summary>
    /// Signs as whoever is signed in. What is signed is written as bytes, the report is made of it, signed and kept, and an
    /// earlier audit of the same shops and regulations is superseded.
    /// </summary>
    /// <param name="auditId">The audit.</param>
    /// <param name="statement">The signer's words.</param>
    /// <param name="acknowledged">The items of the blockers that they acknowledged.</param>
    /// <param name="proof">How they proved that it is them, in words.</param>
    /// <param name="seen">What they were shown (<see cref="FingerprintOf"/>); null where nothing was.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="DomainException">Something is missing, somebody else has to sign, or something was added since.</exception>
    /// <exception cref="RecordConflictException">The audit took another step in the meantime.</exception>
    /// <exception cref="StorageUnavailableException">The disk is full or read-only; the audit is as before.</exception>
    public async Task SignAsync(Guid auditId, string statement, IReadOnlyCollection<Guid> acknowledged, string proof, string? seen, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrEmpty(proof);
        ArgumentNullException.ThrowIfNull(acknowledged);
        await using var db = await hub.OpenAsync(ct);
        var person = db.Access.UserId ?? throw new DomainException("Only a person who is signed in can sign.");
        await SignAsync(db, auditId, new SignOff { SignedBy = person, SignedAt = time.GetUtcNow(), Proof = proof, Statement = statement?.Trim() ?? "" }, acknowledged, seen, ct);
    }

    /// <summary>Signs for somebody, at a moment: the demo alone does that.</summary>
    internal async Task SignAsync(HubDbContext db, Guid auditId, SignOff signOff, IReadOnlyCollection<Guid> acknowledged, string? seen, CancellationToken ct)
    {
        var audit = await AuditLookup.AuditAsync(db, auditId, ct);
        audit.Sign(signOff.SignedBy);
        var content = await contents.OfAsync(db, audit, ct) with { SignOff = signOff };
        DemandDecided(audit, content.Items);
        if (seen is not null && seen != FingerprintOf(content))
            throw new DomainException("Something was added to this audit since it was shown to you. It is shown now: look at it, then sign.");
        (signOff.AuditId, signOff.ShopIds, signOff.Acknowledged) = (audit.Id, [.. audit.ShopIds], Demanded(BlockersOf(content), acknowledged));
        RecordValidation.Demand(signOff);
        var signed = Written(content);
        // Before the transaction: a checkpoint is a write of its own, and a time-stamp server may take seconds to answer.
        var report = await signer.SignAsync(db, content, signed, ct);
        await using var turn = await AuditTurn.BeginAsync(db, auditId, ct);
        if (!Written(await AuditContents.AgainAsync(db, content, ct)).AsSpan().SequenceEqual(signed))
            throw new DomainException("Something was added to this audit while you were signing. Look at it again, then sign.");
        if (await AuditContents.EarlierIdAsync(db, audit, ct) != content.Earlier?.Id)
            throw new DomainException("Another audit of these shops was signed while you were signing. Look at what changed since, then sign.");
        signOff.ContentSha256 = await FrozenBytes.AddAsync(db, signed, ct);
        signOff.ReportSha256 = await FrozenBytes.AddAsync(db, report.Pdf, ct);
        (signOff.ReportCode, signOff.TimeStampMissing) = (report.Code, report.TimeStampMissing);
        db.Add(signOff);
        await SupersedeAsync(db, audit, ct);
        db.Because($"Signed off {audit.Title}");
        await db.SaveChangesAsync(ct);
        await turn.CommitAsync(ct);
    }

    private static List<Guid> Demanded(IReadOnlyList<UnresolvedBlocker> blockers, IReadOnlyCollection<Guid> acknowledged) =>
        blockers.FirstOrDefault(blocker => !acknowledged.Contains(blocker.Item)) is { } missing
            ? throw new DomainException($"Acknowledge each failing blocker first: {missing.Result.Title} ({missing.Result.Requirement}).")
            : [.. blockers.Select(blocker => blocker.Item)];

    /// <summary>Stands for everything in an audit that somebody signs, apart from their own words.</summary>
    internal static string FingerprintOf(AuditContent content) => Sha256Text.Of(
        [.. Written(content with { SignOff = new SignOff() }), .. Encoding.UTF8.GetBytes($"{content.Audit.Version} {content.Earlier?.Id} {content.Earlier?.IsAltered}")]);

    private static void DemandDecided(Audit audit, IReadOnlyList<AuditItem> items)
    {
        if (items.Any(item => !item.IsDecided))
            throw new DomainException("A requirement of this audit is not decided any more. Return it to fieldwork.");
        audit.DemandIndependent(items);
    }

    private static byte[] Written(AuditContent content) =>
        SignedContent.Write(content.Audit, content.Shops.Select(shop => shop.Frozen), content.Items, content.Comments, content.Tasks, content.TaskEvidence, content.SignOff!, content.People);

    // What was frozen later describes the shops later, whichever is signed first.
    private static async Task SupersedeAsync(HubDbContext db, Audit audit, CancellationToken ct)
    {
        var shops = audit.ShopIds;
        var others = await db.Audits.Where(row => row.State == AuditState.Signed && row.SupersededBy == null && row.Id != audit.Id && row.ShopIds.Any(shop => shops.Contains(shop))).ToListAsync(ct);
        foreach (var other in others.Where(other => other.FrozenAt <= audit.FrozenAt && other.IsCoveredBy(audit)))
            other.Supersede(audit.Id);
        if (others.Where(other => other.FrozenAt > audit.FrozenAt && audit.IsCoveredBy(other)).MaxBy(other => other.FrozenAt) is { } later)
            audit.Supersede(later.Id);
    }
}
