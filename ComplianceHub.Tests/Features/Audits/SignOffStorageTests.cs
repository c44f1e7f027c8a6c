using System.Diagnostics.CodeAnalysis;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Features.Audits;
using ComplianceHub.Tests.CommandLine;
using ComplianceHub.Tests.Given;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Features.Audits;

public sealed class SignOffStorageTests_on_Sqlite() : SignOffStorageTests(null);

public sealed class SignOffStorageTests_on_Postgres(PostgresServer server) : SignOffStorageTests(server);

/// <summary>A database that takes nothing while a manager signs: a sentence, and the audit is as before.</summary>
public abstract class SignOffStorageTests(PostgresServer? server) : AuditFixture(server)
{
    // With a checkpoint of everything the signature itself is the first write; without one the checkpoint is.
    [Theory, InlineData(true), InlineData(false)]
    public async Task A_read_only_database_is_told_and_the_audit_is_as_before(bool isCheckpointed)
    {
        var audit = await HandedInAsync();
        if (isCheckpointed)
            await ScopeOf(Actor.System("checkpoint")).GetRequiredService<Checkpoints>().WriteAsync(Ct);
        var before = await StateAsync(Services, audit);
        await SetReadOnlyAsync(true);
        await using (var readOnly = Build(IsPostgres ? ConnectionString + ";Application Name=read only" : ConnectionString + ";Mode=ReadOnly"))
        {
            var refusal = await Assert.ThrowsAsync<StorageUnavailableException>(() => SignWithAsync(readOnly, audit));
            Assert.Equal("The database is read-only. Nothing can be saved. Reading goes on.", refusal.Message);
            Assert.Equal(before, await StateAsync(readOnly, audit));
        }
        await SetReadOnlyAsync(false);
        await SignWithAsync(Services, audit);
        Assert.Equal(AuditState.Signed, (await StoredAsync(audit)).State);
    }

    // However far the signing gets before there is no room.
    [Theory, InlineData(0, true), InlineData(0, false), InlineData(40_000, true), InlineData(120_000, true), InlineData(250_000, false)]
    public async Task A_full_disk_is_told_and_the_audit_is_as_before(int room, bool hasKeys)
    {
        if (IsPostgres)
            return;
        using var disk = SmallDisk.Mount(24, "the test of a signature on a full disk");
        var audit = await HandedInAsync();
        if (hasKeys)
            await MakeKeysAsync();
        CopyTo(disk.Folder);
        await using var services = Build($"Data Source={Path.Combine(disk.Folder, "hub.db")}");
        var before = await StateAsync(services, audit);
        await Sqlite.ExecuteAsync(Path.Combine(disk.Folder, "hub.db"), "PRAGMA wal_checkpoint(TRUNCATE)");
        disk.Fill(room);
        var refusal = await Assert.ThrowsAnyAsync<DomainException>(() => SignWithAsync(services, audit));
        Assert.Matches("^(The disk is full|The key that signs checkpoints cannot be kept|The certificate that signs reports cannot be used)", refusal.Message);
        Assert.Equal(before, await StateAsync(services, audit));
        disk.Free();
        await SignWithAsync(services, audit);
        Assert.Equal(AuditState.Signed, (await StateAsync(services, audit)).State);
        var scope = services.CreateScope().ServiceProvider;
        scope.GetRequiredService<CurrentActor>().Use(Actor.System("test"));
        Assert.True((await scope.GetRequiredService<AuditLogVerifier>().VerifyAllAsync(Ct)).IsIntact);
    }

    /// <summary>What a signature would change.</summary>
    private sealed record Told(AuditState State, int Version, int SignOffs, int Contents, long LastEntry);

    private async Task<Told> StateAsync(IServiceProvider services, Guid audit)
    {
        await using var db = await services.CreateScope().ServiceProvider.GetRequiredService<HubDb>().OpenAsync(Actor.System("test"), Ct);
        var stored = await db.Audits.AsNoTracking().SingleAsync(row => row.Id == audit, Ct);
        return new(stored.State, stored.Version, await db.SignOffs.CountAsync(Ct), await db.FrozenContents.CountAsync(Ct),
            await db.AuditLogEntries.Where(entry => entry.Chain == ComplianceHub.Domain.AuditLog.ChainId.OfShop(Shop.Id)).MaxAsync(entry => entry.Sequence, Ct));
    }

    private async Task SignWithAsync(IServiceProvider services, Guid audit)
    {
        var scope = services.CreateScope().ServiceProvider;
        scope.GetRequiredService<CurrentActor>().Use(Actor.User(Manager));
        var signing = scope.GetRequiredService<SignOffWorkflow>();
        await signing.SignAsync(audit, "We know of it.", [.. (await signing.BlockersAsync(audit, Ct)).Select(blocker => blocker.Item)], Proof, Ct);
    }

    // The key of the log, and the certificate of reports.
    private async Task MakeKeysAsync()
    {
        var scope = ScopeOf(Actor.System("checkpoint"));
        await scope.GetRequiredService<Checkpoints>().WriteAsync(Ct);
        await using var db = await OpenAsync();
        scope.GetRequiredService<SigningCertificates>().ToSignWith(await db.Set<Installation>().Select(row => row.Id).SingleAsync(Ct), Company.Name);
    }

    private void CopyTo(string folder)
    {
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    [SuppressMessage("Security", "EF1002", Justification = "The name of a database cannot be a parameter; this one is the fixture's own.")]
    private async Task SetReadOnlyAsync(bool isReadOnly)
    {
        if (!IsPostgres)
            return;
        await using var db = await OpenAsync();
        // A connection of its own, which may write whatever new ones may.
        var statement = "SET default_transaction_read_only = off; ALTER DATABASE \"" + db.Database.GetDbConnection().Database + "\" SET default_transaction_read_only = " + (isReadOnly ? "on" : "off");
        await db.Database.ExecuteSqlRawAsync(statement, Ct);
    }
}
