using ComplianceHub.Domain.AuditLog;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>What a reader of a chain can choose from: who acted, what was done, to which kinds of records.</summary>
/// <param name="People">Who acted, as entries name them, and what they are called.</param>
/// <param name="Actions">What was done.</param>
/// <param name="Entities">The kinds of records.</param>
public sealed record AuditLogChoices(IReadOnlyList<(string Actor, string Name)> People, IReadOnlyList<string> Actions, IReadOnlyList<string> Entities)
{
    // Older entries are found too, when the address names whom or what they are about.
    private const int Latest = 20_000;

    /// <summary>What occurs among the latest entries of a chain; only what the actor may see.</summary>
    public static async Task<AuditLogChoices> OfAsync(HubDbContext db, ChainId chain, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var last = await db.AuditLogEntries.Where(entry => entry.Chain == chain).MaxAsync(entry => (long?)entry.Sequence, ct) ?? 0;
        var found = await db.AuditLogEntries.Where(entry => entry.Chain == chain && entry.Sequence > last - Latest)
            .Select(entry => new { entry.ActorKind, entry.Actor, entry.Action, entry.Entity }).Distinct().ToListAsync(ct);
        var names = await AuditLogReader.ActorNamesAsync(db, found.Select(one => (one.ActorKind, one.Actor)), ct);
        return new(
            [.. names.Select(actor => (actor.Key.Actor, Name: actor.Value)).DistinctBy(actor => actor.Actor).OrderBy(actor => actor.Name, StringComparer.CurrentCultureIgnoreCase)],
            [.. found.Select(one => one.Action).Distinct().Order(StringComparer.Ordinal)],
            [.. found.Select(one => one.Entity).Distinct().Order(StringComparer.Ordinal)]);
    }
}
