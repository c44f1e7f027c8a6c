using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Data;

public sealed class MigrationTests(PostgresServer postgres) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("compliancehub-migration-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("Data Source=hub.db"), InlineData("Host=localhost;Database=hub")]
    public void No_change_of_the_model_waits_for_a_migration(string connection)
    {
        using var services = Build(connection);
        using var db = services.GetRequiredService<IDbContextFactory<HubDbContext>>().CreateDbContext();
        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Contains(db.Model.GetEntityTypes(), type => type.ClrType.Name.StartsWith("IdentityUserPasskey", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_else_on_the_machine_reads_a_new_database()
    {
        var file = Path.Combine(_folder, "new", "hub.db");
        await using var services = Build($"Data Source={file}");
        await services.GetRequiredService<HubDatabase>().MigrateAsync(Ct);
        if (OperatingSystem.IsWindows())
            return;
        const UnixFileMode mine = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        foreach (var path in Directory.GetFiles(Path.GetDirectoryName(file)!))
            Assert.Equal(mine, File.GetUnixFileMode(path));
        Assert.Equal(mine | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(file)!));
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task Four_instances_that_start_at_once_make_one_database(bool onPostgres)
    {
        var connection = onPostgres ? await postgres.DatabaseAsync() : Sqlite;
        await using var services = Build(connection);
        var database = services.GetRequiredService<HubDatabase>();
        Assert.False(await database.ExistsAsync(Ct));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            await using var instance = Build(connection);
            await instance.GetRequiredService<HubDatabase>().MigrateAsync(Ct);
        }));
        Assert.True(await database.ExistsAsync(Ct));
        await using (var db = services.GetRequiredService<IDbContextFactory<HubDbContext>>().CreateDbContext())
            Assert.Equal(1, await db.Set<Installation>().CountAsync(Ct));
        if (onPostgres)
            await postgres.DropAsync(connection);
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task A_database_of_a_newer_version_is_refused(bool onPostgres)
    {
        var connection = onPostgres ? await postgres.DatabaseAsync() : Sqlite;
        await using var services = Build(connection);
        var database = services.GetRequiredService<HubDatabase>();
        await database.MigrateAsync(Ct);
        await using (var db = services.GetRequiredService<IDbContextFactory<HubDbContext>>().CreateDbContext())
        {
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29990101000000_Later', '99.0.0')""", Ct);
        }
        var refusal = await Assert.ThrowsAsync<DomainException>(() => database.MigrateAsync(Ct));
        Assert.Contains("newer version", refusal.Message, StringComparison.Ordinal);
        if (onPostgres)
            await postgres.DropAsync(connection);
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task A_database_of_the_first_version_keeps_its_records_through_every_update(bool onPostgres)
    {
        var connection = onPostgres ? await postgres.DatabaseAsync() : Sqlite;
        await using var services = Build(connection);
        var database = services.GetRequiredService<HubDatabase>();
        await database.MigrateAsync(Ct);
        await using (var db = await services.GetRequiredService<HubDb>().OpenAsync(Actor.System("test"), Ct))
        {
            db.AddRange(new Vendor { LegalName = "Havenhost", SubProcessors = [new() { Name = "Sub Ltd" }] }, new Notice { Title = "Privacy notice" });
            await db.SaveChangesAsync(Ct);
        }
        await using (var db = services.GetRequiredService<IDbContextFactory<HubDbContext>>().CreateDbContext())
            await db.Database.MigrateAsync(db.Database.GetMigrations().First(), Ct);
        await database.MigrateAsync(Ct);
        await using (var db = await services.GetRequiredService<HubDb>().OpenAsync(Actor.System("test"), Ct))
        {
            var vendor = await db.Vendors.SingleAsync(Ct);
            Assert.Equal("Sub Ltd", Assert.Single(vendor.SubProcessors).Name);
            Assert.Empty(vendor.SubProcessorChanges);
            Assert.Null((await db.Notices.SingleAsync(Ct)).FirstPostedOn);
        }
        if (onPostgres)
            await postgres.DropAsync(connection);
    }

    [Fact]
    public async Task A_start_that_was_killed_while_migrating_does_not_block_the_next()
    {
        await using (var connection = new SqliteConnection(Sqlite))
        {
            await connection.OpenAsync(Ct);
            await using var command = connection.CreateCommand();
            command.CommandText = """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-23 09:00:00+00:00')
                """;
            await command.ExecuteNonQueryAsync(Ct);
        }
        await using var services = Build(Sqlite);
        await services.GetRequiredService<HubDatabase>().MigrateAsync(Ct).WaitAsync(TimeSpan.FromSeconds(30), Ct);
    }

    [Fact]
    public async Task A_sqlite_file_is_written_ahead_and_to_the_disk()
    {
        await using var services = Build(Sqlite);
        await services.GetRequiredService<HubDatabase>().MigrateAsync(Ct);
        await using var db = services.GetRequiredService<IDbContextFactory<HubDbContext>>().CreateDbContext();
        await db.Database.OpenConnectionAsync(Ct);
        Assert.Equal("wal", await PragmaAsync("journal_mode"));
        Assert.Equal("2", await PragmaAsync("synchronous"));
        Assert.Equal("1", await PragmaAsync("foreign_keys"));

        async Task<string?> PragmaAsync(string name)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"PRAGMA {name}";
            return (await command.ExecuteScalarAsync(Ct))?.ToString();
        }
    }

    private string Sqlite => $"Data Source={Path.Combine(_folder, "hub.db")}";

    private ServiceProvider Build(string connection) =>
        new ServiceCollection().AddLogging().AddHubData(DatabaseConnection.Parse(connection, _folder)).BuildServiceProvider();
}
