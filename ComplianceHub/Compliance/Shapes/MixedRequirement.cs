using ComplianceHub.Domain;

namespace ComplianceHub.Compliance.Shapes;

/// <summary>
/// MIX of catalogue 1.2: the registers are checked first, then the attested answer counts. The check can only lower
/// the answer, never raise it.
/// </summary>
public abstract class MixedRequirement(string id, string citation, string title, Severity severity)
    : AttestedRequirement(id, citation, title, severity)
{
    /// <inheritdoc />
    public sealed override RequirementKind Kind => RequirementKind.Mixed;

    /// <summary>What the registers show against it.</summary>
    protected abstract IEnumerable<Finding> Check(ShopSnapshot shop);

    /// <inheritdoc />
    protected sealed override Verdict Evaluate(ShopSnapshot shop)
    {
        var stated = Stated(shop);
        List<Finding> found = [.. Check(shop)];
        if (found.Count == 0)
            return stated;
        if (found.Exists(finding => finding.Severity == FindingSeverity.Hard))
            return Lowered(stated, Outcome.Fail, 0m, found);
        // A question stays a question: a weak record does not answer it.
        return stated.Outcome is Outcome.NotAssessed or Outcome.NotApplicable
            ? stated with { Findings = found }
            : Lowered(stated, stated.Outcome == Outcome.Pass ? Outcome.Partial : stated.Outcome, Math.Min(stated.Value, 0.5m), found);
    }

    private static Verdict Lowered(Verdict stated, Outcome outcome, decimal value, List<Finding> found) => stated with
    {
        Outcome = outcome,
        Value = value,
        Summary = string.Join(" ", found.Select(finding => $"{finding.Record.Name}: {finding.Text}").Distinct().Take(3)),
        Findings = [.. found, .. stated.Findings],
        MissingFacts = [],
        Checked = Math.Max(1, stated.Checked),
        Met = outcome == Outcome.Fail ? 0 : stated.Met,
        Population = [.. stated.Population, .. found.Select(finding => finding.Record).Distinct()],
        Source = VerdictSource.Statement,
    };
}
