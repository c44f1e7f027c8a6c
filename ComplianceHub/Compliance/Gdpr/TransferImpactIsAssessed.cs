using ComplianceHub.Compliance.Law;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>Before clauses or corporate rules carry a transfer, the law of the importer's country has been assessed.</summary>
public sealed class TransferImpactIsAssessed() : MechanismRequirement(
    "GDPR-46-TIA", "Standard clauses, clause 14; CJEU C-311/18", "Transfer impact is assessed", Severity.High)
{
    private const int AssessmentMonths = 24;

    /// <inheritdoc />
    public override string Duty => "Whoever transfers data on clauses or corporate rules assesses whether the importer’s country lets the importer keep them.";

    /// <inheritdoc />
    public override string Guidance => "Write the transfer impact assessment. Record its day, its outcome and who approved it.";

    /// <inheritdoc />
    public override string EvidenceWanted => "Transfer impact assessment";

    /// <inheritdoc />
    public override int? ValidMonths => AssessmentMonths;

    /// <inheritdoc />
    public override Effort Effort => Effort.Medium;

    /// <inheritdoc />
    protected override string MechanismName => "clauses or binding corporate rules";

    /// <inheritdoc />
    public override string FixTitle(Verdict verdict) =>
        NamesIn(verdict) is { Length: > 0 } names ? $"Assess the transfer to {names}" : base.FixTitle(verdict);

    /// <inheritdoc />
    protected override string Count(int met, int total) => $"{met} of {total} flows that need a transfer impact assessment have one.";

    /// <inheritdoc />
    protected override bool IsAbout(TransferMechanism mechanism) => mechanism.NeedsImpactAssessment();

    /// <summary>The assessment of a transfer that counts: the latest completed one; null when there is none.</summary>
    internal static Assessment? Latest(Transfer transfer, ShopSnapshot shop) => shop.Assessments
        .Where(assessment => assessment.Kind == AssessmentKind.TransferImpact && assessment.TransferIds.Contains(transfer.Id)
            && assessment.CompletedOn is { } day && shop.Reached(day))
        .MaxBy(assessment => (assessment.CompletedOn, assessment.Id));

    /// <summary>The last day on which a completed assessment is good: 24 months, or its own earlier day.</summary>
    internal static DateOnly LastDay(Assessment completed)
    {
        var usual = completed.CompletedOn!.Value.MonthsLater(AssessmentMonths);
        return completed.ValidUntil is { } until && until < usual ? until : usual;
    }

    /// <inheritdoc />
    protected override IEnumerable<Defect> Inspect(Transfer transfer, ThirdCountryFlow flow, ShopSnapshot shop)
    {
        var done = Latest(transfer, shop);
        if (done is null)
            return [Hard("none", $"No transfer impact assessment is on file.") with { Action = FixAction.AddAssessment }];
        if (done.Outcome is AssessmentOutcome.Adequate or AssessmentOutcome.AdequateWithMeasures)
            return Age(done, transfer, shop).Select(defect => defect with { Record = done.Ref() });
        return
        [
            (done.Outcome == AssessmentOutcome.NotAdequate
                ? Hard("not-adequate", $"The assessment of {done.CompletedOn:d MMM yyyy} found that the data are not protected.") with { Fix = "Add measures that protect the data and assess again, or stop the transfer." }
                : Hard("open", $"The assessment of {done.CompletedOn:d MMM yyyy} has no outcome.")) with { Record = done.Ref() },
        ];
    }

    private static IEnumerable<Defect> Age(Assessment done, Transfer transfer, ShopSnapshot shop)
    {
        var day = done.CompletedOn!.Value;
        var last = LastDay(done);
        if (shop.IsOver(last))
            yield return Soft("expired", $"The assessment expired on {last:d MMM yyyy}.") with { Fix = "Assess the transfer again." };
        var reassess = TransferMechanisms.UnitedStatesReassessedFrom;
        if (transfer.ImporterCountry == "US" && day < reassess && shop.Reached(reassess))
            yield return Soft("before-ruling", $"The assessment of {day:d MMM yyyy} rests on facts of before {reassess:d MMM yyyy} (Trump v. Slaughter).") with { Fix = "Check again what it says of the FTC, the review court and Executive Order 14086." };
    }
}
