using ComplianceHub.Domain;
using Microsoft.EntityFrameworkCore;

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
public sealed class HubDatabase(IDbContextFactory<HubDbContext> contexts, DatabaseConnection connection, TimeProvider time)
{
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
        catch (Exception exception) when (exception is Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.InvalidCatalogName })
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
        if (connection.File is { } file && !File.Exists(file))
            return DatabaseState.Missing;
        await using var db = await contexts.CreateDbContextAsync(ct);
        try
        {
            if (await ExistsAsync(ct))
            {
                await DemandKnownSchemaAsync(db, ct);
                return (await db.Database.GetPendingMigrationsAsync(ct)).Any() ? DatabaseState.Older : DatabaseState.Current;
            }
            return await HasTablesAsync(db, ct)
                ? throw new DomainException($"The database at {Description} belongs to another program.")
                : DatabaseState.Bare;
        }
        catch (Npgsql.PostgresException exception) when (exception.SqlState == Npgsql.PostgresErrorCodes.InvalidCatalogName)
        {
            return DatabaseState.Missing;
        }
        catch (Exception exception) when (StorageErrors.Explain(exception) is { } explained)
        {
            throw explained;
        }
    }

    /// <summary>Creates what is missing: the file or database, the schema, the triggers of the audit log, the
    /// installation's id. Writes nothing when all is there, so that it also starts on a read-only disk.</summary>
    /// <exception cref="DomainException">The database was written by a newer version of the program.</exception>
    public async Task MigrateAsync(CancellationToken ct = default)
    {
        if (connection.File is { } file)
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await using var db = await contexts.CreateDbContextAsync(ct);
        try
        {
            if (await ExistsAsync(ct))
                await DemandKnownSchemaAsync(db, ct);
            if (!await ExistsAsync(ct) || (await db.Database.GetPendingMigrationsAsync(ct)).Any())
                await MigrateAsync(db, ct);
            await AppendOnlyTriggers.EnsureAsync(db, ct);
            if (!await db.Set<Installation>().AnyAsync(ct))
                await InstallAsync(db, ct);
        }
        catch (Exception exception) when (StorageErrors.Explain(exception) is { } explained)
        {
            throw explained;
        }
    }

    /// <summary>The folder for what must lie outside the database, named after the installation: beside the SQLite
    /// file, or in the data folder for PostgreSQL.</summary>
    public async Task<string> FolderAsync(string dataFolder, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var installation = await db.Set<Installation>().AsNoTracking().SingleAsync(ct);
        var parent = connection.File is { } file ? Path.GetDirectoryName(file)! : Path.GetFullPath(dataFolder);
        return Directory.CreateDirectory(Path.Combine(parent, installation.Id.ToString("D"))).FullName;
    }

    private static async Task DemandKnownSchemaAsync(HubDbContext db, CancellationToken ct)
    {
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        if ((await db.Database.GetAppliedMigrationsAsync(ct)).FirstOrDefault(applied => !known.Contains(applied)) is { } newer)
        {
            throw new DomainException(
                $"The database was written by a newer version of ComplianceHub (it has {newer}). Start that version, or restore a backup.");
        }
    }

    private static async Task<bool> HasTablesAsync(HubDbContext db, CancellationToken ct)
    {
        var tables = db is PostgresHubDbContext
            ? db.Database.SqlQuery<long>($"""SELECT COUNT(*) AS "Value" FROM information_schema.tables WHERE table_schema NOT IN ('pg_catalog', 'information_schema')""")
            : db.Database.SqlQuery<long>($"""SELECT COUNT(*) AS "Value" FROM "sqlite_master" """);
        return await tables.SingleAsync(ct) > 0;
    }

    private async Task MigrateAsync(HubDbContext db, CancellationToken ct)
    {
        using var turn = connection.File is { } file ? await TakeTurnAsync(file + ".migrating", ct) : null;
        if (turn is not null)
            await BreakAbandonedLockAsync(db, ct);
        await db.Database.MigrateAsync(ct);
        if (connection.File is not null)
            await db.Database.ExecuteSqlAsync($"PRAGMA journal_mode = 'wal'", ct);
    }

    // EF's own lock on SQLite is a row that a killed process leaves behind, and the next start would wait for ever.
    // A locked file goes away with its process, so whoever holds it may remove that row.
    private static async Task BreakAbandonedLockAsync(HubDbContext db, CancellationToken ct)
    {
        var isThere = await db.Database
            .SqlQuery<int>($"""SELECT COUNT(*) AS "Value" FROM "sqlite_master" WHERE "name" = '__EFMigrationsLock'""").SingleAsync(ct);
        if (isThere > 0)
            await db.Database.ExecuteSqlAsync($"""DELETE FROM "__EFMigrationsLock" """, ct);
    }

    private static async Task<FileStream> TakeTurnAsync(string path, CancellationToken ct)
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

    private async Task InstallAsync(HubDbContext db, CancellationToken ct)
    {
        db.Bind(Access.Of(Actor.System("installation"), [], new Dictionary<Guid, Guid>()));
        db.Add(new Installation { CreatedAt = time.GetUtcNow() });
        await db.SaveChangesAsync(ct);
    }
}
