using ComplianceHub.Data;
using ComplianceHub.Tests.Given;
using Npgsql;

namespace ComplianceHub.Tests.Data;

/// <summary>Migrates one database per provider and run, and hands out copies: migrating takes longer than most tests.</summary>
internal static class MigratedDatabase
{
    private static readonly SemaphoreSlim Turn = new(1);
    private static string? _sqlite;
    private static string? _postgres;

    public static async Task<string> CopyAsync(PostgresServer? server, string file, Func<string, ServiceProvider> build, CancellationToken ct)
    {
        await Turn.WaitAsync(ct);
        try
        {
            if (server is not null)
                return await server.DatabaseAsync(_postgres ??= await MigratePostgresAsync(server, build, ct));
            File.Copy(_sqlite ??= await MigrateSqliteAsync(build, ct), file);
            return $"Data Source={file}";
        }
        finally
        {
            Turn.Release();
        }
    }

    private static async Task<string> MigrateSqliteAsync(Func<string, ServiceProvider> build, CancellationToken ct)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("compliancehub-template-").FullName, "hub.db");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        await MigrateAsync(build, $"Data Source={file};Pooling=False", ct);
        return file;
    }

    private static async Task<string> MigratePostgresAsync(PostgresServer server, Func<string, ServiceProvider> build, CancellationToken ct)
    {
        var connection = await server.DatabaseAsync();
        await MigrateAsync(build, connection, ct);
        // Only a database that nobody is connected to can be copied.
        await using (var pooled = new NpgsqlConnection(connection))
            NpgsqlConnection.ClearPool(pooled);
        return new NpgsqlConnectionStringBuilder(connection).Database!;
    }

    private static async Task MigrateAsync(Func<string, ServiceProvider> build, string connection, CancellationToken ct)
    {
        await using var services = build(connection);
        await services.GetRequiredService<HubDatabase>().MigrateAsync(ct);
    }
}
