using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.AuditLog;

/// <summary>An entry with the record that it is about.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Record">The record as it is called today; null when it is gone, or the entry is about something else.</param>
public sealed record LogLine(AuditLogLine Entry, RecordRef? Record);

/// <summary>A page of a shop's log.</summary>
/// <param name="ShopName">The shop.</param>
/// <param name="Lines">The entries, newest first.</param>
/// <param name="HasMore">Whether older entries follow.</param>
public sealed record LogPageLines(string ShopName, IReadOnlyList<LogLine> Lines, bool HasMore);

/// <summary>Reads the log of a shop for its page.</summary>
public sealed class LogQuery(HubDb hub, AuditLogReader log)
{
    /// <summary>How many entries a page holds.</summary>
    public const int PageSize = 50;

    /// <summary>A page of entries, from 1; null when there is no such shop or the person may not read its registers.</summary>
    public async Task<LogPageLines?> PageAsync(string slug, int page, CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(ct);
        var shop = await db.Shops.AsNoTracking().Where(shop => shop.Slug == slug).Select(shop => new { shop.Id, shop.Name }).SingleOrDefaultAsync(ct);
        if (shop is null || !db.Access.MayReadRegisters(shop.Id))
            return null;
        var lines = await log.OfChainAsync(ChainId.OfShop(shop.Id), (Math.Max(1, page) - 1) * PageSize, PageSize + 1, ct);
        return new(shop.Name, await NamedAsync(db, [.. lines.Take(PageSize)], ct), lines.Count > PageSize);
    }

    private static async Task<IReadOnlyList<LogLine>> NamedAsync(HubDbContext db, IReadOnlyList<AuditLogLine> lines, CancellationToken ct)
    {
        var records = new Dictionary<Guid, RecordRef>();
        foreach (var entries in lines.GroupBy(line => line.Entity))
        {
            List<Guid> ids = [.. entries.Select(line => Guid.TryParse(line.EntityId, out var id) ? id : Guid.Empty).Distinct()];
            foreach (var record in await OwnedTables.FindAsync(db, entries.Key, ids, ct))
                records[record.Id] = record.Ref();
        }
        return [.. lines.Select(line => new LogLine(line, Guid.TryParse(line.EntityId, out var id) ? records.GetValueOrDefault(id) : null))];
    }
}
