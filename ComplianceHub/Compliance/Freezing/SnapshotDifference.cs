using System.Text.Json.Nodes;
using ComplianceHub.Domain;

namespace ComplianceHub.Compliance.Freezing;

/// <summary>What became of a record since it was frozen.</summary>
public enum RecordFate
{
    /// <summary>It says something else now.</summary>
    Changed,

    /// <summary>It was retired, removed, or applies to the shop no longer.</summary>
    Gone,

    /// <summary>It is new.</summary>
    Added,
}

/// <summary>One field before and after, as JSON.</summary>
/// <param name="Field">The field.</param>
/// <param name="Signed">What was frozen.</param>
/// <param name="Now">What the registers say now.</param>
public sealed record FieldDifference(string Field, JsonNode? Signed, JsonNode? Now);

/// <summary>A record that differs from what was frozen.</summary>
/// <param name="Record">The record, under the name it has now, or had.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="Fields">The fields that differ; none for a record that is gone or new.</param>
public sealed record RecordDifference(RecordRef Record, RecordFate Fate, IReadOnlyList<FieldDifference> Fields);

/// <summary>A requirement whose verdict differs because the registers differ.</summary>
/// <param name="Regulation">The regulation's id.</param>
/// <param name="Requirement">The requirement's id.</param>
/// <param name="Signed">The outcome of what was frozen.</param>
/// <param name="Now">The outcome of the registers as they are, for the same day.</param>
public sealed record VerdictDifference(string Regulation, string Requirement, Outcome Signed, Outcome Now);

/// <summary>
/// What changed in the registers of a shop since it was frozen. Both are read for the frozen day and by the same rules,
/// so neither the passing of time nor an update of the program makes a difference.
/// </summary>
public sealed record SnapshotDifference
{
    /// <summary>The records that differ, in the order of the registers.</summary>
    public required IReadOnlyList<RecordDifference> Records { get; init; }

    /// <summary>The requirements whose outcome differs, or which other records stand against.</summary>
    public required IReadOnlyList<VerdictDifference> Verdicts { get; init; }

    /// <summary>Whether what was signed no longer describes the shop: a verdict is another, or a record that it rests on. A
    /// record that is new and alters no verdict was not covered, and changes nothing of what was signed.</summary>
    public bool IsStale => Verdicts.Count > 0 || Records.Any(record => record.Fate != RecordFate.Added);

    /// <summary>Compares a frozen snapshot with the registers as they are now, for the same day.</summary>
    /// <param name="signed">What was frozen.</param>
    /// <param name="now">The registers now, as of the frozen day.</param>
    /// <param name="regulations">The regulations that were audited.</param>
    public static SnapshotDifference Between(ShopSnapshot signed, ShopSnapshot now, IEnumerable<Regulation> regulations) => new()
    {
        Records = [.. RecordsBetween(signed, now)],
        Verdicts = [.. regulations.SelectMany(regulation => VerdictsBetween(Readiness.Of(signed, regulation), Readiness.Of(now, regulation)))],
    };

    private static IEnumerable<RecordDifference> RecordsBetween(ShopSnapshot signed, ShopSnapshot now)
    {
        var current = now.Records.ToDictionary(record => (record.Register, record.Id));
        var known = new HashSet<(Register, Guid)>();
        foreach (var record in signed.Records)
        {
            known.Add((record.Register, record.Id));
            if (!current.TryGetValue((record.Register, record.Id), out var found))
                yield return new(record.Ref(), RecordFate.Gone, []);
            else if (FieldsBetween(SnapshotHash.FactsOf(record), SnapshotHash.FactsOf(found)) is { Count: > 0 } fields)
                yield return new(found.Ref(), RecordFate.Changed, fields);
        }
        foreach (var (key, record) in current.Where(one => !known.Contains(one.Key)))
            yield return new(record.Ref(), RecordFate.Added, []);
    }

    private static List<FieldDifference> FieldsBetween(JsonObject signed, JsonObject now) =>
        [.. signed.Select(member => member.Key).Union(now.Select(member => member.Key))
            .Where(field => !JsonNode.DeepEquals(signed[field], now[field]))
            .Select(field => new FieldDifference(field, signed[field]?.DeepClone(), now[field]?.DeepClone()))];

    private static IEnumerable<VerdictDifference> VerdictsBetween(Readiness signed, Readiness now) =>
        from pair in signed.Results.Zip(now.Results)
        let before = pair.First.Verdict
        let after = pair.Second.Verdict
        where before.Outcome != after.Outcome || !Against(before).SetEquals(Against(after))
        select new VerdictDifference(signed.Regulation.Id, pair.First.Requirement.Id, before.Outcome, after.Outcome);

    private static HashSet<(Guid, string)> Against(Verdict verdict) => [.. verdict.Findings.Select(finding => (finding.Record.Id, finding.Key))];
}
