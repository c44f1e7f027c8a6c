using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>
/// The database's own refusal to change the audit log and what was signed. SQLite's table rebuild, which EF uses in
/// migrations, drops triggers without a word, so the program makes missing ones anew after each migration and the
/// verifier names them.
/// </summary>
internal static class AppendOnlyTriggers
{
    private static readonly Dictionary<string, string> Sqlite = new(AppendOnlyTable.All.SelectMany(table => table.Sqlite));

    private static readonly Dictionary<string, (AppendOnlyTable Table, string Sql)> Postgres = AppendOnlyTable.All
        .SelectMany(table => table.Postgres.Select(trigger => (Table: table, Trigger: trigger)))
        .ToDictionary(one => one.Trigger.Key, one => (one.Table, one.Trigger.Value));

    /// <summary>The names of the triggers that are missing, switched off, or there under their name without refusing anything.</summary>
    public static async Task<IReadOnlyList<string>> MissingAsync(HubDbContext db, CancellationToken ct)
    {
        var present = await (db is PostgresHubDbContext
            ? db.Database.SqlQuery<Present>($"""
                SELECT tgname AS "Name", btrim(prosrc) AS "Text" FROM pg_trigger
                JOIN pg_proc ON pg_proc.oid = tgfoid JOIN pg_class ON pg_class.oid = tgrelid
                WHERE starts_with(tgname, relname) AND pg_table_is_visible(tgrelid) AND NOT tgisinternal AND tgenabled IN ('O', 'A')
                """)
            : db.Database.SqlQuery<Present>($"""SELECT "name" AS "Name", "sql" AS "Text" FROM "sqlite_master" WHERE "type" = 'trigger'""")).ToListAsync(ct);
        var refusing = present.Where(trigger => Refuses(db, trigger)).Select(trigger => trigger.Name);
        return [.. Wanted(db).Except(refusing).Order(StringComparer.Ordinal)];
    }

    /// <summary>Creates the triggers that are missing.</summary>
    public static async Task EnsureAsync(HubDbContext db, CancellationToken ct)
    {
        foreach (var name in await MissingAsync(db, ct))
        {
            // A trigger that was switched off is still there by name.
            if (db is PostgresHubDbContext)
            {
                var (table, sql) = Postgres[name];
                await db.Database.ExecuteSqlRawAsync(table.PostgresFunction, ct);
                await db.Database.ExecuteSqlRawAsync(table.DropOnPostgres(name), ct);
                await db.Database.ExecuteSqlRawAsync(sql, ct);
            }
            else
            {
                await db.Database.ExecuteSqlRawAsync(AppendOnlyTable.DropOnSqlite(name), ct);
                await db.Database.ExecuteSqlRawAsync(Sqlite[name], ct);
            }
        }
    }

    /// <summary>A trigger that the database has, and what it does.</summary>
    private sealed record Present(string Name, string Text);

    private static IEnumerable<string> Wanted(HubDbContext db) => db is PostgresHubDbContext ? Postgres.Keys : Sqlite.Keys;

    private static bool Refuses(HubDbContext db, Present trigger) => db is PostgresHubDbContext
        ? Postgres.TryGetValue(trigger.Name, out var wanted) && Flat(trigger.Text) == Flat(wanted.Table.PostgresBody)
        : Sqlite.TryGetValue(trigger.Name, out var sql) && Flat(trigger.Text) == Flat(sql);

    private static string Flat(string sql) => string.Join(' ', sql.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
