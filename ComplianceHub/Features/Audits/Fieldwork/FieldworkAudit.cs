using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Components;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Features.Audits.Fieldwork;

/// <summary>What the reader may do in an audit.</summary>
/// <param name="MayDecide">Whether they are its auditor, and it is in fieldwork.</param>
/// <param name="MayHandIn">Whether they may hand it to the manager.</param>
/// <param name="MayComment">The shops whose requirements they may comment on.</param>
/// <param name="Invited">Until when it is open to a reader who is invited to it and sees nothing else; null for those who read
/// the registers of its shops, who may go on to its other pages.</param>
public sealed record FieldworkRights(bool MayDecide, bool MayHandIn, IReadOnlySet<Guid> MayComment, Invitation? Invited);

/// <summary>The invitation of whoever sees an audit and not the registers of its shops.</summary>
/// <param name="Until">The last day on which it holds; null while there is none.</param>
public sealed record Invitation(DateOnly? Until);

/// <summary>A shop of an audit as it was frozen; it never changes.</summary>
/// <param name="Frozen">When it was frozen, and the hashes.</param>
/// <param name="Name">What customers called it on that day.</param>
/// <param name="Slug">Its part of addresses on that day.</param>
/// <param name="LegalEntity">The controller on that day.</param>
/// <param name="Verdicts">What its requirements came to.</param>
/// <param name="Evidence">Its files, each once.</param>
/// <param name="Statements">What people stated, by requirement.</param>
public sealed record FrozenAuditShop(
    FrozenShop Frozen, string Name, string Slug, string LegalEntity, IReadOnlyList<FrozenReadiness> Verdicts,
    IReadOnlyList<EvidenceUse> Evidence, IReadOnlyDictionary<string, Attestation> Statements)
{
    /// <summary>The files that support a requirement, those of records that stood against it first.</summary>
    public IEnumerable<(EvidenceFile File, bool IsDisputed)> FilesOf(string requirement) => Evidence.Where(use => use.Requirements.Contains(requirement))
        .Select(use => (use.File, IsDisputed: use.Disputed.Contains(requirement))).OrderByDescending(one => one.IsDisputed);
}

/// <summary>What somebody said about a requirement.</summary>
/// <param name="Who">The person's name today.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Text">The words.</param>
public sealed record FieldworkComment(string Who, DateTimeOffset At, string Text);

/// <summary>What a shop does about a finding.</summary>
/// <param name="Task">The task as it is now.</param>
/// <param name="Owner">The owner's name; null while nobody owns it.</param>
public sealed record FieldworkTask(RemediationTask Task, string? Owner)
{
    /// <summary>As a sentence: "T-12, open, nobody owns it, due 23 Dec 2026."</summary>
    public string Sentence => $"{Task.Name}, {Task.State.Word().ToLowerInvariant()}, {Owner ?? "nobody owns it yet"}{(Task.NextDay is { } day ? $", {(Task.State == RemediationState.Done ? "check due" : "due")} {day.ToString(DayText.Shown)}" : "")}.";
}

/// <summary>A requirement of a shop: what was frozen, and what was decided and said since.</summary>
/// <param name="Decision">What was decided, as it is stored.</param>
/// <param name="Shop">The frozen shop.</param>
/// <param name="Result">What it came to.</param>
/// <param name="DecidedBy">The name of whoever decided; null while it is open.</param>
/// <param name="Comments">What was said, oldest first.</param>
public sealed record FieldworkItem(AuditItem Decision, FrozenAuditShop Shop, FrozenResult Result, string? DecidedBy, IReadOnlyList<FieldworkComment> Comments)
{
    /// <summary>What the shop does about it; null while there is nothing to remedy.</summary>
    public FieldworkTask? Task { get; init; }

    /// <summary>The id of the item.</summary>
    public Guid Id => Decision.Id;

    /// <summary>Whether something was found: a finding, or something to improve.</summary>
    public bool HasFinding => Decision.IsFinding || Decision.Decision == AuditDecision.Observation;

    /// <summary>What a list says of the decision: "Major finding".</summary>
    public string Standing => FieldworkWords.Standing(Decision.Decision);

    /// <summary>What the requirement weighs against others that are looked at first: failing blockers, then what fails.</summary>
    internal (int, int) Urgency => (Result.Outcome switch
    {
        Outcome.Fail => 0,
        Outcome.Partial => 1,
        Outcome.NotAssessed => 2,
        Outcome.Pass => 3,
        _ => 4,
    }, Result.Severity == Severity.Blocker ? 0 : 1);
}

/// <summary>An audit as its fieldwork shows it.</summary>
/// <param name="Audit">The audit.</param>
/// <param name="Shops">Its shops as they were frozen, in the order of their names; none while it is a draft.</param>
/// <param name="Items">Its requirements, shop by shop, the worst first.</param>
/// <param name="SignedAt">When it was signed; null while it is not.</param>
/// <param name="Rights">What the reader may do.</param>
public sealed record FieldworkAudit(Audit Audit, IReadOnlyList<FrozenAuditShop> Shops, IReadOnlyList<FieldworkItem> Items, DateTimeOffset? SignedAt, FieldworkRights Rights)
{
    /// <summary>What the signature is worth today; null while there is none.</summary>
    public SignatureStanding? Standing { get; init; }

    /// <summary>How many requirements are decided.</summary>
    public int Reviewed => Items.Count(item => item.Decision.IsDecided);
}
