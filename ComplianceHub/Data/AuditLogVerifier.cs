using System.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ComplianceHub.Data;

/// <summary>What is verified beside the chains and the checkpoints.</summary>
/// <param name="Anchors">A folder with copies of checkpoints, or reports, that were kept elsewhere; null for none.</param>
/// <param name="Files">Whether the bytes of evidence files, and of what audits froze and signed, are compared with their hashes.</param>
public sealed record LogChecks(string? Anchors = null, bool Files = false)
{
    /// <summary>What the reports in that folder say of the log.</summary>
    public IReadOnlyList<KeptProof> Reports { get; init; } = [];
}

/// <summary>What verifying the audit log found.</summary>
/// <param name="Chains">Each chain that the actor may read, with the result.</param>
/// <param name="MissingTriggers">The names of the database's triggers that should refuse changes and are not there.</param>
/// <param name="UnknownChains">Names under which rows of the log stand and that are no chain's: somebody has overwritten them.</param>
public sealed record LogVerification(
    IReadOnlyList<(ChainId Chain, ChainVerification Result)> Chains, IReadOnlyList<string> MissingTriggers, IReadOnlyList<string> UnknownChains)
{
    /// <summary>What the checkpoints say.</summary>
    public CheckpointVerification Checkpoints { get; init; } = new(0, null, []);

    /// <summary>Files that are not what the log says of them.</summary>
    public IReadOnlyList<LogFinding> Files { get; init; } = [];

    /// <summary>The worst that was found; null when nothing was.</summary>
    public LogFault? Worst => ((IEnumerable<LogFault>)
    [
        .. Chains.Select(chain => chain.Result).OfType<ChainVerification.Broken>().Select(broken => broken.Fault),
        .. MissingTriggers.Concat(UnknownChains).Select(_ => LogFault.Broken),
        .. Checkpoints.Faults.Concat(Files).Select(finding => finding.Fault),
    ]).Select(fault => (LogFault?)fault).Min();

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsIntact => Worst is null;

    /// <summary>How many entries the intact chains have.</summary>
    public long Count => Chains.Sum(chain => chain.Result is ChainVerification.Intact intact ? intact.Count : 0);
}

/// <summary>
/// Reads chains of the audit log from their first entry, in constant memory: the same on the page, at night and on the
/// command line.
/// </summary>
public sealed class AuditLogVerifier(HubDb hub, SigningKeys keys)
{
    private static readonly TimeSpan WhileACheckpointIsCopied = TimeSpan.FromMilliseconds(50);

    /// <summary>Verifies every chain that the actor may read.</summary>
    public Task<LogVerification> VerifyAllAsync(CancellationToken ct = default) => VerifyAllAsync(new LogChecks(), ct);

    /// <summary>Verifies every chain that the actor may read, and what else is asked for.</summary>
    /// <exception cref="DomainException">The folder of anchors holds none.</exception>
    public Task<LogVerification> VerifyAllAsync(LogChecks checks, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(checks);
        return TwiceAsync(() => VerifyAllOnceAsync(checks, ct), ct);
    }

    private async Task<LogVerification> VerifyAllOnceAsync(LogChecks checks, CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(ct);
        await using var reading = await BeginReadingAsync(db, ct);
        var (chains, unknown) = await ChainsAsync(db, ct);
        var checkpoints = await new CheckpointVerifier(db, keys).VerifyAsync(checks, ct);
        var results = new List<(ChainId, ChainVerification)>();
        foreach (var chain in chains.Where(chain => MayVerify(db.Access, chain)).OrderBy(chain => chain.ToString(), StringComparer.Ordinal))
            results.Add((chain, await VerifyAsync(db, chain, checkpoints.Count, ct)));
        return new LogVerification(results, await AppendOnlyTriggers.MissingAsync(db, ct), db.Access.SeesPeople ? unknown : [])
        {
            Checkpoints = checkpoints,
            Files = checks.Files && db.Access.SeesAllRegisters ? await FilesAsync(db, null, ct) : [],
        };
    }

    /// <summary>Verifies one chain.</summary>
    /// <exception cref="AccessDeniedException">The actor may not read this chain.</exception>
    /// <exception cref="DomainException">The folder of anchors holds none.</exception>
    public Task<LogVerification> VerifyAsync(ChainId chain, LogChecks? checks = null, CancellationToken ct = default) =>
        TwiceAsync(() => VerifyOnceAsync(chain, checks, ct), ct);

