using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;

namespace ComplianceHub.Compliance.Shapes;

/// <summary>
/// ATT of catalogue 1.2: the latest valid attestation counts. Yes with evidence passes; Yes without, or Partly, is
/// partial; No fails; none or lapsed is a question, and partial for 30 days after it lapsed.
/// </summary>
public abstract class AttestedRequirement(string id, string citation, string title, Severity severity)
    : Requirement(id, citation, title, severity)
{
    /// <inheritdoc />
    public override RequirementKind Kind => RequirementKind.Attested;

    private const int StaleDays = 30;

    /// <inheritdoc />
    public abstract override string Question { get; }

    /// <inheritdoc />
    protected override Verdict Evaluate(ShopSnapshot shop) => Stated(shop);

    /// <summary>What the latest attestation comes to.</summary>
    private protected Verdict Stated(ShopSnapshot shop)
    {
        if (Latest(shop) is not { } attestation)
            return Verdict.NotAssessed(Question);
        if (!shop.IsOver(attestation.ValidUntil))
            return Valid(attestation, shop);
        if (attestation.Answer == AttestationAnswer.NotApplicable || shop.IsOlderThanDays(attestation.ValidUntil, StaleDays))
            return Verdict.NotAssessed($"The last answer expired on {attestation.ValidUntil:d MMM yyyy}. {Question}");
        // An answer that lapses must not become better by it.
        return attestation.Answer == AttestationAnswer.No
            ? Valid(attestation, shop)
            : Judged(Outcome.Partial, attestation, "stale", $"The answer of {attestation.StatedOn:d MMM yyyy} expired on {attestation.ValidUntil:d MMM yyyy}.");
    }

    private Attestation? Latest(ShopSnapshot shop) =>
        shop.Attestations
            .Where(attestation => attestation.RequirementId == Id && shop.Reached(attestation.StatedOn))
            .MaxBy(attestation => (attestation.StatedOn, attestation.Id));

    private Verdict Valid(Attestation attestation, ShopSnapshot shop) => attestation.Answer switch
    {
        AttestationAnswer.Yes when attestation.EvidenceIds.Exists(file => shop.Evidence.Any(evidence => evidence.Id == file)) =>
            Judged(Outcome.Pass, attestation, "", $"Stated by {attestation.StatedBy} on {attestation.StatedOn:d MMM yyyy}, valid until {attestation.ValidUntil:d MMM yyyy}."),
        AttestationAnswer.Yes => Judged(Outcome.Partial, attestation, "no-evidence", $"Answered yes on {attestation.StatedOn:d MMM yyyy}, but no evidence is on file."),
        AttestationAnswer.Partly => Judged(Outcome.Partial, attestation, "partly", $"Answered “partly” on {attestation.StatedOn:d MMM yyyy}."),
        AttestationAnswer.No => Judged(Outcome.Fail, attestation, "no", $"Answered “no” on {attestation.StatedOn:d MMM yyyy}."),
        _ when !string.IsNullOrWhiteSpace(attestation.Note) => Verdict.NotApplicable($"Stated by {attestation.StatedBy} on {attestation.StatedOn:d MMM yyyy}: {attestation.Note}"),
        _ => Verdict.NotAssessed($"The answer says that it does not apply, but not why. {Question}"),
    };

    private Verdict Judged(Outcome outcome, Attestation attestation, string key, FormattableString sentence)
    {
        var defect = outcome == Outcome.Fail ? Hard(key, sentence) : Soft(key, sentence);
        return new Verdict
        {
            Outcome = outcome,
            Value = outcome switch { Outcome.Pass => 1m, Outcome.Partial => 0.5m, _ => 0m },
            Summary = sentence.ToString(),
            Findings = outcome == Outcome.Pass ? [] : [(defect with { Action = FixAction.Attest }).On(attestation.Ref(), Guidance)],
            Checked = 1,
            Met = outcome == Outcome.Fail ? 0 : 1,
            Population = [attestation.Ref()],
            Source = VerdictSource.Statement,
            StatedOn = attestation.StatedOn,
        };
    }
}
