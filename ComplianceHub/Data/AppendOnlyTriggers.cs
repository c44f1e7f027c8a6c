using ComplianceHub.Data.Configurations;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>
/// The database's own refusal to change the audit log. SQLite's table rebuild, which EF uses in migrations, drops
/// triggers without a word, so the program makes missing ones anew after each migration and the verifier names them.
/// </summary>
internal static class AppendOnlyTriggers
{
    private const string Function = AuditLogEntryConfiguration.Table;
    private const string Refusal = "The audit log is append-only";

    // Each table with what makes a new row the same as one that is there.
    private static readonly (string Table, string IsThere)[] Tables =
    [
        (AuditLogEntryConfiguration.Table, """("Chain" = NEW."Chain" AND "Sequence" = NEW."Sequence") OR "Id" = NEW."Id" """),
        (LogCheckpointConfiguration.Table, """ "Number" = NEW."Number" """),
        (CheckpointHeadConfiguration.Table, """ "Chain" = NEW."Chain" AND "Number" = NEW."Number" """),
    ];

    private static readonly Dictionary<string, (string Table, string Sql)> Sqlite = Tables.SelectMany(OnSqlite).ToDictionary();
    private static readonly Dictionary<string, (string Table, string Sql)> Postgres = Tables.SelectMany(OnPostgres).ToDictionary();

    private static IEnumerable<KeyValuePair<string, (string, string)>> OnSqlite((string Table, string IsThere) one) =>
    [
        new($"{one.Table}_no_update", (one.Table, $"""
            CREATE TRIGGER "{one.Table}_no_update" BEFORE UPDATE ON "{one.Table}"
            BEGIN SELECT RAISE(ABORT, '{Refusal}'); END
            """)),
        new($"{one.Table}_no_delete", (one.Table, $"""
            CREATE TRIGGER "{one.Table}_no_delete" BEFORE DELETE ON "{one.Table}"
            BEGIN SELECT RAISE(ABORT, '{Refusal}'); END
            """)),
        // INSERT OR REPLACE passes the two above: it deletes without a delete trigger.
        new($"{one.Table}_no_replace", (one.Table, $"""
            CREATE TRIGGER "{one.Table}_no_replace" BEFORE INSERT ON "{one.Table}"
            WHEN EXISTS (SELECT 1 FROM "{one.Table}" WHERE {one.IsThere.Trim()})
            BEGIN SELECT RAISE(ABORT, '{Refusal}'); END
            """)),
    ];

    // ON CONFLICT DO UPDATE fires the update trigger; TRUNCATE fires no row trigger at all.
    private static IEnumerable<KeyValuePair<string, (string, string)>> OnPostgres((string Table, string IsThere) one) =>
        new[] { ("update", "ROW"), ("delete", "ROW"), ("truncate", "STATEMENT") }.Select(kind => new KeyValuePair<string, (string, string)>(
            $"{one.Table}_no_{kind.Item1}",
            (one.Table, $"""CREATE TRIGGER "{one.Table}_no_{kind.Item1}" BEFORE {kind.Item1.ToUpperInvariant()} ON "{one.Table}" FOR EACH {kind.Item2} EXECUTE FUNCTION "{Function}_refuse"()""")));

    private const string PostgresBody = $"BEGIN RAISE EXCEPTION '{Refusal}'; END";

    private const string PostgresFunction = $"""
        CREATE OR REPLACE FUNCTION "{Function}_refuse"() RETURNS trigger LANGUAGE plpgsql AS
        $refuse$ {PostgresBody} $refuse$
        """;

    /// <summary>The names of the triggers that are missing, switched off, or there under their name without refusing anything.</summary>
    public static async Task<IReadOnlyList<string>> MissingAsync(HubDbContext db, CancellationToken ct)
    {
        var present = await (db is PostgresHubDbContext
            ? db.Database.SqlQuery<Present>($"""
                SELECT tgname AS "Name", btrim(prosrc) AS "Text" FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid
                WHERE tgrelid IN (to_regclass('"AuditLogEntries"'), to_regclass('"AuditLogCheckpoints"'), to_regclass('"AuditLogCheckpointHeads"')) AND NOT tgisinternal AND tgenabled IN ('O', 'A')
                """)
            : db.Database.SqlQuery<Present>($"""SELECT "name" AS "Name", "sql" AS "Text" FROM "sqlite_master" WHERE "type" = 'trigger'""")).ToListAsync(ct);
        var refusing = present.Where(trigger => Refuses(db, trigger)).Select(trigger => trigger.Name);
        return [.. Wanted(db).Keys.Except(refusing).Order(StringComparer.Ordinal)];
    }

    /// <summary>A trigger that the database has, and what it does.</summary>
    private sealed record Present(string Name, string Text);

    private static bool Refuses(HubDbContext db, Present trigger) =>
        (db is PostgresHubDbContext ? PostgresBody : Sqlite.GetValueOrDefault(trigger.Name).Sql) is { } wanted && Flat(trigger.Text) == Flat(wanted);

    private static string Flat(string sql) => string.Join(' ', sql.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Creates the triggers that are missing.</summary>
    public static async Task EnsureAsync(HubDbContext db, CancellationToken ct)
    {
        var missing = await MissingAsync(db, ct);
        if (missing.Count > 0 && db is PostgresHubDbContext)
            await db.Database.ExecuteSqlRawAsync(PostgresFunction, ct);
        foreach (var name in missing)
        {
            // A trigger that was switched off is still there by name.
            await db.Database.ExecuteSqlRawAsync(
                db is PostgresHubDbContext ? $"""DROP TRIGGER IF EXISTS "{name}" ON "{Wanted(db)[name].Table}" """ : $"""DROP TRIGGER IF EXISTS "{name}" """, ct);
            await db.Database.ExecuteSqlRawAsync(Wanted(db)[name].Sql, ct);
        }
    }

    private static Dictionary<string, (string Table, string Sql)> Wanted(HubDbContext db) => db is PostgresHubDbContext ? Postgres : Sqlite;
}
