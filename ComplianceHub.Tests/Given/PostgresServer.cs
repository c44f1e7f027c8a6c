using System.Diagnostics;
using ComplianceHub.Tests.Given;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace ComplianceHub.Tests.Given;

/// <summary>
/// One PostgreSQL server for the whole run, started when the first test asks for a database. Either the server of
/// <c>COMPLIANCEHUB_TEST_POSTGRES</c>, or a throw-away cluster made with the machine's own binaries that listens on a
/// Unix socket alone and goes away with this process, however it ends.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>Holds the connection string of a server that may create and drop databases.</summary>
    private const string Variable = "COMPLIANCEHUB_TEST_POSTGRES";

    // Dies with us: `cat` ends when our end of the pipe closes, also when the test process is killed. Ctrl-C goes
    // to the whole process group, so the script ignores it and waits for the pipe.
    private const string Script =
        """
        trap '' INT TERM HUP
        folder=$(mktemp -d /tmp/compliancehub-postgres.XXXXXX) || exit 1
        trap '"$0/pg_ctl" stop -D "$folder/data" -m immediate >/dev/null 2>&1; rm -rf "$folder"' EXIT
        "$0/initdb" -D "$folder/data" -U hub -A trust -E UTF8 --locale=C --no-sync >/dev/null || exit 1
        "$0/pg_ctl" start -D "$folder/data" -w -t 60 -l "$folder/log" -o "-k $folder -c listen_addresses='' \
          -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200" >/dev/null \
          || { cat "$folder/log" >&2; exit 1; }
        echo "$folder"
        cat >/dev/null
        """;

    private static readonly string? Binaries = FindBinaries();
    private readonly Lazy<Task<string>> _server;
    private Process? _process;
    private int _databases;

    public PostgresServer() => _server = new Lazy<Task<string>>(StartAsync);

    /// <summary>
    /// The connection string of a fresh, empty database, or a copy of <paramref name="template"/> (a database that
    /// nobody is connected to). Skips the test where there is no server.
    /// </summary>
    public async Task<string> DatabaseAsync(string? template = null)
    {
        if (Environment.GetEnvironmentVariable(Variable) is null && Binaries is null)
            LeftOut.Because("the tests on PostgreSQL",
                $"No PostgreSQL server binaries are on this machine (Debian: apt install postgresql), and {Variable} holds no connection string.");

        var server = await _server.Value;
        var name = $"hub_test_{Environment.ProcessId}_{Interlocked.Increment(ref _databases)}";
        await ExecuteAsync(server, template is null ? $"CREATE DATABASE {name}" : $"CREATE DATABASE {name} TEMPLATE {template}");
        return new NpgsqlConnectionStringBuilder(server) { Database = name, Pooling = true }.ConnectionString;
    }

    /// <summary>Drops a database that <see cref="DatabaseAsync"/> made, closing what is still connected to it.</summary>
    public async Task DropAsync(string database)
    {
        await using (var connection = new NpgsqlConnection(database))
            NpgsqlConnection.ClearPool(connection);
        await ExecuteAsync(await _server.Value,
            $"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(database).Database} WITH (FORCE)");
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is null)
            return;
        NpgsqlConnection.ClearAllPools();
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task ExecuteAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<string> StartAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { } configured)
            return configured;

        _process = Process.Start(StartInfo())!;
        // The server outlives no pipe of ours: only the script writes here.
        var errors = _process.StandardError.ReadToEndAsync();
        if (await _process.StandardOutput.ReadLineAsync() is not { } folder)
            throw new InvalidOperationException($"PostgreSQL of {Binaries} did not start: {await errors}");
        return new NpgsqlConnectionStringBuilder
        { Host = folder, Username = "hub", Database = "postgres", Pooling = false }.ConnectionString;
    }

    private static ProcessStartInfo StartInfo()
    {
        // initdb refuses root; the packages of every distribution make the user `postgres`.
        string[] shell = ["sh", "-c", Script, Binaries!];
        string[] command = Environment.UserName == "root" ? ["runuser", "-u", "postgres", "--", .. shell] : shell;
        return new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }

    private static string? FindBinaries()
    {
        if (OperatingSystem.IsWindows())
            return null;
        var packaged = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(Version).Select(folder => Path.Combine(folder, "bin"))
            : [];
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return packaged.Concat(onPath).FirstOrDefault(folder =>
            new[] { "initdb", "pg_ctl", "postgres" }.All(program => File.Exists(Path.Combine(folder, program))));

        static double Version(string folder) => double.TryParse(Path.GetFileName(folder), out var version) ? version : 0;
    }
}
