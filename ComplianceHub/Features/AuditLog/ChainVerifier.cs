using System.Runtime.CompilerServices;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.AuditLog;

/// <summary>What verifying one chain found.</summary>
/// <param name="Chain">The chain.</param>
/// <param name="Name">What people call it: the shop's slug, "group" or "system".</param>
/// <param name="Verification">Intact or broken.</param>
public sealed record VerifiedChain(ChainId Chain, string Name, ChainVerification Verification);

/// <summary>Reads chains of the audit log from their first entry, in constant memory, and compares each with its recorded head.</summary>
public sealed class ChainVerifier(HubDb hub)
{
    /// <summary>The triggers that keep the log append-only and are missing; a missing one lets entries be changed unnoticed by the database.</summary>
    public async Task<IReadOnlyList<string>> MissingTriggersAsync(CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(ct);
        return await AppendOnlyTriggers.MissingAsync(db, ct);
    }

    /// <summary>Verifies the chain of a shop; null when there is no such shop, or the actor may not see it.</summary>
    public async Task<VerifiedChain?> OfShopAsync(string slug, CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(ct);
        var shop = await db.Shops.AsNoTracking().SingleOrDefaultAsync(shop => shop.Slug == slug, ct);
        return shop is null ? null : await VerifyAsync(db, ChainId.OfShop(shop.Id), shop.Slug, ct);
    }

    /// <summary>Verifies every chain that the actor may see: the system's, the group's, then the shops' by slug.</summary>
    public async IAsyncEnumerable<VerifiedChain> AllAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(ct);
        var slugs = await db.Shops.AsNoTracking().ToDictionaryAsync(shop => ChainId.OfShop(shop.Id), shop => shop.Slug, ct);
        // A chain may have lost its shop or its head: whatever has entries, a head or a shop is looked at.
        var written = await db.AuditLogEntries.Select(entry => entry.Chain).Distinct().ToListAsync(ct);
        var headed = await db.AuditLogHeads.AsNoTracking().Select(head => head.Chain).ToListAsync(ct);
        var chains = written.Concat(headed).Concat(slugs.Keys).Append(ChainId.Group).Append(ChainId.System).Distinct()
            .Select(chain => (Chain: chain, Name: slugs.GetValueOrDefault(chain) ?? chain.ToString()))
            .OrderBy(chain => chain.Chain.ShopId is not null).ThenByDescending(chain => chain.Chain == ChainId.System).ThenBy(chain => chain.Name, StringComparer.Ordinal);
        foreach (var (chain, name) in chains)
            yield return await VerifyAsync(db, chain, name, ct);
    }

    private static async Task<VerifiedChain> VerifyAsync(HubDbContext db, ChainId chain, string name, CancellationToken ct)
    {
        // The head first: entries that somebody appends while we read are not ours to judge.
        var recorded = await HeadAsync(db, chain, ct) ?? ChainHead.Empty(chain);
        var verification = await HashChain.VerifyAsync(chain, EntriesAsync(db, chain, recorded.Sequence, ct), recorded, ct);
        if (verification is ChainVerification.Intact)
        {
            var now = (await HeadAsync(db, chain, ct))?.Sequence ?? 0;
            var beyond = await db.AuditLogEntries.Where(entry => entry.Chain == chain && entry.Sequence > now)
                .Select(entry => (long?)entry.Sequence).MinAsync(ct);
            if (beyond is { } sequence)
                verification = new ChainVerification.Broken(sequence, "Entries follow the recorded head of the chain.");
        }
        return new(chain, name, verification);
    }

    private static Task<ChainHead?> HeadAsync(HubDbContext db, ChainId chain, CancellationToken ct) =>
        db.AuditLogHeads.AsNoTracking().SingleOrDefaultAsync(head => head.Chain == chain, ct);

    private static async IAsyncEnumerable<(AuditLogEntry Entry, AuditLogPayload? Payload)> EntriesAsync(
        HubDbContext db, ChainId chain, long last, [EnumeratorCancellation] CancellationToken ct = default)
    {
        var entries =
            from entry in db.AuditLogEntries.AsNoTracking()
            where entry.Chain == chain && entry.Sequence <= last
            join payload in db.AuditLogPayloads.IgnoreQueryFilters().AsNoTracking() on entry.Id equals payload.EntryId into payloads
            from payload in payloads.DefaultIfEmpty()
            orderby entry.Sequence
            select new { Entry = entry, Payload = payload };
        await foreach (var row in entries.AsAsyncEnumerable().WithCancellation(ct))
            yield return (row.Entry, row.Payload);
    }
}
