using ComplianceHub.Data;
using ComplianceHub.Domain.AuditLog;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.AuditLog;

/// <summary>A page of a log.</summary>
/// <param name="Name">What people call what it is of: the shop's name.</param>
/// <param name="Entries">The entries.</param>
/// <param name="Choices">What the reader can choose from.</param>
/// <param name="IsEmpty">Whether there is no entry at all, with any filter.</param>
public sealed record LogPageEntries(string Name, AuditLogPage Entries, AuditLogChoices Choices, bool IsEmpty);

/// <summary>Reads a log for its page.</summary>
public sealed class LogQuery(HubDb hub, AuditLogReader log)
{
    /// <summary>How many entries a page holds.</summary>
    public const int PageSize = 50;

    /// <summary>A page; null when there is no such shop or the person may not read this log.</summary>
    public async Task<LogPageEntries?> PageAsync(LogScope scope, AuditLogFilter filter, AuditLogPlace? place, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(scope);
        await using var db = await hub.OpenAsync(ct);
        return await scope.FindAsync(db, ct) is ({ } chain, { } name)
            ? new(name, await log.PageAsync(chain, filter, place, PageSize, ct), await AuditLogChoices.OfAsync(db, chain, ct), await IsEmptyAsync(db, chain, ct))
            : null;
    }

    private static async Task<bool> IsEmptyAsync(HubDbContext db, ChainId chain, CancellationToken ct) => !await db.AuditLogEntries.AnyAsync(entry => entry.Chain == chain, ct);
}
