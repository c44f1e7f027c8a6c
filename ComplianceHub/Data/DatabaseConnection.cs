using ComplianceHub.Domain;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ComplianceHub.Data;

/// <summary>Which database an installation uses: a SQLite file or PostgreSQL, told apart by the connection string.</summary>
/// <param name="IsPostgres">PostgreSQL; else SQLite.</param>
/// <param name="ConnectionString">The complete connection string.</param>
/// <param name="File">The absolute path of the SQLite file; null for PostgreSQL and for a database in memory.</param>
public sealed record DatabaseConnection(bool IsPostgres, string ConnectionString, string? File)
{
    /// <summary>The absolute folder of what must not lie in the database: beside a SQLite file, else the data folder.</summary>
    public string Folder { get; init; } = "";

    /// <summary>Reads a connection string, a postgres:// address or a path; an empty one is compliancehub.db in the data
    /// folder. Relative paths are resolved against the folder where the program was started.</summary>
    /// <exception cref="DomainException">The text is none of them.</exception>
    public static DatabaseConnection Parse(string? text, string dataFolder)
    {
        try
        {
            var connection = string.IsNullOrWhiteSpace(text) ? Sqlite(new() { DataSource = Path.Combine(dataFolder, "compliancehub.db") })
                : IsPostgresAddress(text) ? Postgres(FromAddress(new Uri(text)))
                : !text.Contains('=', StringComparison.Ordinal) ? Sqlite(new() { DataSource = text })
                : NamesHost(text) ? Postgres(new(text))
                : Sqlite(new(text));
            return connection with { Folder = Path.GetDirectoryName(connection.File) ?? Path.GetFullPath(dataFolder is "" ? "." : dataFolder) };
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new DomainException(
                "The database connection (--database or Data:Database) is not understood. Give a SQLite file (\"Data Source=hub.db\") or PostgreSQL (\"Host=…;Database=…;Username=…\").",
                exception);
        }
    }

    /// <summary>What to show people: where the database is, never its password.</summary>
    public string Description => File ?? (IsPostgres
        ? new NpgsqlConnectionStringBuilder(ConnectionString) is var postgres ? $"PostgreSQL {postgres.Database} on {postgres.Host}" : ""
        : "SQLite in memory");

    private static bool IsPostgresAddress(string text) =>
        text.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase);

    private static bool NamesHost(string text) => text.Split(';')
        .Select(pair => pair.Split('=')[0].Trim())
        .Any(key => key.Equals("Host", StringComparison.OrdinalIgnoreCase) || key.Equals("Server", StringComparison.OrdinalIgnoreCase));

    private static NpgsqlConnectionStringBuilder FromAddress(Uri address)
    {
        if (address.Host.Length == 0)
            throw new FormatException("The address names no host.");
        var user = address.UserInfo.Split(':', 2);
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = address.Host,
            Port = address.Port > 0 ? address.Port : NpgsqlConnectionDefaultPort,
            Database = Uri.UnescapeDataString(address.AbsolutePath.TrimStart('/')),
            Username = Uri.UnescapeDataString(user[0]),
        };
        if (user.Length > 1)
            builder.Password = Uri.UnescapeDataString(user[1]);
        foreach (var pair in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            builder[Uri.UnescapeDataString(parts[0])] = Uri.UnescapeDataString(parts.ElementAtOrDefault(1) ?? "");
        }
        return builder;
    }

    private const int NpgsqlConnectionDefaultPort = 5432;

    private static DatabaseConnection Postgres(NpgsqlConnectionStringBuilder builder) => new(true, builder.ConnectionString, null);

    private static DatabaseConnection Sqlite(SqliteConnectionStringBuilder builder)
    {
        var isInMemory = builder.Mode == SqliteOpenMode.Memory || builder.DataSource is ":memory:" or "";
        if (!isInMemory)
            builder.DataSource = Path.GetFullPath(builder.DataSource);
        builder.ForeignKeys = true;
        // SQLite waits for a lock as long as the command's time-out; busy_timeout has no say here.
        builder.DefaultTimeout = 5;
        return new(false, builder.ConnectionString, isInMemory ? null : builder.DataSource);
    }
}
