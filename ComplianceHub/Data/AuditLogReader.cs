using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>An entry of the audit log as people read it.</summary>
/// <param name="At">When, in UTC.</param>
/// <param name="Who">The person's name today, or what acted; a person who is gone is "a former user".</param>
/// <param name="Action">What was done.</param>
/// <param name="Entity">The kind of record.</param>
/// <param name="EntityId">The record.</param>
/// <param name="Because">Why; null when nobody said.</param>
/// <param name="Changes">Which fields changed; empty when the details were erased.</param>
public sealed record AuditLogLine(
    DateTimeOffset At, string Who, string Action, string Entity, string EntityId, string? Because, IReadOnlyList<FieldChange> Changes)
{
    /// <summary>Its number in its chain.</summary>
    public long Sequence { get; init; }

    /// <summary>Who did it, as the entry names them.</summary>
    public string Actor { get; init; } = "";

    /// <summary>The record as it is called today; null when it is gone, or no register holds it.</summary>
    public RecordRef? Record { get; init; }

    /// <summary>What the ids in <see cref="EntityId"/> and <see cref="Changes"/> are called today.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; init; } = new Dictionary<Guid, string>();
}

/// <summary>A page of a chain.</summary>
/// <param name="Lines">The entries, newest first.</param>
/// <param name="HasNewer">Whether newer ones pass the filter.</param>
/// <param name="HasOlder">Whether older ones pass the filter.</param>
public sealed record AuditLogPage(IReadOnlyList<AuditLogLine> Lines, bool HasNewer, bool HasOlder);

/// <summary>Reads the audit log for people: names for ids, and the details that have not been erased.</summary>
public sealed class AuditLogReader(HubDb hub)
{
    /// <summary>The latest entries of a record, newest first; only those the actor may see.</summary>
    /// <param name="recordId">The record.</param>
    /// <param name="count">How many.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <param name="except">An action that is left out; null leaves out none.</param>
    public Task<IReadOnlyList<AuditLogLine>> OfRecordAsync(Guid recordId, int count, CancellationToken ct, string? except = null)
    {
        var id = recordId.ToString("D");
        return LatestAsync(entries => entries.Where(entry => entry.EntityId == id && (except == null || entry.Action != except)), count, ct);
    }

    /// <summary>The latest entry of a record; null when there is none that the actor may see.</summary>
    public async Task<AuditLogLine?> LastOfRecordAsync(Guid recordId, CancellationToken ct) =>
        await OfRecordAsync(recordId, 1, ct) is [var last, ..] ? last : null;

    /// <summary>The latest entries of one action on one kind of thing in a chain, newest first; only those the actor may see.</summary>
    public Task<IReadOnlyList<AuditLogLine>> OfActionAsync(ChainId chain, string action, string entity, int count, CancellationToken ct) =>
        LatestAsync(entries => entries.Where(entry => entry.Chain == chain && entry.Action == action && entry.Entity == entity), count, ct);

    /// <summary>The latest things that some people did in some chains, newest first; only those the actor may see.</summary>
    /// <param name="people">Who.</param>
    /// <param name="chains">Where.</param>
    /// <param name="actions">What.</param>
    /// <param name="skipped">How many of the newest are passed over.</param>
    /// <param name="count">How many.</param>
    /// <param name="ct">Ends the reading.</param>
    public Task<IReadOnlyList<AuditLogLine>> ByPeopleAsync(
        IReadOnlyCollection<Guid> people, IReadOnlyCollection<ChainId> chains, IReadOnlyCollection<string> actions, int skipped, int count, CancellationToken ct)
    {
        var actors = people.Select(person => Actor.User(person).Reference).ToList();
        return LatestAsync(entries => entries.Where(entry => actors.Contains(entry.Actor) && chains.Contains(entry.Chain) && actions.Contains(entry.Action)), count, ct, skipped);
    }

