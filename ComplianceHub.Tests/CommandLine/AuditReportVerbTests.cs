using ComplianceHub.Tests.Given;
using ComplianceHub.Tests.Reports.Layout;
using Microsoft.Data.Sqlite;

namespace ComplianceHub.Tests.CommandLine;

/// <summary>The demo with its audits, loaded by the verb itself.</summary>
public sealed class AuditedDemo : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public string Database => _folder.File("hub.db");

    public string File(string name) => _folder.File(name);

    /// <summary>Copies the database, what is still in its write-ahead log too, and the keys beside it.</summary>
    public void CopyTo(string folder)
    {
        using (var source = new SqliteConnection($"Data Source={Database};Pooling=False"))
        using (var copy = new SqliteConnection($"Data Source={Path.Combine(folder, "hub.db")};Pooling=False"))
        {
            source.Open();
            copy.Open();
            source.BackupDatabase(copy);
        }
        foreach (var file in Directory.EnumerateDirectories(_folder.Path).SelectMany(keys => Directory.EnumerateFiles(keys, "*", SearchOption.AllDirectories)))
        {
            var to = Path.Combine(folder, Path.GetRelativePath(_folder.Path, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            System.IO.File.Copy(file, to);
        }
    }

    public async ValueTask InitializeAsync() => (await Verb.RunAsync("demo", "--database", Database)).ShouldSucceed();

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}

/// <summary>What somebody does with a report who has only the command line.</summary>
public sealed class AuditReportVerbTests(AuditedDemo demo) : IClassFixture<AuditedDemo>
{
    [Fact]
    public async Task The_latest_signed_audit_of_a_shop_is_authentic_and_current()
    {
        var file = await WrittenAsync("olive-row");
        Assert.Contains("Signature is Valid.", OutsideTool.Run("pdfsig", "poppler-utils", await File.ReadAllBytesAsync(file, Ct), "FILE"), StringComparison.Ordinal);
        var verb = await VerifyAsync(file);
        Assert.Equal((0, ""), (verb.ExitCode, verb.Errors));
        Assert.Contains("Current: the registers still say what was signed.", verb.Output, StringComparison.Ordinal);
        Assert.Contains("Privacy audit 2026, signed off 2026-06-12 09:15 UTC", verb.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_the_registers_makes_it_stale()
    {
        var verb = await VerifyAsync(await WrittenAsync("fjord-and-fable"), "--json");
        Assert.Equal(1, verb.ExitCode);
        Assert.Equal((true, "stale", true), (verb.Json.GetProperty("authentic").GetBoolean(), verb.Json.GetProperty("standing").GetString(), verb.Json.GetProperty("logHolds").GetBoolean()));
    }

    [Theory]
    [InlineData("2026-06-30", "current", 0)]
    [InlineData("2026-03-23", "not signed yet", 1)]
    public async Task It_is_judged_for_another_day(string day, string standing, int exitCode)
    {
        var verb = await VerifyAsync(await WrittenAsync("fjord-and-fable"), "--json", "--as-of", day);
        Assert.Equal((exitCode, standing), (verb.ExitCode, verb.Json.GetProperty("standing").GetString()));
    }

    [Fact]
    public async Task One_changed_byte_is_found()
    {
        var file = await WrittenAsync("olive-row");
        var pdf = await File.ReadAllBytesAsync(file, Ct);
        pdf[5000] ^= 1;
        await File.WriteAllBytesAsync(file, pdf, Ct);
        var verb = await VerifyAsync(file);
        Assert.Equal(3, verb.ExitCode);
        Assert.Contains("at least one byte was changed", verb.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_installation_does_not_know_it()
    {
        var file = await WrittenAsync("olive-row");
        await Sqlite.CreateHubAsync(demo.File("other.db"));
        var verb = await Verb.RunAsync("report", "verify", file, "--database", demo.File("other.db"));
        Assert.Equal(3, verb.ExitCode);
        Assert.Contains("not one that is known here", verb.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_identical_downloads_has_the_same_bytes() =>
        Assert.Equal(await File.ReadAllBytesAsync(await WrittenAsync("olive-row"), Ct), await File.ReadAllBytesAsync(await WrittenAsync("olive-row"), Ct));

    [Fact]
    public async Task A_shop_without_an_audit_and_a_file_that_is_missing_are_told()
    {
        (await Verb.RunAsync("report", "audit", "--shop", "northwind-corner", "--output", demo.File("no.pdf"), "--database", demo.Database)).ShouldRefuse("No signed audit covers");
        (await Verb.RunAsync("report", "audit", "--audit", Guid.Empty.ToString(), "--output", demo.File("no.pdf"), "--database", demo.Database)).ShouldRefuse("There is no signed audit");
        (await VerifyAsync(demo.File("missing.pdf"))).ShouldRefuse("There is no file");
        (await Verb.RunAsync("report", "verify", demo.Database, "--database", demo.File("nowhere.db"))).ShouldRefuse("There is no database");
        Assert.Equal(3, (await VerifyAsync(demo.Database)).ExitCode);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Task<Verb> VerifyAsync(string file, params string[] more) => Verb.RunAsync(["report", "verify", file, "--database", demo.Database, .. more]);

    private async Task<string> WrittenAsync(string shop)
    {
        var file = demo.File($"{Guid.NewGuid():N}.pdf");
        (await Verb.RunAsync("report", "audit", "--shop", shop, "--output", file, "--database", demo.Database)).ShouldSucceed();
        return file;
    }
}
