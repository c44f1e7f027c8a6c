using ComplianceHub.Data;
using ComplianceHub.Domain.AuditLog;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.AuditLog;

/// <summary>What verifying one chain found.</summary>
/// <param name="Name">What people call it: the shop's slug, "group" or "system".</param>
/// <param name="Verification">Intact or broken.</param>
public sealed record VerifiedChain(string Name, ChainVerification Verification);

/// <summary>What verifying the log found, for people.</summary>
/// <param name="Chains">The system's, the group's, then the shops' by slug.</param>
/// <param name="Faults">What is wrong beside the chains, in sentences.</param>
public sealed record VerifiedLog(IReadOnlyList<VerifiedChain> Chains, IReadOnlyList<string> Faults)
{
    // Whoever wants all of them asks the command line.
    private const int MostSentences = 10;

    /// <summary>The worst that was found; null when nothing was.</summary>
    public LogFault? Worst { get; init; }

    /// <summary>What could not be judged, and why, in a sentence without a full stop; null when everything could.</summary>
    public string? Unchecked { get; init; }

    /// <summary>What the checkpoints say.</summary>
    public CheckpointVerification Checkpoints { get; init; } = new(0, null, []);

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsIntact => Worst is null;

    /// <summary>What was found, for people.</summary>
    public string InWords => IsIntact ? IntactInWords : string.Join(" ", Sentences.Take(MostSentences).Concat(Unchecked is null ? [] : [$"{Unchecked}."]));

    private string IntactInWords => Chains is [{ Verification: ChainVerification.Intact one }]
        ? $"{Count(one.Count, "entry", "entries")}, head {Convert.ToHexStringLower(one.Head.Hash)}{Erased(one.WithoutDetails)}."
        : $"{Count(Chains.Count, "chain", "chains")}, {Count(Intact.Sum(chain => chain.Count), "entry", "entries")}, {Count(Checkpoints.Count, "checkpoint", "checkpoints")}{Erased(Intact.Sum(chain => chain.WithoutDetails))}.";

    private IEnumerable<ChainVerification.Intact> Intact => Chains.Select(chain => chain.Verification).OfType<ChainVerification.Intact>();

    private IEnumerable<string> Sentences => Chains.Where(chain => chain.Verification is ChainVerification.Broken)
        .Select(chain => (chain.Name, Broken: (ChainVerification.Broken)chain.Verification))
        .Select(chain => Chains.Count == 1 ? $"At entry {chain.Broken.AtSequence}: {chain.Broken.Reason}" : $"{chain.Name}, at entry {chain.Broken.AtSequence}: {chain.Broken.Reason}")
        .Concat(Faults.Select(fault => $"{char.ToUpperInvariant(fault[0])}{fault[1..]}."));

    private static string Count(long count, string one, string many) => $"{count:N0} {(count == 1 ? one : many)}";

    private static string Erased(long count) => count > 0 ? $", details of {count:N0} erased" : "";
}

/// <summary>Verifies the audit log and names chains as people do.</summary>
public sealed class ChainVerifier(HubDb hub, AuditLogVerifier log)
{
    /// <summary>Verifies the chain of a shop; null when there is no such shop, or the actor may not see it.</summary>
    public async Task<VerifiedLog?> OfShopAsync(string slug, LogChecks? checks = null, CancellationToken ct = default)
    {
        await using var db = await hub.OpenAsync(ct);
        var shop = await db.Shops.AsNoTracking().Where(shop => shop.Slug == slug).Select(shop => (Guid?)shop.Id).SingleOrDefaultAsync(ct);
        return shop is { } id ? Named(await log.VerifyAsync(ChainId.OfShop(id), checks, ct), _ => slug) : null;
    }

    /// <summary>Verifies the chain of the group's registers.</summary>
    /// <exception cref="AccessDeniedException">The actor may not read them.</exception>
    public async Task<VerifiedLog> OfGroupAsync(CancellationToken ct = default) => Named(await log.VerifyAsync(ChainId.Group, null, ct), chain => chain.ToString());

    /// <summary>Verifies every chain that the actor may read.</summary>
    public async Task<VerifiedLog> AllAsync(LogChecks? checks = null, CancellationToken ct = default)
    {
        await using var db = await hub.OpenAsync(ct);
        var slugs = await db.Shops.AsNoTracking().ToDictionaryAsync(shop => ChainId.OfShop(shop.Id), shop => shop.Slug, ct);
        return Named(await log.VerifyAllAsync(checks ?? new(), ct), chain => slugs.GetValueOrDefault(chain) ?? chain.ToString());
    }

    private static VerifiedLog Named(LogVerification verification, Func<ChainId, string> name)
    {
        var chains = verification.Chains
            .OrderBy(chain => chain.Chain.ShopId is not null).ThenByDescending(chain => chain.Chain == ChainId.System)
            .ThenBy(chain => name(chain.Chain), StringComparer.Ordinal)
            .Select(chain => new VerifiedChain(name(chain.Chain), chain.Result));
        List<string> faults = [];
        if (verification.MissingTriggers.Count > 0)
            faults.Add($"the database no longer refuses changes of the log, these triggers are missing or changed: {string.Join(", ", verification.MissingTriggers)}");
        if (verification.UnknownChains.Count > 0)
            faults.Add($"rows of the log belong to no chain: {string.Join(", ", verification.UnknownChains.Select(Printable))}");
        faults.AddRange(verification.Checkpoints.Faults.Concat(verification.Files).Where(finding => finding.Fault != LogFault.Unchecked).Select(finding => finding.Reason));
        return new([.. chains], faults)
        {
            Worst = verification.Worst,
            Checkpoints = verification.Checkpoints,
            Unchecked = verification.Checkpoints.Faults.FirstOrDefault(finding => finding.Fault == LogFault.Unchecked)?.Reason,
        };
    }

    private static string Printable(string name) =>
        string.Concat(name.Take(60).Select(character => char.IsAscii(character) && !char.IsControl(character) ? character : '?'));
}
