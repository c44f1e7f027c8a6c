using System.Text.Json;
using ComplianceHub.CommandLine;
using ComplianceHub.Data;
using ComplianceHub.Demo;
using ComplianceHub.Domain;

namespace ComplianceHub.Tests.Given;

/// <summary>One run of a verb within this process: what it wrote where, and its exit code.</summary>
internal sealed record Verb(int ExitCode, string Output, string Errors)
{
    public static async Task<Verb> RunAsync(params string[] args)
    {
        await using StringWriter output = new(), errors = new();
        var exitCode = await HubCommandLine.RunAsync(args, output, errors, TestContext.Current.CancellationToken);
        return new(exitCode, output.ToString(), errors.ToString());
    }

    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    /// <summary>The result alone, and success.</summary>
    public Verb ShouldSucceed()
    {
        Assert.Equal((0, ""), (ExitCode, Errors));
        return this;
    }

    /// <summary>Exit code 2, nothing on standard output, and one line on standard error that says something.</summary>
    public void ShouldRefuse(string sentence)
    {
        Assert.Equal((2, ""), (ExitCode, Output));
        Assert.Contains(sentence, Assert.Single(Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }
}

/// <summary>A folder for SQLite files that goes away with the test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("compliancehub-verbs-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Path, recursive: true);
    }
}

/// <summary>A SQLite file with the registers of the demo group, without its audits and so without a checkpoint; loaded once, tests only read it.</summary>
public sealed class DemoDatabase : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public string Path => _folder.File("demo.db");

    /// <summary>Copies the whole database, what is still in its write-ahead log too.</summary>
    public void CopyTo(string path)
    {
        using var source = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path};Pooling=False");
        using var copy = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={path};Pooling=False");
        source.Open();
        copy.Open();
        source.BackupDatabase(copy);
    }

    public async ValueTask InitializeAsync()
    {
        await using var services = new ServiceCollection().AddLogging()
            .AddHubData(DatabaseConnection.Parse(Path, System.IO.Path.GetDirectoryName(Path)!))
            .AddSingleton<RecordDemoAudits>((_, _) => Task.CompletedTask).AddScoped<DemoLoader>().BuildServiceProvider();
        await services.GetRequiredService<HubDatabase>().MigrateAsync(TestContext.Current.CancellationToken);
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Use(Actor.OperatingSystemUser(Environment.UserName));
        await scope.ServiceProvider.GetRequiredService<DemoLoader>().LoadAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
