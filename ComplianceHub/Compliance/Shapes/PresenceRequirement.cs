using ComplianceHub.Domain;

namespace ComplianceHub.Compliance.Shapes;

/// <summary>PRS of catalogue 1.2: a record must be there. Absent or with a hard defect fails; with soft defects is partial.</summary>
public abstract class PresenceRequirement<T>(string id, string citation, string title, Severity severity)
    : Requirement(id, citation, title, severity)
    where T : RegisterRecord
{
    /// <inheritdoc />
    public sealed override RequirementKind Kind => RequirementKind.Presence;

    /// <summary>The records that can fulfil the duty; the best of them counts.</summary>
    protected abstract IEnumerable<T> Candidates(ShopSnapshot shop);

    /// <summary>What is wrong with one of them.</summary>
    protected abstract IEnumerable<Defect> Inspect(T candidate, ShopSnapshot shop);

    /// <summary>What is wrong when there is none.</summary>
    protected abstract Defect Absent(ShopSnapshot shop);

    /// <summary>What is true when it passes, with the record's name.</summary>
    protected abstract string Present(T candidate);

    /// <inheritdoc />
    protected override Verdict Evaluate(ShopSnapshot shop)
    {
        var best = Candidates(shop)
            .Select(candidate => (Candidate: candidate, Defects: Inspect(candidate, shop).ToList()))
            .OrderBy(one => one.Defects.Count(defect => defect.Severity == FindingSeverity.Hard))
            .ThenBy(one => one.Defects.Count)
            .ThenBy(one => one.Candidate.Id)
            .FirstOrDefault();
        if (best.Candidate is not { } record)
            return Judge([Absent(shop).On(shop.Shop.Ref(), Guidance)], [], null);
        return Judge([.. best.Defects.Select(defect => defect.On(record.Ref(), Guidance))], [record.Ref()], Present(record));
    }

    private static Verdict Judge(IReadOnlyList<Finding> findings, IReadOnlyList<RecordRef> population, string? present)
    {
        var (outcome, value) = findings switch
        {
            [] => (Outcome.Pass, 1m),
            _ when findings.Any(finding => finding.Severity == FindingSeverity.Hard) => (Outcome.Fail, 0m),
            _ => (Outcome.Partial, 0.5m),
        };
        return new Verdict
        {
            Outcome = outcome,
            Value = value,
            Summary = findings.Count == 0 ? present! : string.Join(" ", findings.Select(finding => finding.Text)),
            Findings = findings,
            Checked = 1,
            Met = outcome == Outcome.Fail ? 0 : 1,
            Population = population,
        };
    }
}
