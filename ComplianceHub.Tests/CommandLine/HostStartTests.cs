using System.Net;
using System.Net.Sockets;
using ComplianceHub.CommandLine;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Tests.Given;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace ComplianceHub.Tests.CommandLine;

/// <summary>What keeps the web host from starting is one line on standard error and exit code 2; never a stack trace.</summary>
public sealed class HostStartTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("is not understood", "--database", "nonsense=1")]
    [InlineData("cannot be reached", "--database", "Host=127.0.0.1;Port=1;Database=hub;Username=hub")]
    [InlineData("cannot be written", "--Data:Folder=taken")]
    [InlineData("it is no database", "--database", "taken")]
    [InlineData("Account:IdleMinutes", "--Account:IdleMinutes=0")]
    [InlineData("Account:IdleMinutes", "--Account:IdleMinutes=soon")]
    [InlineData("“--databse” is no option", "--databse", "hub.db")]
    [InlineData("“--database” needs a value", "--database")]
    [InlineData("“--database” needs a value", "--database=")]
    public async Task A_start_that_cannot_be_is_refused_in_a_sentence(string because, params string[] args)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "taken"), "This is a file, no folder and no database.", TestContext.Current.CancellationToken);
        Refused(await HubCommand.RunAsync(_folder.Path, args), because);
    }

    [Theory]
    [InlineData("--database", "Data:Database", "--database", "nonsense=1")]
    [InlineData("Data:Folder", "Data:Folder", "--Data:Folder=taken")]
    public async Task The_sentence_names_the_key_to_change(string option, string key, params string[] args)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "taken"), "taken", TestContext.Current.CancellationToken);
        var refused = await HubCommand.RunAsync(_folder.Path, args);
        Assert.Contains(option, refused.Errors, StringComparison.Ordinal);
        Assert.Contains(key, refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_database_is_left_alone()
    {
        var connection = $"Data Source={Path.Combine(_folder.Path, "hub.db")};Pooling=False";
        await using (var services = new ServiceCollection().AddLogging().AddHubData(DatabaseConnection.Parse(connection, _folder.Path)).BuildServiceProvider())
            await services.GetRequiredService<HubDatabase>().MigrateAsync(TestContext.Current.CancellationToken);
        await using (var database = new SqliteConnection(connection))
        {
            await database.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = database.CreateCommand();
            command.CommandText = "INSERT INTO __EFMigrationsHistory VALUES ('29991231000000_OfTomorrow', '99.0')";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        Refused(await HubCommand.RunAsync(_folder.Path, "--database", "hub.db"), "newer version of ComplianceHub (it has 29991231000000_OfTomorrow)");
    }

    [Fact]
    public async Task The_first_start_in_Production_prints_the_link_that_creates_an_administrator()
    {
        using var program = HubCommand.Start(AppContext.BaseDirectory, _folder.Path, "--urls", "http://127.0.0.1:0", "--environment", "Production");
        _ = program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        try
        {
            var lines = new List<string>();
            while (await program.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.Contains("/Account/SetUp?secret=", StringComparison.Ordinal))
                lines.Add(line);
            Assert.False(program.HasExited, string.Join('\n', lines));
            Assert.Contains(lines, line => line.StartsWith("Nobody can sign in yet.", StringComparison.Ordinal));
        }
        finally
        {
            program.Kill(entireProcessTree: true);
            await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_busy_port_is_named()
    {
        using var busy = new TcpListener(IPAddress.Loopback, 0);
        busy.Start();
        var port = ((IPEndPoint)busy.LocalEndpoint).Port;
        Refused(await HubCommand.RunAsync(_folder.Path, "--urls", $"http://127.0.0.1:{port}", "--environment", "Production"), $"http://127.0.0.1:{port}");
    }

    // Many a machine has a variable DATABASE that belongs to something else.
    [Theory]
    [InlineData("DATABASE", false), InlineData("Data:Database", true)]
    public void A_word_of_the_environment_names_no_database_but_the_documented_key_does(string key, bool isTaken)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection([new(key, "Host=elsewhere;Database=hub")]);
        builder.AddHubData();
        using var services = builder.Services.BuildServiceProvider();
        Assert.Equal(isTaken, services.GetRequiredService<DatabaseConnection>().IsPostgres);
    }

    [Theory]
    [InlineData("--database", "hub.db"), InlineData("--database=hub.db")]
    public void The_argument_is_the_documented_key(params string[] args)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Data:Database", "other.db")]);
        settings.AddHostArguments(args);
        Assert.Equal("hub.db", settings.Build()["Data:Database"]);
    }

    [Fact]
    public void A_defect_of_the_program_is_no_refusal() => Assert.Null(StartRefusal.Of(new InvalidOperationException("Sequence contains no elements")));

    [Fact]
    public void A_refusal_behind_another_exception_is_found() =>
        Assert.Contains("cannot be reached", StartRefusal.Of(new InvalidOperationException("transient", new SocketException())), StringComparison.Ordinal);

    private static void Refused(HubCommand start, string because)
    {
        Assert.Equal(2, start.ExitCode);
        Assert.Contains(because, start.Errors, StringComparison.Ordinal);
        Assert.Single(start.Errors.TrimEnd().Split('\n'));
        Assert.DoesNotContain("   at ", start.Output + start.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", start.Output + start.Errors, StringComparison.Ordinal);
    }
}
