using ComplianceHub.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace ComplianceHub.Data;

/// <summary>What is found where a database should be.</summary>
public enum DatabaseState
{
    /// <summary>Nothing.</summary>
    Missing,

    /// <summary>A database without any table.</summary>
    Bare,

    /// <summary>The schema of an older version of the program.</summary>
    Older,

    /// <summary>This program's schema.</summary>
    Current,
}

/// <summary>Creates the database, brings it to this program's schema, and knows where it is.</summary>
public sealed class HubDatabase(IDbContextFactory<HubDbContext> contexts, DatabaseConnection connection, StorageWatch storage, TimeProvider time)
{
    private const long RoomToSave = 1 << 20;

    /// <summary>Where the database is, for people.</summary>
    public string Description => connection.Description;

    /// <summary>Whether the database exists and has a schema.</summary>
    /// <exception cref="StorageUnavailableException">The server cannot be reached.</exception>
    public async Task<bool> ExistsAsync(CancellationToken ct = default)
    {
        if (connection.File is { } file && !File.Exists(file))
            return false;
        await using var db = await contexts.CreateDbContextAsync(ct);
        try
        {
            return (await db.Database.GetAppliedMigrationsAsync(ct)).Any();
        }
        catch (Exception exception) when (exception is PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName })
        {
            return false;
        }
        catch (Exception exception) when (StorageErrors.Explain(exception) is { } explained)
        {
            throw explained;
        }
    }

    /// <summary>What is there. Changes nothing, not even a missing file.</summary>
    /// <exception cref="DomainException">It is of a newer version or of another program, or cannot be reached.</exception>
    public async Task<DatabaseState> StateAsync(CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        try
        {
            // The creator expects that there may be nothing, and writes no error to the host's log then.
            if (!await db.GetService<IRelationalDatabaseCreator>().ExistsAsync(ct))
                return DatabaseState.Missing;
            if (await ExistsAsync(ct))
            {
                await DemandKnownSchemaAsync(db, ct);
                return (await db.Database.GetPendingMigrationsAsync(ct)).Any() ? DatabaseState.Older : DatabaseState.Current;
            }
            return await HasTablesAsync(db, ct)
                ? throw new DomainException($"The database at {Description} belongs to another program.")
                : DatabaseState.Bare;
        }
        catch (Exception exception) when (StorageErrors.Explain(exception) is { } explained)
        {
            throw explained;
        }
    }

    /// <summary>Creates what is missing: the file or database, the schema, the triggers of the audit log, the
    /// installation's id. Writes nothing when all is there, so that it also starts on a read-only disk.</summary>
    /// <exception cref="DomainException">The database is of a newer version or of another program.</exception>
    public async Task MigrateAsync(CancellationToken ct = default)
    {
        if (connection.File is { } file)
            CreatePlace(file);
        await using var db = await contexts.CreateDbContextAsync(ct);
        try
        {
            if (await StateAsync(ct) == DatabaseState.Current && await IsCompleteAsync(db, ct))
                return;
            await using var turn = await TakeTurnAsync(db, ct);
            await CompleteAsync(db, ct);
        }
        catch (Exception exception) when ((exception as StorageUnavailableException ?? StorageErrors.Explain(exception)) is { } explained)
        {
            throw new DomainException($"The database {Description} (--database or Data:Database) cannot be used: {explained.Message}", explained);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw NoPlace(Path.GetDirectoryName(connection.File) ?? "", exception);
        }
    }

    /// <summary>Writes a row back as it is, to learn whether a database that refused takes writes again. On a disk that
    /// is still all but full it does not even try: a small write may find room where a person's would not.</summary>
    /// <exception cref="StorageUnavailableException">It does not.</exception>
    public async Task TryWriteAsync(CancellationToken ct = default)
    {
        if (connection.File is { } file && new DriveInfo(Path.GetDirectoryName(file)!).AvailableFreeSpace < RoomToSave)
            return;
        await using var db = await contexts.CreateDbContextAsync(ct);
        try
        {
#pragma warning disable RS0030 // Changes nothing, and the installation's id is in no log.
            await db.Set<Installation>().ExecuteUpdateAsync(row => row.SetProperty(one => one.CreatedAt, one => one.CreatedAt), ct);
#pragma warning restore RS0030
            storage.Written();
        }
        catch (Exception exception) when (StorageErrors.Explain(exception) is { } explained)
        {
            throw explained;
        }
    }

    private static void CreatePlace(string file)
    {
        try
        {
            PrivateFile.Create(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw NoPlace(Path.GetDirectoryName(file)!, exception);
        }
    }

    private static DomainException NoPlace(string folder, Exception cause) => new(
        $"The folder {folder} cannot be written, so the database has no place. Name another one with Data:Folder, or another database with --database or Data:Database.", cause);

    private static async Task DemandKnownSchemaAsync(HubDbContext db, CancellationToken ct)
    {
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        if ((await db.Database.GetAppliedMigrationsAsync(ct)).FirstOrDefault(applied => !known.Contains(applied)) is { } newer)
        {
            throw new DomainException(
                $"The database was written by a newer version of ComplianceHub (it has {newer}). Start that version, or restore a backup.");
        }
    }

    // A first migration that was killed leaves EF's own tables behind; they are nobody else's.
    private static async Task<bool> HasTablesAsync(HubDbContext db, CancellationToken ct)
    {
        var tables = db is PostgresHubDbContext
            ? db.Database.SqlQuery<long>($"""SELECT COUNT(*) AS "Value" FROM information_schema.tables WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_name NOT LIKE '\_\_EF%'""")
            : db.Database.SqlQuery<long>($"""SELECT COUNT(*) AS "Value" FROM "sqlite_master" WHERE "name" NOT LIKE '%\_\_EF%' ESCAPE '\' """);
        return await tables.SingleAsync(ct) > 0;
    }

    private async Task<bool> IsCompleteAsync(HubDbContext db, CancellationToken ct) =>
        (await AppendOnlyTriggers.MissingAsync(db, ct)).Count == 0
        && await db.Set<Installation>().AnyAsync(ct);

    private async Task CompleteAsync(HubDbContext db, CancellationToken ct)
    {
        if (connection.File is not null)
            await BreakAbandonedLockAsync(db, ct);
        await db.Database.MigrateAsync(ct);
        if (connection.File is not null)
            await db.Database.ExecuteSqlAsync($"PRAGMA journal_mode = 'wal'", ct);
        await AppendOnlyTriggers.EnsureAsync(db, ct);
        if (!await db.Set<Installation>().AnyAsync(ct))
            await InstallAsync(db, ct);
    }

    // EF's own lock on SQLite is a row that a killed process leaves behind, and the next start would wait for ever.
    // Whoever has our turn may remove that row: a locked file goes away with its process.
    private static async Task BreakAbandonedLockAsync(HubDbContext db, CancellationToken ct)
    {
        var isThere = await db.Database
            .SqlQuery<int>($"""SELECT COUNT(*) AS "Value" FROM "sqlite_master" WHERE "name" = '__EFMigrationsLock'""").SingleAsync(ct);
        if (isThere > 0)
            await db.Database.ExecuteSqlAsync($"""DELETE FROM "__EFMigrationsLock" """, ct);
    }

    // Several instances may start at once; one of them makes the database while the others wait.
    private async Task<IAsyncDisposable?> TakeTurnAsync(HubDbContext db, CancellationToken ct) =>
        connection.File is { } file ? await LockFileAsync(file + ".migrating", ct)
        : connection.IsPostgres ? await LockServerAsync(db, connection.ConnectionString, ct)
        : null;

    private static async Task<FileStream> LockFileAsync(string path, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(100, ct);
            }
        }
    }

    private static async Task<NpgsqlConnection> LockServerAsync(HubDbContext db, string connectionString, CancellationToken ct)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        try
        {
            if (!await creator.ExistsAsync(ct))
                await creator.CreateAsync(ct);
        }
        catch (PostgresException twice) when (twice.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another instance created it in this moment.
        }
        // Not pooled: closing it is what ends the turn, also when this process is killed.
        var turn = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await turn.OpenAsync(ct);
        await using var command = new NpgsqlCommand("SELECT pg_advisory_lock(hashtext('ComplianceHub migration'))", turn) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
        return turn;
    }

    private async Task InstallAsync(HubDbContext db, CancellationToken ct)
    {
        db.Bind(Access.Of(Actor.System("installation"), [], new Dictionary<Guid, Guid>()));
        db.Add(new Installation { CreatedAt = time.GetUtcNow() });
        await db.SaveChangesAsync(ct);
    }
}
