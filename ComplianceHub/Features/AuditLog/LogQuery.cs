using ComplianceHub.Data;
using ComplianceHub.Domain.AuditLog;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.AuditLog;

/// <summary>A page of a shop's log.</summary>
/// <param name="ShopName">The shop.</param>
/// <param name="Lines">The entries, newest first.</param>
/// <param name="HasMore">Whether older entries follow.</param>
public sealed record LogPageLines(string ShopName, IReadOnlyList<AuditLogLine> Lines, bool HasMore);

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
        return new(shop.Name, [.. lines.Take(PageSize)], lines.Count > PageSize);
    }
}
