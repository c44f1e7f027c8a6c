using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Gdpr;
using ComplianceHub.Domain;

namespace ComplianceHub.Tests.Compliance;

/// <summary>Results to add up, without a rule behind them.</summary>
internal static class Rows
{
    public static RequirementResult Row(Severity severity, Outcome outcome = Outcome.Pass, decimal? value = null, VerdictSource source = VerdictSource.Registers, params Finding[] findings) =>
        new(new Given(severity), new Verdict
        {
            Outcome = outcome,
            Value = value ?? (outcome == Outcome.Pass ? 1 : 0),
            Summary = "Given.",
            Source = source,
            Findings = findings,
        }, severity.Weight(), 0);

    /// <summary>A requirement whose verdict a test gives.</summary>
    public sealed class Given(Severity severity, Func<ShopSnapshot, Verdict>? verdict = null, string id = "GIVEN") : Requirement(id, "Art. 0", "Given", severity)
    {
        public override RequirementKind Kind => RequirementKind.Graded;

        public override Area Area => GdprAreas.Principles;

        public override string Duty => "Given.";

        public override string Guidance => "Repair it. Then look again.";

        public override string EvidenceWanted => "None";

        protected override Gate When(ShopSnapshot shop) => Gate.Yes("Given.");

        protected override Verdict Evaluate(ShopSnapshot shop) => verdict!(shop);
    }

    public static Finding Finding(string repair, FindingSeverity severity = FindingSeverity.Hard, string name = "Record") => new()
    {
        Record = new RecordRef(Register.Activities, Guid.Empty, name), Severity = severity, Key = "given", Text = "Given.", Arguments = [], Fix = "Repair it.", Repair = repair,
    };
}
