using ComplianceHub.Domain;

namespace ComplianceHub.Compliance.Shapes;

/// <summary>A rule that looks at each record of a population and names what is wrong with it.</summary>
/// <typeparam name="T">What is looked at: a record, or a pair of them.</typeparam>
public abstract class InspectedRequirement<T>(string id, string citation, string title, Severity severity)
    : Requirement(id, citation, title, severity)
    where T : notnull
{
    /// <summary>What is asked when nothing is recorded that could tell whether there is anything to check.</summary>
    protected abstract string QuestionIfNone { get; }

    /// <summary>What is checked.</summary>
    protected abstract IEnumerable<T> Population(ShopSnapshot shop);

    /// <summary>What is wrong with one of them; nothing when all is well.</summary>
    protected abstract IEnumerable<Defect> Inspect(T item, ShopSnapshot shop);

    /// <summary>The record that stands for it in a finding.</summary>
    protected abstract RecordRef RefOf(T item, ShopSnapshot shop);

    /// <summary>The records that were looked at for it; several where it is a set, for example all uses of a category.</summary>
    protected virtual IEnumerable<RecordRef> RecordsOf(T item, ShopSnapshot shop) => [RefOf(item, shop)];

    /// <summary>How it is named within a sentence; the record's name unless a pair says more.</summary>
    protected virtual string NameOf(T item, ShopSnapshot shop) => RefOf(item, shop).Name;

    /// <summary>The verdict for an empty population: a question, or the fact that nothing recorded qualifies. Never a pass.</summary>
    protected virtual Verdict IfEmpty(ShopSnapshot shop) => Verdict.NotAssessed(QuestionIfNone);

    /// <summary>Findings about the whole, which no single record carries.</summary>
    protected virtual IEnumerable<Finding> InspectWhole(ShopSnapshot shop) => [];

    /// <summary>What one of them counts as in the sentence; several that count as the same are met when all of them are.</summary>
    protected virtual object CountedAs(T item) => item;

    /// <summary>The count in a sentence, for example "14 of 16 processors have a complete agreement."</summary>
    protected abstract string Count(int met, int total);

    /// <summary>What the findings come to.</summary>
    private protected abstract (Outcome Outcome, decimal Value) Grade(int met, int total, bool anySoft, bool aggravated);

    /// <summary>
    /// Why a hard defect in this one makes the whole fail, in words: "large scale"; null when it does not. Only where the
    /// catalogue says aggravated. Empty where it always does, so that there is nothing to explain.
    /// </summary>
    protected virtual string? WhyAggravated(T item, ShopSnapshot shop) => null;

    /// <inheritdoc />
    protected sealed override Verdict Evaluate(ShopSnapshot shop)
    {
        var inspected = Population(shop).Select(item => new Inspected(item, [.. Inspect(item, shop)])).ToList();
        if (inspected.Count == 0)
            return IfEmpty(shop);
        var whole = InspectWhole(shop).ToList();
        var met = inspected.Count(one => !one.IsHard);
        var aggravated = inspected.Where(one => one.IsHard).Select(one => (one.Item, Why: WhyAggravated(one.Item, shop))).Where(one => one.Why is not null).ToList();
        var (outcome, value) = Grade(met, inspected.Count, inspected.Any(one => one.Defects.Count > 0) || whole.Count > 0, aggravated.Count > 0);
        var counted = inspected.GroupBy(one => CountedAs(one.Item)).Select(unit => unit.All(one => !one.IsHard)).ToList();
        return new Verdict
        {
            Outcome = outcome,
            Value = value,
            Summary = Summary(inspected, Count(counted.Count(isMet => isMet), counted.Count), shop) + (met > 0 ? Explained(aggravated, shop) : "") + Named(whole),
            Findings = [.. InOrder(inspected.SelectMany(one => one.Defects.Select(defect => defect.On(RefOf(one.Item, shop), Guidance))).Concat(whole))],
            Checked = counted.Count,
            Met = counted.Count(isMet => isMet),
            Population = [.. inspected.SelectMany(one => RecordsOf(one.Item, shop)).Distinct().OrderBy(record => record.Name, StringComparer.Ordinal).ThenBy(record => record.Id)],
        };
    }

    private string Summary(List<Inspected> inspected, string count, ShopSnapshot shop)
    {
        // By name, so that the sentence does not depend on the order of the records.
        var hard = Named(inspected.Where(one => one.IsHard), shop);
        var hardUnits = inspected.Where(one => one.IsHard).Select(one => CountedAs(one.Item)).ToHashSet();
        var soft = Named(inspected.Where(one => one.Defects.Count > 0 && !hardUnits.Contains(CountedAs(one.Item))), shop);
        return count
            + (hard.Length > 0 ? Sentences.Ended($" Missing: {hard}") : "")
            + (soft.Length > 0 ? Sentences.Ended($" To check: {soft}") : "");
    }

    // Without it nobody understands why 14 of 16 are not partly right.
    private string Explained(IEnumerable<(T Item, string? Why)> aggravated, ShopSnapshot shop)
    {
        var reasons = aggravated.Where(one => !string.IsNullOrEmpty(one.Why)).Select(one => $"{NameOf(one.Item, shop)} ({one.Why})").Distinct().Order(StringComparer.Ordinal).ToList();
        return reasons.Count == 0 ? "" : $" It fails as a whole because of {string.Join(", ", reasons.Take(3))}{(reasons.Count > 3 ? " and others" : "")}.";
    }

    private string Named(IEnumerable<Inspected> some, ShopSnapshot shop)
    {
        var names = some.Select(one => NameOf(one.Item, shop)).Distinct().Order(StringComparer.Ordinal).ToList();
        return names.Count <= 6 ? string.Join(", ", names) : $"{string.Join(", ", names.Take(5))} and {names.Count - 5} more";
    }

    private static string Named(IEnumerable<Finding> whole) =>
        string.Concat(whole.Select(finding => $" {finding.Record.Name}: {finding.Text}").Distinct().Order(StringComparer.Ordinal).Take(2));

    // Two things that suffer from the same record say it once.
    private static IEnumerable<Finding> InOrder(IEnumerable<Finding> findings) =>
        findings.OrderBy(finding => finding.Severity)
            .ThenBy(finding => finding.Subject.Name, StringComparer.Ordinal)
            .ThenBy(finding => finding.Record.Id)
            .ThenBy(finding => finding.Key, StringComparer.Ordinal)
            .ThenBy(finding => finding.Text, StringComparer.Ordinal)
            .DistinctBy(finding => (finding.Record, finding.Severity, finding.Key, finding.Text));

    private sealed record Inspected(T Item, IReadOnlyList<Defect> Defects)
    {
        public bool IsHard { get; } = Defects.Any(defect => defect.Severity == FindingSeverity.Hard);
    }
}
