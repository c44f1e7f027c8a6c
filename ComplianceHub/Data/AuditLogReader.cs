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
    DateTimeOffset At, string Who, string Action, string Entity, string EntityId, string? Because, IReadOnlyList<FieldChange> Changes);

/// <summary>Reads the audit log for people: names for ids, and the details that have not been erased.</summary>
public sealed class AuditLogReader(HubDb hub)
{
    /// <summary>The latest entries of a record, newest first; only those the actor may see.</summary>
    public Task<IReadOnlyList<AuditLogLine>> OfRecordAsync(Guid recordId, int count, CancellationToken ct)
    {
        var id = recordId.ToString("D");
        return ReadAsync(entries => entries.Where(entry => entry.EntityId == id), 0, count, ct);
    }

    /// <summary>The latest entry of a record; null when there is none that the actor may see.</summary>
    public async Task<AuditLogLine?> LastOfRecordAsync(Guid recordId, CancellationToken ct) =>
        await OfRecordAsync(recordId, 1, ct) is [var last, ..] ? last : null;

    /// <summary>Entries of one chain, newest first; only those the actor may see.</summary>
    public Task<IReadOnlyList<AuditLogLine>> OfChainAsync(ChainId chain, int skip, int count, CancellationToken ct) =>
        ReadAsync(entries => entries.Where(entry => entry.Chain == chain), skip, count, ct);

    /// <summary>The latest entries of one action on one kind of thing in a chain, newest first; only those the actor may see.</summary>
    public Task<IReadOnlyList<AuditLogLine>> OfActionAsync(ChainId chain, string action, string entity, int count, CancellationToken ct) =>
        ReadAsync(entries => entries.Where(entry => entry.Chain == chain && entry.Action == action && entry.Entity == entity), 0, count, ct);

    private async Task<IReadOnlyList<AuditLogLine>> ReadAsync(Func<IQueryable<AuditLogEntry>, IQueryable<AuditLogEntry>> filter, int skip, int count, CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(ct);
        var entries = await filter(db.AuditLogEntries.AsNoTracking()).OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Sequence)
            .Skip(skip).Take(count).ToListAsync(ct);
        var ids = entries.Select(entry => entry.Id).ToList();
        var payloads = await db.AuditLogPayloads.AsNoTracking().Where(payload => ids.Contains(payload.EntryId)).ToDictionaryAsync(payload => payload.EntryId, ct);
        var people = entries.Where(entry => entry.ActorKind == ActorKind.User).Select(entry => Guid.Parse(entry.Actor)).Distinct().ToList();
        var names = await db.Users.Where(user => people.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName, ct);
        return [.. entries.Select(entry => Line(entry, payloads.GetValueOrDefault(entry.Id), names))];
    }

    private static AuditLogLine Line(AuditLogEntry entry, AuditLogPayload? payload, Dictionary<Guid, string> names) => new(
        entry.At,
        entry.ActorKind switch
        {
            ActorKind.User => names.GetValueOrDefault(Guid.Parse(entry.Actor), "A former user"),
            ActorKind.OperatingSystemUser => $"{entry.Actor} (command line)",
            _ => $"ComplianceHub ({entry.Actor})",
        },
        entry.Action,
        entry.Entity,
        entry.EntityId,
        payload?.Because,
        payload?.Changes ?? []);
}
