using ComplianceHub.Data;
using Microsoft.Data.Sqlite;

namespace ComplianceHub.Tests.CommandLine;

/// <summary>A SQLite file behind the program's back.</summary>
internal static class Sqlite
{
    public static async Task ExecuteAsync(string path, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public static async Task<T> ScalarAsync<T>(string path, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    /// <summary>As somebody with the file would: first the triggers go, then they come back.</summary>
    public static async Task BehindAsync(string path, string sql)
    {
        var triggers = await ScalarAsync<string>(path, "SELECT group_concat(sql, ';') || ';' FROM sqlite_master WHERE type = 'trigger'");
        var names = await ScalarAsync<string>(path, "SELECT group_concat('DROP TRIGGER ' || name, ';') FROM sqlite_master WHERE type = 'trigger'");
        await ExecuteAsync(path, $"{names}; {sql}; {triggers}");
    }

    /// <summary>A database with its schema and nothing in it, as the web host leaves it.</summary>
    public static async Task CreateHubAsync(string path)
    {
        await using var services = new ServiceCollection().AddLogging()
            .AddHubData(DatabaseConnection.Parse(path, Path.GetDirectoryName(path)!)).BuildServiceProvider();
        await services.GetRequiredService<HubDatabase>().MigrateAsync(TestContext.Current.CancellationToken);
    }
}
