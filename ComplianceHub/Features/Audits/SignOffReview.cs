using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Reports.Audits;

namespace ComplianceHub.Features.Audits;

/// <summary>A requirement whose verdict is another than in the signed audit before.</summary>
/// <param name="Shop">The shop's name.</param>
/// <param name="Change">Both verdicts.</param>
public sealed record ChangedVerdict(string Shop, VerdictChange Change)
{
    /// <summary>What stands behind it: the first finding, the first question, or what was checked; of one that is better
    /// what was checked, and not what is left.</summary>
    public string Because => Change.Now switch
    {
        { Summary.Length: > 0 } now when Change.Trend == VerdictTrend.Better => now.Summary,
        { Findings: [var finding, ..] } => $"{finding.Subject.Name}: {finding.Text}",
        { MissingFacts: [var question, ..] } => question,
        var now => now.Summary,
    };
}

/// <summary>What somebody said about a requirement.</summary>
/// <param name="Who">Their name.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="About">The requirement, with the shop where there are several.</param>
/// <param name="Text">The words.</param>
public sealed record SaidInAudit(string Who, DateTimeOffset At, string About, string Text);

/// <summary>What the manager looks at before signing.</summary>
/// <param name="View">The audit.</param>
/// <param name="Blockers">What fails and has to be acknowledged, one by one.</param>
/// <param name="Earlier">The last signed audit that shares a shop with it; null when it is the first.</param>
/// <param name="Verdicts">Every requirement that both have.</param>
/// <param name="Seen">Stands for all of it: what is signed later must be the same.</param>
public sealed record SignOffView(AuditView View, IReadOnlyList<UnresolvedBlocker> Blockers, EarlierAudit? Earlier, IReadOnlyList<ChangedVerdict> Verdicts, string Seen)
{
    /// <summary>What was said during the audit, the latest first.</summary>
    public IReadOnlyList<SaidInAudit> Said { get; init; } = [];

    /// <summary>What the signature is worth today; null while there is none.</summary>
    public SignatureStanding? Standing { get; init; }

    /// <summary>The requirements with another outcome, the worse first.</summary>
    public IReadOnlyList<ChangedVerdict> Changed =>
        [.. Verdicts.Where(verdict => verdict.Change.Earlier.Outcome != verdict.Change.Now.Outcome).OrderByDescending(verdict => verdict.Change.Trend)];

    /// <summary>How many verdicts went which way.</summary>
    public int Count(VerdictTrend trend) => Verdicts.Count(verdict => verdict.Change.Trend == trend);

    /// <summary>"was 83 on 24 Nov 2025"; null where there was none.</summary>
    public string? Was(Guid shopId, string regulation) =>
        Earlier?.Verdicts.GetValueOrDefault(shopId)?.FirstOrDefault(verdict => verdict.Regulation == regulation)?.Points is { } points
            ? $"was {points} on {Earlier.SignedOn:d MMM yyyy}"
            : null;
}

/// <summary>The sign-off as the manager sees it, and their signature with a fresh proof that it is them.</summary>
public sealed class SignOffReview(HubDb hub, AuditQuery audits, AuditContents contents, AuditStandings standings, SignOffWorkflow signing, ProofsOfPresence proofs)
{
    /// <summary>What a proof for the signature under an audit is for.</summary>
    public static string PurposeOf(Guid auditId) => $"sign-audit:{auditId:D}";

    /// <summary>What is to be signed; null when there is no such audit for the reader, or nothing of it is frozen.</summary>
    public async Task<SignOffView?> FindAsync(Guid auditId, CancellationToken ct = default)
    {
        if (await audits.FindAsync(auditId, ct) is not { Audit.State: not AuditState.Draft } view)
            return null;
        if (view.IsAltered)
            return new(view, [], null, [], "");
        await using var db = await hub.OpenAsync(ct);
        var content = await contents.OfAsync(db, view.Audit, ct);
        return new(
            view,
            SignOffWorkflow.BlockersOf(content),
            content.Earlier,
            [.. content.Shops.SelectMany(shop => content.ChangesOf(shop).Select(change => new ChangedVerdict(shop.Snapshot.Shop.Name, change)))],
            SignOffWorkflow.FingerprintOf(content))
        {
            Standing = await standings.SignatureAsync(view.Audit, ct),
            Said = [.. content.Comments.Select(comment => new SaidInAudit(content.NameOf(comment.WrittenBy), comment.WrittenAt, AboutOf(content, comment), comment.Text)).OrderByDescending(said => said.At)],
        };
    }

    private static string AboutOf(AuditContent content, AuditComment comment)
    {
        var requirement = content.Items.FirstOrDefault(item => item.Id == comment.ItemId)?.RequirementId ?? "";
        return content.Shops.Count > 1 ? $"{requirement}, {content.Shops.First(shop => shop.Frozen.ShopId == comment.ShopId).Snapshot.Shop.Name}" : requirement;
    }

    /// <summary>Signs what was shown as whoever is signed in, with the proof that they have just given for this audit.</summary>
    /// <exception cref="DomainException">Something is missing or was added since, somebody else has to sign, or the proof is none.</exception>
    public async Task SignAsync(SignOffView shown, Guid ticket, string statement, IReadOnlyCollection<Guid> acknowledged, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(shown);
        var auditId = shown.View.Audit.Id;
        var proof = await proofs.RedeemAsync(ticket, PurposeOf(auditId), ct);
        await signing.SignAsync(auditId, statement, acknowledged, proof.How, shown.Seen, ct);
    }
}
