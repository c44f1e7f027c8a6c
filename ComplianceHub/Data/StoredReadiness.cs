using ComplianceHub.Compliance;
using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>Writes results over the stored ones, and notes the day where they differ.</summary>
internal sealed class StoredReadiness
{
    private readonly HubDbContext _db;
    private readonly Dictionary<Guid, ReadinessSummary> _summaries;
    private readonly Dictionary<(Guid, string, string), ReadinessScore> _scores;
    private readonly Dictionary<(Guid, string), ReadinessStanding> _standings;
    private readonly Dictionary<(Guid, string), ReadinessDay> _days;
    private readonly Dictionary<ChainId, List<(long Sequence, Guid Id)>> _entries;

    private StoredReadiness(
        HubDbContext db, Dictionary<Guid, ReadinessSummary> summaries, Dictionary<(Guid, string, string), ReadinessScore> scores,
        Dictionary<(Guid, string), ReadinessStanding> standings, Dictionary<(Guid, string), ReadinessDay> days, Dictionary<ChainId, List<(long, Guid)>> entries) =>
        (_db, _summaries, _scores, _standings, _days, _entries) = (db, summaries, scores, standings, days, entries);

    public static async Task<StoredReadiness> LoadAsync(HubDbContext db, IReadOnlyList<Guid> shops, CancellationToken ct)
    {
        var summaries = await db.ReadinessSummaries.Where(row => shops.Contains(row.ShopId)).ToDictionaryAsync(row => row.ShopId, ct);
        var scores = await db.ReadinessScores.Where(row => shops.Contains(row.ShopId)).ToListAsync(ct);
        var standings = await db.ReadinessStandings.Where(row => shops.Contains(row.ShopId)).ToListAsync(ct);
        // The latest day of each: today's, if readiness has changed today already.
        var days = await db.ReadinessDays.Where(row => shops.Contains(row.ShopId)
            && !db.ReadinessDays.Any(later => later.ShopId == row.ShopId && later.Regulation == row.Regulation && later.Day > row.Day)).ToListAsync(ct);
        var entries = new Dictionary<ChainId, List<(long, Guid)>>
        {
            [ChainId.Group] = await EntriesAsync(db, ChainId.Group, [.. summaries.Values.Select(row => row.GroupLogSequence)], ct),
        };
        foreach (var shop in shops)
            entries[ChainId.OfShop(shop)] = await EntriesAsync(db, ChainId.OfShop(shop), summaries.TryGetValue(shop, out var row) ? [row.ShopLogSequence] : [], ct);
        return new(db, summaries, scores.ToDictionary(row => (row.ShopId, row.Regulation, row.Area)), standings.ToDictionary(row => (row.ShopId, row.Regulation)), days.ToDictionary(row => (row.ShopId, row.Regulation)), entries);
    }

    /// <summary>Takes the results of a shop.</summary>
    public void Take(ShopSnapshot snapshot, IReadOnlyList<Readiness> results, DateTimeOffset now)
    {
        var shop = snapshot.Shop.Id;
        if (!_summaries.TryGetValue(shop, out var summary))
            _db.Add(summary = new ReadinessSummary { ShopId = shop });
        else if (summary.RegistersVersion > snapshot.Shop.RegistersVersion)
            return; // Somebody stored a newer result while this one was being computed.
        var causes = CausesOf(summary);
        foreach (var readiness in results)
        {
            NoteDay(shop, readiness, snapshot.AsOf, causes);
            Write(shop, readiness);
            Rank(shop, readiness.Regulation.Id, [readiness.Score]);
        }
        Rank(shop, ReadinessStanding.AllRegulations, [.. results.Select(readiness => readiness.Score)]);
        summary.RegistersVersion = snapshot.Shop.RegistersVersion;
        summary.CatalogueHash = ReadinessBoard.CatalogueHash;
        summary.AsOf = snapshot.AsOf;
        summary.ValidUntil = snapshot.NextChange is { } day ? ShopDay.EndOf(day.AddDays(-1), snapshot.Shop.TimeZone).AddTicks(1) : null;
        summary.ComputedAt = now;
        summary.ShopLogSequence = LastOf(ChainId.OfShop(shop), summary.ShopLogSequence);
        summary.GroupLogSequence = LastOf(ChainId.Group, summary.GroupLogSequence);
    }

    private void NoteDay(Guid shop, Readiness readiness, DateOnly day, List<Guid> causes)
    {
        var regulation = readiness.Regulation.Id;
        var before = _scores.GetValueOrDefault((shop, regulation, ReadinessScore.WholeRegulation));
        var outcomes = OutcomesOf(readiness);
        var changes = before is null ? [] : Difference(before.Outcomes, outcomes);
        if (before is not null && changes.Count == 0 && before.Points == readiness.Score.Points)
            return;
        if (!_days.TryGetValue((shop, regulation), out var row) || row.Day != day)
            _db.Add(_days[(shop, regulation)] = row = new ReadinessDay { ShopId = shop, Regulation = regulation, Day = day });
        row.Points = readiness.Score.Points;
        row.Band = readiness.Score.Band;
        row.Changes = Merge(row.Changes, changes);
        row.Causes = [.. row.Causes.Union(causes).TakeLast(ReadinessDay.MostCauses)];
    }

