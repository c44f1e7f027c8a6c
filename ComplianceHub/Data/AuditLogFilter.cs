using System.Linq.Expressions;
using ComplianceHub.Domain.AuditLog;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>Which entries of a chain somebody wants to read; what is null does not matter.</summary>
public sealed record AuditLogFilter
{
    // The words that every payload holds around its content.
    private static readonly string[] Frame = ["\"because\":", "\"changes\":", "\"field\":", "\"old\":", "\"new\":"];

    /// <summary>Who did it, as the entry names them: a person's id, the reason of a job, an operating-system user.</summary>
    public string? Actor { get; init; }

    /// <summary>The kind of record: "Vendor".</summary>
    public string? Entity { get; init; }

    /// <summary>What was done: "changed".</summary>
    public string? Action { get; init; }

    /// <summary>The one record.</summary>
    public Guid? Record { get; init; }

    /// <summary>From the beginning of this day, UTC.</summary>
    public DateOnly? From { get; init; }

    /// <summary>To the end of this day, UTC.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>A word of the reason, of a value, of a field's name, or of the name that the record has today. SQLite
    /// knows the letters A to Z alone in both cases; others are found as they are written.</summary>
    public string? Text { get; init; }

    /// <summary>Whether it lets every entry pass.</summary>
    public bool IsEmpty => this == new AuditLogFilter();

    /// <summary>The entries that pass, of those that the actor may see.</summary>
    internal async Task<IQueryable<AuditLogEntry>> OfAsync(HubDbContext db, ChainId chain, CancellationToken ct)
    {
        var entries = db.AuditLogEntries.AsNoTracking().Where(entry => entry.Chain == chain);
        if (Actor is { } actor)
            entries = entries.Where(entry => entry.Actor == actor);
        if (Entity is { } entity)
            entries = entries.Where(entry => entry.Entity == entity);
        if (Action is { } action)
            entries = entries.Where(entry => entry.Action == action);
        if (Record?.ToString("D") is { } record)
            entries = entries.Where(entry => entry.EntityId == record);
        if (From is { } from && Midnight(from) is var first)
            entries = entries.Where(entry => entry.At >= first);
        if (Until is { } until && until < DateOnly.MaxValue && Midnight(until.AddDays(1)) is var end)
            entries = entries.Where(entry => entry.At < end);
        return string.IsNullOrWhiteSpace(Text) ? entries : await SayingAsync(db, entries, Text.Trim(), ct);
    }

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private static async Task<IQueryable<AuditLogEntry>> SayingAsync(HubDbContext db, IQueryable<AuditLogEntry> entries, string text, CancellationToken ct)
    {
        var ids = await LoggedNames.IdsAsync(db, text, ct);
        var payloads = db.AuditLogPayloads.AsNoTracking().Where(Says(db, text));
        return entries.Where(entry => ids.Contains(entry.EntityId) || entry.EntityId == text || payloads.Any(payload => payload.EntryId == entry.Id));
    }

    // As the payload writes it: escaped. "notice days" is in SubProcessorNoticeDays too.
    private static Expression<Func<AuditLogPayload, bool>> Says(HubDbContext db, string text)
    {
        var written = CanonicalJson.Text(string.Concat(text.EnumerateRunes()))[1..^1];
        var lower = db is PostgresHubDbContext ? written.ToLowerInvariant() : string.Concat(written.Select(letter => char.IsAsciiLetterUpper(letter) ? char.ToLowerInvariant(letter) : letter));
        var joined = lower.Replace(" ", "", StringComparison.Ordinal);
        var (because, changes, field, old, now) = (Frame[0], Frame[1], Frame[2], Frame[3], Frame[4]);
#pragma warning disable CA1862 // The database compares, and knows no StringComparison.
        return payload =>
            payload.Json.Replace(because, "").Replace(changes, "").Replace(field, "").Replace(old, "").Replace(now, "").ToLower().Contains(lower)
            || (joined != lower && payload.Json.ToLower().Contains(joined));
#pragma warning restore CA1862
    }
}
