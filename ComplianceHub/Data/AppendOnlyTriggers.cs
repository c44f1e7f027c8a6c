using ComplianceHub.Data.Configurations;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>
/// The database's own refusal to change the audit log. SQLite's table rebuild, which EF uses in migrations, drops
/// triggers without a word, so the program makes missing ones anew after each migration and the verifier names them.
/// </summary>
internal static class AppendOnlyTriggers
{
    private const string Table = AuditLogEntryConfiguration.Table;
    private const string Refusal = "The audit log is append-only";

    private static readonly Dictionary<string, string> Sqlite = new()
    {
        [$"{Table}_no_update"] = $"""
            CREATE TRIGGER "{Table}_no_update" BEFORE UPDATE ON "{Table}"
            BEGIN SELECT RAISE(ABORT, '{Refusal}'); END
            """,
        [$"{Table}_no_delete"] = $"""
            CREATE TRIGGER "{Table}_no_delete" BEFORE DELETE ON "{Table}"
            BEGIN SELECT RAISE(ABORT, '{Refusal}'); END
            """,
        // INSERT OR REPLACE passes the two above: it deletes without a delete trigger.
        [$"{Table}_no_replace"] = $"""
            CREATE TRIGGER "{Table}_no_replace" BEFORE INSERT ON "{Table}"
            WHEN EXISTS (SELECT 1 FROM "{Table}" WHERE ("Chain" = NEW."Chain" AND "Sequence" = NEW."Sequence") OR "Id" = NEW."Id")
            BEGIN SELECT RAISE(ABORT, '{Refusal}'); END
            """,
    };

    // ON CONFLICT DO UPDATE fires the update trigger; TRUNCATE fires no row trigger at all.
    private static readonly Dictionary<string, string> Postgres = new()
    {
        [$"{Table}_no_update"] = $"""CREATE TRIGGER "{Table}_no_update" BEFORE UPDATE ON "{Table}" FOR EACH ROW EXECUTE FUNCTION "{Table}_refuse"()""",
        [$"{Table}_no_delete"] = $"""CREATE TRIGGER "{Table}_no_delete" BEFORE DELETE ON "{Table}" FOR EACH ROW EXECUTE FUNCTION "{Table}_refuse"()""",
        [$"{Table}_no_truncate"] = $"""CREATE TRIGGER "{Table}_no_truncate" BEFORE TRUNCATE ON "{Table}" FOR EACH STATEMENT EXECUTE FUNCTION "{Table}_refuse"()""",
    };

    private const string PostgresBody = $"BEGIN RAISE EXCEPTION '{Refusal}'; END";

    private const string PostgresFunction = $"""
        CREATE OR REPLACE FUNCTION "{Table}_refuse"() RETURNS trigger LANGUAGE plpgsql AS
        $refuse$ {PostgresBody} $refuse$
        """;

    /// <summary>The names of the triggers that are missing, switched off, or there under their name without refusing anything.</summary>
    public static async Task<IReadOnlyList<string>> MissingAsync(HubDbContext db, CancellationToken ct)
    {
        var present = await (db is PostgresHubDbContext
            ? db.Database.SqlQuery<Present>($"""
                SELECT tgname AS "Name", btrim(prosrc) AS "Text" FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid
                WHERE tgrelid = to_regclass('"AuditLogEntries"') AND NOT tgisinternal AND tgenabled IN ('O', 'A')
                """)
            : db.Database.SqlQuery<Present>($"""SELECT "name" AS "Name", "sql" AS "Text" FROM "sqlite_master" WHERE "type" = 'trigger'""")).ToListAsync(ct);
        var refusing = present.Where(trigger => Refuses(db, trigger)).Select(trigger => trigger.Name);
        return [.. Wanted(db).Keys.Except(refusing).Order(StringComparer.Ordinal)];
    }

    /// <summary>A trigger that the database has, and what it does.</summary>
    private sealed record Present(string Name, string Text);

    private static bool Refuses(HubDbContext db, Present trigger) =>
        (db is PostgresHubDbContext ? PostgresBody : Sqlite.GetValueOrDefault(trigger.Name)) is { } wanted && Flat(trigger.Text) == Flat(wanted);

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
                db is PostgresHubDbContext ? $"""DROP TRIGGER IF EXISTS "{name}" ON "{Table}" """ : $"""DROP TRIGGER IF EXISTS "{name}" """, ct);
            await db.Database.ExecuteSqlRawAsync(Wanted(db)[name], ct);
        }
    }

    private static Dictionary<string, string> Wanted(HubDbContext db) => db is PostgresHubDbContext ? Postgres : Sqlite;
}
