using System.Collections.Concurrent;
using System.Diagnostics;
using ComplianceHub.CommandLine;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Features.Audits;

public sealed class KilledProgramTests_on_Sqlite() : KilledProgramTests(null)
{
    [Fact(Explicit = true)]
    public Task Two_hundred_kills_lose_nothing_and_leave_nothing_half_done() => KillAsync(200);
}

public sealed class KilledProgramTests_on_Postgres(PostgresServer server) : KilledProgramTests(server)
{
    [Fact(Explicit = true)]
    public Task Forty_kills_lose_nothing_and_leave_nothing_half_done() => KillAsync(40);
}

/// <summary>
/// Two processes at once save, freeze and sign on one database and are killed at random moments: kill -9, without a
/// word. What was acknowledged is there, what was not is there whole or not at all, and the log holds.
/// </summary>
public abstract class KilledProgramTests(PostgresServer? server) : AuditFixture(server)
{
    private const int Lanes = 2;
    private const int EnoughToSign = 5;

    // How long each kind of step takes at most, when two processes are at it.
    private static readonly (string Name, int Milliseconds)[] Steps = [("save", 200), ("freeze", 1000), ("save", 200), ("save", 200), ("sign", 3000), ("save", 200)];

    private readonly ConcurrentQueue<string> _acknowledged = new();
    private readonly ConcurrentQueue<string> _inTheTime = new();
    private readonly Random _random = new(20261124);
    private int _kills;

    protected async Task KillAsync(int kills)
    {
        var clock = Stopwatch.StartNew();
        for (var begun = 0; begun < kills; begun += Lanes)
        {
            var (name, milliseconds) = Steps[begun / Lanes % Steps.Length];
            if (name == "sign")
                await PrepareAsync();
            await Task.WhenAll(Enumerable.Range(0, Lanes).Select(_ => KillOneAsync(name, _random.Next(milliseconds))));
            if (begun % 40 == 0)
                await DemandWholeAsync();
        }
        await DemandWholeAsync();
        Assert.Equal(kills, _kills);
        // Else nothing was interrupted: what a process does first to be warm does not count.
        foreach (var kind in new[] { "saved", "frozen", "signed" })
            Assert.True(_inTheTime.Any(line => line.StartsWith(kind, StringComparison.Ordinal)), $"Nothing was {kind}.");
        TestContext.Current.TestOutputHelper!.WriteLine($"{kills} kills in {clock.Elapsed.TotalSeconds:N0} s, of those that were timed {string.Join(", ", _inTheTime.GroupBy(line => line.Split(' ')[0]).Select(group => $"{group.Count()} {group.Key}"))}");
    }

    private async Task KillOneAsync(string step, int milliseconds)
    {
        using var process = InterruptedWork.Start(ConnectionString, Folder, step, Now, Shop.Id, Officer, Auditor, Manager);
        while (await process.StandardOutput.ReadLineAsync(Ct) is { } line && line != InterruptedWork.Begins)
            _acknowledged.Enqueue(line);
        var rest = process.StandardOutput.ReadToEndAsync(Ct);
        await Task.Delay(milliseconds, Ct);
        Assert.False(process.HasExited, $"{step} ended by itself.");
        process.Kill();
        await process.WaitForExitAsync(Ct);
        Interlocked.Increment(ref _kills);
        // A line without its end was not written whole.
        foreach (var line in (await rest).Split('\n').SkipLast(1))
        {
            _acknowledged.Enqueue(line.Trim());
            _inTheTime.Enqueue(line);
        }
    }

    private async Task PrepareAsync()
    {
        await using var db = await OpenAsync();
        for (var waiting = await db.Audits.CountAsync(audit => audit.State == AuditState.AwaitingSignOff, Ct); waiting < EnoughToSign; waiting++)
            await HandedInAsync();
    }

    private async Task DemandWholeAsync()
    {
        // The program is started again.
        var services = ScopeOf(Actor.System("test"));
        await services.GetRequiredService<Checkpoints>().LookBackAsync(Ct);
        Assert.Null(services.GetRequiredService<LogAlarm>().Reason);
        var log = await services.GetRequiredService<AuditLogVerifier>().VerifyAllAsync(new LogChecks(Files: true), Ct);
        Assert.True(ExitCode.Of(log.Worst) == 0, string.Join(' ', log.Checkpoints.Faults.Select(fault => fault.Reason)));
        await using var db = await OpenAsync();
        await DemandAuditsWholeAsync(db);
        await DemandNothingLostAsync(db);
    }

    private async Task DemandAuditsWholeAsync(HubDbContext db)
    {
        var contents = await db.FrozenContents.Select(row => row.Sha256).ToListAsync(Ct);
        var named = new HashSet<string>();
        var sizes = new HashSet<int>();
        foreach (var audit in await db.Audits.AsNoTracking().ToListAsync(Ct))
        {
            var shops = await db.FrozenShops.AsNoTracking().Where(row => row.AuditId == audit.Id).ToListAsync(Ct);
            var items = await db.AuditItems.CountAsync(row => row.AuditId == audit.Id, Ct);
            var signOffs = await db.SignOffs.AsNoTracking().Where(row => row.AuditId == audit.Id).ToListAsync(Ct);
            Assert.Equal(audit.State == AuditState.Draft ? 0 : audit.ShopIds.Count, shops.Count);
            Assert.Equal(audit.State == AuditState.Draft, items == 0);
            Assert.Equal(audit.State == AuditState.Signed ? 1 : 0, signOffs.Count);
            if (items > 0)
                sizes.Add(items);
            named.UnionWith(shops.SelectMany(shop => new[] { shop.SnapshotSha256, shop.VerdictsSha256 }).Concat(signOffs.SelectMany(signed => new[] { signed.ContentSha256, signed.ReportSha256 })));
        }
        // Every audit here asks the same, so each has the same number of items or lost some.
        Assert.True(sizes.Count <= 1);
        Assert.Equal(named.Order(StringComparer.Ordinal), contents.Order(StringComparer.Ordinal));
        foreach (var sha256 in named)
            await FrozenBytes.ReadAsync(db, sha256, Ct);
    }

    private async Task DemandNothingLostAsync(HubDbContext db)
    {
        var vendors = await db.Vendors.Select(vendor => vendor.Id).ToHashSetAsync(Ct);
        var audits = await db.Audits.AsNoTracking().ToDictionaryAsync(audit => audit.Id, audit => audit.State, Ct);
        foreach (var words in _acknowledged.Select(line => line.Split(' ')))
        {
            var ids = words.Skip(1).Select(Guid.Parse).ToList();
            Assert.True(words[0] switch
            {
                "saved" => ids.TrueForAll(vendors.Contains),
                "frozen" => audits[ids[0]] != AuditState.Draft,
                _ => audits[ids[0]] == AuditState.Signed,
            }, $"{string.Join(' ', words)} is lost");
        }
        // Both of a save, or none.
        Assert.Equal(await db.Vendors.CountAsync(vendor => vendor.LegalName == "Of the shop", Ct), await db.Vendors.CountAsync(vendor => vendor.LegalName == "Of the group", Ct));
    }
}