    /// <summary>A page of a chain, found by the numbers of its entries: it costs the same everywhere in the chain.</summary>
    /// <param name="chain">The chain.</param>
    /// <param name="filter">Which entries pass.</param>
    /// <param name="place">The entries before or after a number; null for the newest.</param>
    /// <param name="count">How many.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<AuditLogPage> PageAsync(ChainId chain, AuditLogFilter filter, AuditLogPlace? place, int count, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = await hub.OpenAsync(ct);
        var passing = await filter.OfAsync(db, chain, ct);
        var goesUp = place is { Goes: AuditLogDirection.Newer };
        var entries = await (place switch
        {
            { Goes: AuditLogDirection.Newer, Sequence: var after } => passing.Where(entry => entry.Sequence > after).OrderBy(entry => entry.Sequence),
            { Sequence: var before } => passing.Where(entry => entry.Sequence < before).OrderByDescending(entry => entry.Sequence),
            null => passing.OrderByDescending(entry => entry.Sequence),
        }).Take(count + 1).ToListAsync(ct);
        var goesOn = entries.Count > count;
        var shown = entries.Take(count).OrderByDescending(entry => entry.Sequence).ToList();
        return new(await LinesAsync(db, shown, ct), goesUp ? goesOn : place is not null, goesUp || goesOn);
    }

    /// <summary>Entries of a chain after a number, oldest first, for a file: with the bytes that their hashes were taken of.</summary>
    public async Task<IReadOnlyList<(AuditLogLine Line, AuditLogEntry Entry, AuditLogPayload? Payload)>> AfterAsync(
        ChainId chain, AuditLogFilter filter, long after, long last, int count, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = await hub.OpenAsync(ct);
        var entries = await (await filter.OfAsync(db, chain, ct)).Where(entry => entry.Sequence > after && entry.Sequence <= last)
            .OrderBy(entry => entry.Sequence).Take(count).ToListAsync(ct);
        var payloads = await PayloadsAsync(db, entries, ct);
        return [.. (await LinesAsync(db, entries, ct, payloads)).Zip(entries, (line, entry) => (line, entry, payloads.GetValueOrDefault(entry.Id)))];
    }

    private async Task<IReadOnlyList<AuditLogLine>> LatestAsync(Func<IQueryable<AuditLogEntry>, IQueryable<AuditLogEntry>> filter, int count, CancellationToken ct, int skipped = 0)
    {
        await using var db = await hub.OpenAsync(ct);
        return await LinesAsync(db, await filter(db.AuditLogEntries.AsNoTracking()).OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Sequence).Skip(skipped).Take(count).ToListAsync(ct), ct);
    }

    private static async Task<Dictionary<Guid, AuditLogPayload>> PayloadsAsync(HubDbContext db, List<AuditLogEntry> entries, CancellationToken ct)
    {
        var ids = entries.Select(entry => entry.Id).ToList();
        return await db.AuditLogPayloads.AsNoTracking().Where(payload => ids.Contains(payload.EntryId)).ToDictionaryAsync(payload => payload.EntryId, ct);
    }

    private static async Task<IReadOnlyList<AuditLogLine>> LinesAsync(
        HubDbContext db, List<AuditLogEntry> entries, CancellationToken ct, Dictionary<Guid, AuditLogPayload>? payloads = null)
    {
        payloads ??= await PayloadsAsync(db, entries, ct);
        var people = await ActorNamesAsync(db, entries.Select(entry => (entry.ActorKind, entry.Actor)), ct);
        var (names, records) = await LoggedNames.OfAsync(db, entries, payloads.Values, ct);
        return [.. entries.Select(entry => (Entry: entry, Payload: payloads.GetValueOrDefault(entry.Id))).Select(one =>
            new AuditLogLine(one.Entry.At, people[(one.Entry.ActorKind, one.Entry.Actor)], one.Entry.Action, one.Entry.Entity, one.Entry.EntityId, one.Payload?.Because, one.Payload?.Changes ?? [])
            {
                Sequence = one.Entry.Sequence,
                Actor = one.Entry.Actor,
                Record = Guid.TryParse(one.Entry.EntityId, out var id) ? records.GetValueOrDefault(id) : null,
                Names = names,
            })];
    }

    /// <summary>What actors are called: people by their name today, a person who is gone "a former user".</summary>
    internal static async Task<Dictionary<(ActorKind Kind, string Actor), string>> ActorNamesAsync(HubDbContext db, IEnumerable<(ActorKind Kind, string Actor)> actors, CancellationToken ct)
    {
        var all = actors.Distinct().ToList();
        var people = all.Where(actor => actor.Kind == ActorKind.User).Select(actor => Guid.Parse(actor.Actor)).ToList();
        var names = await db.Users.AsNoTracking().Where(user => people.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName, ct);
        return all.ToDictionary(actor => actor, actor => actor.Kind switch
        {
            ActorKind.User => names.GetValueOrDefault(Guid.Parse(actor.Actor), "A former user"),
            ActorKind.OperatingSystemUser => $"{actor.Actor} (command line)",
            _ => $"ComplianceHub ({actor.Actor})",
        });
    }
}
