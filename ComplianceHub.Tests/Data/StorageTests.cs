using System.Data;
using System.Diagnostics;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Data;

public sealed class StorageTests_on_Sqlite() : StorageTests(null);

public sealed class StorageTests_on_Postgres(PostgresServer server) : StorageTests(server);

/// <summary>What happens when a save cannot be made: a lost race, a busy database, one that takes nothing.</summary>
public abstract class StorageTests(PostgresServer? server) : HubDatabaseFixture(server)
{
    [Fact]
    public async Task A_lost_race_carries_both_versions()
    {
        var vendor = await SaveAsync(new Vendor { LegalName = "Stripe" });
        await using var mine = await OpenAsync();
        await using var theirs = await OpenAsync();
        var (my, their) = (await mine.Vendors.SingleAsync(Ct), await theirs.Vendors.SingleAsync(Ct));
        their.LegalName = "Stripe Payments Europe";
        await theirs.SaveChangesAsync(Ct);
        my.Service = "Payments";
        var conflict = await Assert.ThrowsAsync<RecordConflictException<Vendor>>(() => mine.SaveChangesAsync(Ct));
        Assert.Equal(("Stripe", "Payments"), (conflict.Mine.LegalName, conflict.Mine.Service));
        Assert.Equal(("Stripe Payments Europe", null), (conflict.Theirs!.LegalName, conflict.Theirs.Service));
        Assert.Contains("compare the two versions", conflict.Message, StringComparison.Ordinal);
        await using var after = await OpenAsync();
        Assert.Equal(2, await after.AuditLogEntries.CountAsync(entry => entry.EntityId == vendor.Id.ToString(), Ct));
    }

    [Fact]
    public async Task A_record_removed_meanwhile_is_said_to_be_gone()
    {
        await SaveAsync(new Vendor { LegalName = "Stripe" });
        await using var mine = await OpenAsync();
        var my = await mine.Vendors.SingleAsync(Ct);
        await using (var theirs = await OpenAsync())
        {
            theirs.Remove(await theirs.Vendors.SingleAsync(Ct));
            await theirs.SaveChangesAsync(Ct);
        }
        my.Service = "Payments";
        var conflict = await Assert.ThrowsAsync<RecordConflictException<Vendor>>(() => mine.SaveChangesAsync(Ct));
        Assert.Null(conflict.Theirs);
    }

    [Fact]
    public async Task An_edited_copy_of_an_old_version_is_a_lost_race()
    {
        var vendor = await SaveAsync(new Vendor { LegalName = "Stripe" });
        var copy = RecordCopy.Of(vendor);
        await using (var other = await OpenAsync())
        {
            (await other.Vendors.SingleAsync(Ct)).Service = "Payments";
            await other.SaveChangesAsync(Ct);
        }
        copy.LegalName = "Stripe Inc.";
        await using var db = await OpenAsync();
        var stored = await db.Vendors.SingleAsync(Ct);
        db.Entry(stored).Property(row => row.Version).OriginalValue = copy.Version;
        db.Entry(stored).CurrentValues.SetValues(copy);
        await Assert.ThrowsAsync<RecordConflictException<Vendor>>(() => db.SaveChangesAsync(Ct));
    }

    [Fact]
    public async Task Who_waits_five_seconds_is_told_to_save_again()
    {
        await SaveAsync(new Vendor { ShopId = Shop.Id, LegalName = "First" });
        await using var holder = await OpenAsync();
        await using var transaction = await holder.Database.BeginTransactionAsync(Ct);
        holder.Add(new Vendor { ShopId = Shop.Id, LegalName = "Holds the chain" });
        await holder.SaveChangesAsync(Ct);
        var clock = Stopwatch.StartNew();
        var refusal = await Assert.ThrowsAsync<DomainException>(() => SaveAsync(new Vendor { ShopId = Shop.Id, LegalName = "Waits" }));
        Assert.Contains("save again", refusal.Message, StringComparison.Ordinal);
        Assert.True(clock.Elapsed > TimeSpan.FromSeconds(4), $"Refused after {clock.Elapsed}: it did not wait.");
        await transaction.CommitAsync(Ct);
        await SaveAsync(new Vendor { ShopId = Shop.Id, LegalName = "Waits" });
    }