    private void Write(Guid shop, Readiness readiness)
    {
        var regulation = readiness.Regulation.Id;
        var whole = Row(shop, regulation, ReadinessScore.WholeRegulation);
        Write(whole, readiness.Gate.Applies, readiness.Score);
        whole.Outcomes = OutcomesOf(readiness);
        foreach (var area in readiness.Areas)
            Write(Row(shop, regulation, area.Area.Id), readiness.Gate.Applies, area.Score);
        foreach (var gone in _scores.Values.Where(row => row.ShopId == shop && row.Regulation == regulation
            && row.Area != ReadinessScore.WholeRegulation && readiness.Areas.All(area => area.Area.Id != row.Area)).ToList())
        {
            _db.Remove(gone);
        }
    }

    private void Rank(Guid shop, string regulation, IReadOnlyCollection<Score> scores)
    {
        if (!_standings.TryGetValue((shop, regulation), out var row))
            _db.Add(_standings[(shop, regulation)] = row = new ReadinessStanding { ShopId = shop, Regulation = regulation });
        row.Rank = ReadinessStanding.RankOf(scores);
        row.IsBlocked = scores.Any(score => score.Cap is { IsByBlocker: true });
    }

    private ReadinessScore Row(Guid shop, string regulation, string area)
    {
        if (!_scores.TryGetValue((shop, regulation, area), out var row))
            _db.Add(_scores[(shop, regulation, area)] = row = new ReadinessScore { ShopId = shop, Regulation = regulation, Area = area });
        return row;
    }

    private static void Write(ReadinessScore row, Answer applies, Score score)
    {
        row.Applies = applies;
        row.Points = score.Points;
        row.Band = score.Band;
        row.IsNotApplicable = score.IsNotApplicable;
        row.IsProvisional = score.IsProvisional;
        row.Cap = score.Cap?.Limit;
        row.CappedBy = [.. score.Cap?.Requirements.Select(result => result.Requirement.Id) ?? []];
        (row.Pass, row.Partial, row.Fail, row.NotApplicable, row.NotAssessed) = score.Counts;
    }

    private static Dictionary<string, Outcome> OutcomesOf(Readiness readiness) =>
        readiness.Results.ToDictionary(result => result.Requirement.Id, result => result.Verdict.Outcome);

    private static List<OutcomeChange> Difference(Dictionary<string, Outcome> before, Dictionary<string, Outcome> now) =>
    [
        .. before.Keys.Union(now.Keys)
            .Select(id => new OutcomeChange { Requirement = id, From = Find(before, id), To = Find(now, id) })
            .Where(change => change.From != change.To),
    ];

    // From the morning to the evening: what turned and turned back is no change of the day.
    private static List<OutcomeChange> Merge(List<OutcomeChange> earlier, List<OutcomeChange> later) =>
    [
        .. earlier.Concat(later).GroupBy(change => change.Requirement)
            .Select(changes => new OutcomeChange { Requirement = changes.Key, From = changes.First().From, To = changes.Last().To })
            .Where(change => change.From != change.To),
    ];

    private static Outcome? Find(Dictionary<string, Outcome> outcomes, string id) => outcomes.TryGetValue(id, out var outcome) ? outcome : null;

    private List<Guid> CausesOf(ReadinessSummary summary) =>
    [
        .. _entries[ChainId.OfShop(summary.ShopId)].Where(entry => entry.Sequence > summary.ShopLogSequence)
            .Concat(_entries[ChainId.Group].Where(entry => entry.Sequence > summary.GroupLogSequence))
            .Select(entry => entry.Id).Order().TakeLast(ReadinessDay.MostCauses),
    ];

    private long LastOf(ChainId chain, long before) => _entries[chain].Select(entry => entry.Sequence).DefaultIfEmpty(before).Max();

    // Of a shop that was never computed, the last entries at most: its whole history caused its first result.
    private static async Task<List<(long, Guid)>> EntriesAsync(HubDbContext db, ChainId chain, List<long> since, CancellationToken ct)
    {
        var from = since.Count == 0 ? 0 : since.Min();
        var rows = await db.AuditLogEntries.AsNoTracking().Where(entry => entry.Chain == chain && entry.Sequence > from)
            .OrderByDescending(entry => entry.Sequence).Take(ReadinessDay.MostCauses)
            .Select(entry => new { entry.Sequence, entry.Id }).ToListAsync(ct);
        return [.. rows.Select(row => (row.Sequence, row.Id)).Reverse()];
    }
}