    private async Task<LogVerification> VerifyOnceAsync(ChainId chain, LogChecks? checks, CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(ct);
        if (!MayVerify(db.Access, chain))
            throw new AccessDeniedException("Verifying this part of the audit log takes a grant for it.");
        await using var reading = await BeginReadingAsync(db, ct);
        var checkpoints = await new CheckpointVerifier(db, keys).VerifyAsync(checks ?? new(), ct);
        return new LogVerification([(chain, await VerifyAsync(db, chain, checkpoints.Count, ct))], await AppendOnlyTriggers.MissingAsync(db, ct), [])
        {
            Checkpoints = checkpoints,
            Files = checks is { Files: true } && chain.ShopId is { } shop ? await FilesAsync(db, shop, ct) : [],
        };
    }

    private static async Task<IReadOnlyList<LogFinding>> FilesAsync(HubDbContext db, Guid? shop, CancellationToken ct) =>
        [.. await EvidenceCheck.CompareAsync(db, shop, ct), .. await FrozenCheck.CompareAsync(db, shop, ct)];

    // The database and the file of checkpoints are not of one moment: a checkpoint that is written just now stands in one
    // of them and not yet in the other. What is really wrong is wrong again.
    private static async Task<LogVerification> TwiceAsync(Func<Task<LogVerification>> verify, CancellationToken ct)
    {
        var first = await verify();
        if (first.Checkpoints is not { Faults.Count: > 0 })
            return first;
        await Task.Delay(WhileACheckpointIsCopied, ct);
        return await verify();
    }

    private static bool MayVerify(Access access, ChainId chain) =>
        chain == ChainId.System ? access.SeesPeople
        : chain.ShopId is { } shop ? access.MayReadRegisters(shop)
        : access.SeesAllRegisters;

    // Head and entries are of one moment, or an entry that is appended meanwhile would look like a forged one.
    private static async Task<IDbContextTransaction?> BeginReadingAsync(HubDbContext db, CancellationToken ct)
    {
        if (db is PostgresHubDbContext)
            return await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await db.Database.OpenConnectionAsync(ct);
        // Deferred: it takes no write lock, so others go on writing.
        return await db.Database.UseTransactionAsync(((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true), ct);
    }

    // Read as text: a name that somebody has overwritten is a result and must not end the reading. Chains that should be
    // there belong to it too, or one that was removed with its head would be missed by nobody.
    private static async Task<(List<ChainId> Chains, List<string> Unknown)> ChainsAsync(HubDbContext db, CancellationToken ct)
    {
        var names = await db.Database.SqlQuery<string>($"""
            SELECT "Chain" AS "Value" FROM "AuditLogHeads" UNION SELECT "Chain" FROM "AuditLogEntries"
            """).ToListAsync(ct);
        var unknown = names.Where(name => !IsChain(name)).ToList();
        var shops = await db.Shops.IgnoreQueryFilters().Select(shop => shop.Id).ToListAsync(ct);
        var chains = names.Except(unknown).Select(ChainId.Parse).Concat(shops.Select(ChainId.OfShop)).Append(ChainId.System).Append(ChainId.Group);
        return ([.. chains.Distinct()], unknown);
    }

    private static bool IsChain(string name)
    {
        try
        {
            return ChainId.Parse(name).ToString() == name;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private async Task<ChainVerification> VerifyAsync(HubDbContext db, ChainId chain, long checkpoints, CancellationToken ct)
    {
        var noted = await NotedHeads.OfAsync(db, chain, checkpoints, ct);
        ChainHead head;
        try
        {
            head = await db.AuditLogHeads.AsNoTracking().SingleOrDefaultAsync(row => row.Chain == chain, ct) ?? ChainHead.Empty(chain);
        }
        catch (Exception unreadable) when (unreadable is FormatException or InvalidCastException or InvalidOperationException or OverflowException)
        {
            return new ChainVerification.Broken(1, "The chain's head cannot be read: a field was overwritten.");
        }
        var parts = await new ChainReader(hub, chain, noted).ReadAsync(db, head.Sequence, ct);
        var result = noted.Judge(HashChain.Join(chain, parts), head);
        return result is ChainVerification.Intact { Count: 0 } && await HasBegunAsync(db, chain, ct)
            ? new ChainVerification.Broken(1, "The whole chain is missing: what it tells about is there.")
            : result;
    }

    // Adding the installation, the first company and each shop wrote the first entry of their chain.
    private static Task<bool> HasBegunAsync(HubDbContext db, ChainId chain, CancellationToken ct) =>
        chain.ShopId is { } id ? db.Shops.IgnoreQueryFilters().AnyAsync(shop => shop.Id == id, ct)
        : chain == ChainId.System ? db.Set<Installation>().AnyAsync(ct)
        : db.LegalEntities.IgnoreQueryFilters().AnyAsync(ct);
}