    [Fact]
    public async Task Shops_are_written_side_by_side_on_a_server()
    {
        if (!IsPostgres)
            return;
        await using var holder = await OpenAsync();
        await using var transaction = await holder.Database.BeginTransactionAsync(Ct);
        holder.Add(new Vendor { ShopId = Shop.Id, LegalName = "Holds one chain" });
        await holder.SaveChangesAsync(Ct);
        await SaveAsync(new Vendor { ShopId = SisterShop.Id, LegalName = "Writes another" });
    }

    [Fact]
    public async Task Half_a_character_is_refused_with_a_sentence()
    {
        var refusal = await Assert.ThrowsAsync<DomainException>(() => SaveAsync(new Vendor { LegalName = "Half \ud83d" }));
        Assert.Contains("half a character", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_only_database_refuses_writes_and_still_reads()
    {
        if (IsPostgres)
            await using (var db = await OpenAsync())
            {
                // A database's name cannot be a parameter; this one is the fixture's own.
                var refuse = "ALTER DATABASE \"" + db.Database.GetDbConnection().Database + "\" SET default_transaction_read_only = on";
                await db.Database.ExecuteSqlRawAsync(refuse, Ct);
            }

        await using var readOnly = Build(IsPostgres ? ConnectionString + ";Application Name=read only" : ConnectionString + ";Mode=ReadOnly");
        var hub = readOnly.CreateScope().ServiceProvider.GetRequiredService<HubDb>();
        await using (var db = await hub.OpenAsync(Actor.System("test"), Ct))
        {
            Assert.Equal(3, await db.Shops.CountAsync(Ct));
            db.Add(new Vendor { LegalName = "Stripe" });
            var refusal = await Assert.ThrowsAsync<StorageUnavailableException>(() => db.SaveChangesAsync(Ct));
            Assert.Equal("The database is read-only. Nothing can be saved. Reading goes on.", refusal.Message);
            Assert.Equal(refusal.Message, readOnly.GetRequiredService<StorageWatch>().Refusal);
            await Assert.ThrowsAsync<StorageUnavailableException>(() => readOnly.GetRequiredService<HubDatabase>().TryWriteAsync(Ct));
            Assert.NotNull(readOnly.GetRequiredService<StorageWatch>().Refusal);
        }
        await readOnly.GetRequiredService<HubDatabase>().MigrateAsync(Ct);
    }

    [Fact]
    public async Task A_full_disk_refuses_writes_still_reads_and_recovers()
    {
        if (IsPostgres)
            return;
        using var disk = SmallDisk.Mount(4, "the test on a full disk");
        await using var services = Build($"Data Source={Path.Combine(disk.Folder, "hub.db")}");
        await services.GetRequiredService<HubDatabase>().MigrateAsync(Ct);
        var hub = services.CreateScope().ServiceProvider.GetRequiredService<HubDb>();
        disk.Fill(leave: 200_000);
        var saved = 0;
        var refusal = await Assert.ThrowsAsync<StorageUnavailableException>(async () =>
        {
            for (; saved < 1000; saved++)
                await AddAsync(hub, saved);
        });
        Assert.Equal("The disk is full. Nothing can be saved. Reading goes on.", refusal.Message);
        await using (var db = await hub.OpenAsync(Actor.System("test"), Ct))
            Assert.Equal(saved, await db.Vendors.CountAsync(Ct));
        Assert.Equal(refusal.Message, services.GetRequiredService<StorageWatch>().Refusal);
        disk.Free();
        await AddAsync(hub, saved);
        Assert.Null(services.GetRequiredService<StorageWatch>().Refusal);
        var scope = services.CreateScope().ServiceProvider;
        scope.GetRequiredService<CurrentActor>().Use(Actor.System("test"));
        Assert.True((await scope.GetRequiredService<AuditLogVerifier>().VerifyAllAsync(Ct)).IsIntact);
    }

    private async Task AddAsync(HubDb hub, int number)
    {
        await using var db = await hub.OpenAsync(Actor.System("test"), Ct);
        db.Add(new Vendor { LegalName = $"Vendor {number} {new string('x', 150)}" });
        await db.SaveChangesAsync(Ct);
    }
}
