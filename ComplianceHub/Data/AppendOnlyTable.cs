using ComplianceHub.Data.Configurations;

namespace ComplianceHub.Data;

/// <summary>A table whose rows are only ever added, and the triggers by which the database itself sees to it.</summary>
/// <param name="Name">The table.</param>
/// <param name="Refusal">What the database answers.</param>
/// <param name="Keys">The unique keys, each with its columns.</param>
internal sealed record AppendOnlyTable(string Name, string Refusal, params string[][] Keys)
{
    private const string Log = "The audit log is append-only";
    private const string WhatWasSigned = "What was frozen or signed never changes";

    /// <summary>All of them. A new one needs a line here and nothing else.</summary>
    public static IReadOnlyList<AppendOnlyTable> All { get; } =
    [
        new(AuditLogEntryConfiguration.Table, Log, ["Chain", "Sequence"], ["Id"]),
        new(LogCheckpointConfiguration.Table, Log, ["Number"]),
        new(CheckpointHeadConfiguration.Table, Log, ["Chain", "Number"]),
        new(FrozenShopConfiguration.Table, WhatWasSigned, ["Id"], ["AuditId", "ShopId"]),
        new(FrozenContentConfiguration.Table, WhatWasSigned, ["Sha256"]),
        new(SignOffConfiguration.Table, WhatWasSigned, ["Id"], ["AuditId"]),
    ];

    /// <summary>SQLite's triggers by their name.</summary>
    public IEnumerable<KeyValuePair<string, string>> Sqlite =>
    [
        new($"{Name}_no_update", $"""CREATE TRIGGER "{Name}_no_update" BEFORE UPDATE ON "{Name}" BEGIN SELECT RAISE(ABORT, '{Refusal}'); END"""),
        new($"{Name}_no_delete", $"""CREATE TRIGGER "{Name}_no_delete" BEFORE DELETE ON "{Name}" BEGIN SELECT RAISE(ABORT, '{Refusal}'); END"""),
        // INSERT OR REPLACE passes the two above: it deletes without a delete trigger.
        new($"{Name}_no_replace", $"""
            CREATE TRIGGER "{Name}_no_replace" BEFORE INSERT ON "{Name}"
            WHEN EXISTS (SELECT 1 FROM "{Name}" WHERE {string.Join(" OR ", Keys.Select(key => $"({string.Join(" AND ", key.Select(column => $"\"{column}\" = NEW.\"{column}\""))})"))})
            BEGIN SELECT RAISE(ABORT, '{Refusal}'); END
            """),
    ];

    /// <summary>PostgreSQL's triggers by their name. ON CONFLICT DO UPDATE fires the update trigger; TRUNCATE fires no
    /// row trigger at all.</summary>
    public IEnumerable<KeyValuePair<string, string>> Postgres =>
    [
        new($"{Name}_no_update", $"""CREATE TRIGGER "{Name}_no_update" BEFORE UPDATE ON "{Name}" FOR EACH ROW EXECUTE FUNCTION "{Name}_refuse"()"""),
        new($"{Name}_no_delete", $"""CREATE TRIGGER "{Name}_no_delete" BEFORE DELETE ON "{Name}" FOR EACH ROW EXECUTE FUNCTION "{Name}_refuse"()"""),
        new($"{Name}_no_truncate", $"""CREATE TRIGGER "{Name}_no_truncate" BEFORE TRUNCATE ON "{Name}" FOR EACH STATEMENT EXECUTE FUNCTION "{Name}_refuse"()"""),
    ];

    /// <summary>Takes away a trigger of SQLite.</summary>
    public static string DropOnSqlite(string trigger) => $"""DROP TRIGGER IF EXISTS "{trigger}" """;

    /// <summary>Takes away a trigger of PostgreSQL.</summary>
    public string DropOnPostgres(string trigger) => $"""DROP TRIGGER IF EXISTS "{trigger}" ON "{Name}" """;

    /// <summary>What PostgreSQL's triggers call.</summary>
    public string PostgresFunction => $"""
        CREATE OR REPLACE FUNCTION "{Name}_refuse"() RETURNS trigger LANGUAGE plpgsql AS
        $refuse$ {PostgresBody} $refuse$
        """;

    /// <summary>The text of that function.</summary>
    public string PostgresBody => $"BEGIN RAISE EXCEPTION '{Refusal}'; END";
}
