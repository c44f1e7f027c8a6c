using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.CommandLine;

public sealed class ImportVerbTests : IDisposable
{
    private const string Entities = "business-entities:\n  - title: Fjord Group AS\n    headquarterCountry: NO\n";
    private readonly TemporaryFolder _folder = new();

    private string Database => _folder.File("hub.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Imports_the_files_of_a_real_company_once()
    {
        string[] files = ["--entities", SharedData.PathOf("transcend", "business-entities.yml"), "--activities", SharedData.PathOf("transcend", "processing-activities.yml")];
        var first = (await ImportAsync([.. files, "--json"])).ShouldSucceed().Json;
        Assert.True(first.GetProperty("written").GetBoolean());
        Assert.Equal(3, first.GetProperty("created").EnumerateArray().Count(record => record.GetProperty("register").GetString() == "shop"));
        var log = (await Verb.RunAsync("log", "verify", "--database", Database)).Output;

        var second = (await ImportAsync([.. files, "--json"])).ShouldSucceed().Json;
        Assert.Equal((false, 0, 0), (second.GetProperty("written").GetBoolean(), second.GetProperty("created").GetArrayLength(), second.GetProperty("updated").GetArrayLength()));
        Assert.Equal(log, (await Verb.RunAsync("log", "verify", "--database", Database)).Output);
        Assert.Equal(1, (await Verb.RunAsync("readiness", "--fail-under", "1", "--database", Database)).ExitCode);
    }

    [Fact]
    public async Task A_dry_run_writes_no_record()
    {
        var verb = (await ImportAsync("--entities", File(Entities), "--dry-run")).ShouldSucceed();
        Assert.Contains("Fjord Group AS", verb.Output, StringComparison.Ordinal);
        Assert.Equal(0, await Sqlite.ScalarAsync<long>(Database, "SELECT COUNT(*) FROM LegalEntities"));
    }

    [Fact]
    public async Task Says_what_was_done_for_people()
    {
        var verb = (await ImportAsync("--entities", File(Entities))).ShouldSucceed();
        Assert.Contains("Legal entity", verb.Output, StringComparison.Ordinal);
        Assert.Equal(1, await Sqlite.ScalarAsync<long>(Database, "SELECT COUNT(*) FROM LegalEntities"));
    }

    [Theory]
    [InlineData("business-entities:\n  - tittle: x\n", "line 2"), InlineData("business-entities: [", "line"), InlineData("", "Nothing is imported")]
    public async Task A_bad_file_is_refused_with_its_line(string text, string sentence)
    {
        (await ImportAsync("--entities", File(text))).ShouldRefuse(sentence);
        Assert.Equal(0, await Sqlite.ScalarAsync<long>(Database, "SELECT COUNT(*) FROM LegalEntities"));
    }

    [Fact]
    public async Task A_bad_file_is_told_as_JSON_too()
    {
        var verb = await ImportAsync("--entities", File("business-entities:\n  - tittle: x\n"), "--json");
        Assert.Equal((2, 2), (verb.ExitCode, verb.Json.GetProperty("errors")[0].GetProperty("line").GetInt32()));
        Assert.Single(verb.Errors.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task A_missing_file_is_named_before_a_database_is_made()
    {
        (await ImportAsync("--entities", _folder.File("missing.yml"))).ShouldRefuse("There is no file");
        Assert.False(System.IO.File.Exists(Database));
    }

    [Fact]
    public async Task Some_file_must_be_named() => (await ImportAsync()).ShouldRefuse("Name the files to import");

    private Task<Verb> ImportAsync(params string[] more) => Verb.RunAsync(["import", "transcend", "--database", Database, .. more]);

    private string File(string text)
    {
        var path = _folder.File("entities.yml");
        System.IO.File.WriteAllText(path, text);
        return path;
    }
}
