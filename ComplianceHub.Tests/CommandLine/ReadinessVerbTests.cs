using System.Text.Json;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.CommandLine;

public sealed class ReadinessVerbTests(DemoDatabase demo) : IClassFixture<DemoDatabase>, IDisposable
{
    private const string Day = "2026-11-23";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Names_a_missing_database_and_does_not_create_it()
    {
        var path = _folder.File("missing.db");
        (await Verb.RunAsync("readiness", "--database", path)).ShouldRefuse($"There is no database at {path}");
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task An_empty_database_is_an_empty_array()
    {
        var path = await EmptyAsync();
        Assert.Equal("[]", (await Verb.RunAsync("readiness", "--json", "--database", path)).ShouldSucceed().Output.Trim());
        Assert.Equal("No shop is recorded.", (await Verb.RunAsync("readiness", "--database", path)).ShouldSucceed().Output.Trim());
    }

    [Fact]
    public async Task A_file_without_tables_is_empty_and_stays_so()
    {
        var path = _folder.File("bare.db");
        await File.WriteAllBytesAsync(path, [], TestContext.Current.CancellationToken);
        Assert.Equal("[]", (await Verb.RunAsync("readiness", "--json", "--database", path)).ShouldSucceed().Output.Trim());
        Assert.Equal(0, new FileInfo(path).Length);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused()
    {
        var path = _folder.File("notes.txt");
        await File.WriteAllTextAsync(path, new string('x', 5000), TestContext.Current.CancellationToken);
        (await Verb.RunAsync("readiness", "--database", path)).ShouldRefuse("it is no database");
    }

    [Fact]
    public async Task A_database_of_another_program_is_refused()
    {
        var path = _folder.File("other.db");
        await Sqlite.ExecuteAsync(path, "CREATE TABLE orders (id INTEGER)");
        (await Verb.RunAsync("readiness", "--database", path)).ShouldRefuse("belongs to another program");
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused()
    {
        var path = await EmptyAsync();
        await Sqlite.ExecuteAsync(path, "INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '99.0.0')");
        (await Verb.RunAsync("readiness", "--database", path)).ShouldRefuse("newer version");
    }

    [Fact]
    public async Task The_demo_as_JSON_has_the_outcomes_of_the_catalogue()
    {
        var shops = (await Verb.RunAsync("readiness", "--json", "--as-of", Day, "--database", demo.Path)).ShouldSucceed().Json;
        Assert.Equal(
            [
                "fjord-and-fable GDPR yes 49 notReady [GDPR-28-3 GDPR-44] 10/8/2/5/1", "fjord-and-fable CCPA yes 68 gaps [] 6/2/2/0/0",
                "northwind-corner GDPR yes - - [] 0/0/0/1/25", "northwind-corner CCPA unknown - - [] 0/0/0/0/10",
                "olive-row GDPR yes 98 ready [] 12/1/0/13/0", "olive-row CCPA no - - [] 0/0/0/10/0",
            ],
            shops.EnumerateArray().SelectMany(shop => shop.GetProperty("regulations").EnumerateArray().Select(regulation => Line(shop, regulation))));
        Assert.All(shops.EnumerateArray(), shop => Assert.Equal(Day, shop.GetProperty("asOf").GetString()));
    }

    [Fact]
    public async Task The_JSON_has_the_names_that_scripts_rely_on()
    {
        var shop = Assert.Single((await Verb.RunAsync("readiness", "--json", "--shop", "fjord-and-fable", "--as-of", Day, "--database", demo.Path)).ShouldSucceed().Json.EnumerateArray());
        Assert.Equal(["shop", "asOf", "catalogue", "regulations"], Names(shop));
        var regulation = shop.GetProperty("regulations")[0];
        Assert.Equal(["id", "applies", "score", "band", "cappedBy", "provisional", "counts", "requirements"], Names(regulation));
        Assert.Equal(["pass", "partial", "fail", "notApplicable", "notAssessed"], Names(regulation.GetProperty("counts")));
        var requirement = regulation.GetProperty("requirements").EnumerateArray().Single(one => one.GetProperty("id").GetString() == "GDPR-28-3");
        Assert.Equal(["id", "citation", "outcome", "severity", "pointsLost", "summary", "findings", "missingFacts"], Names(requirement));
        Assert.Equal(("fail", "blocker"), (requirement.GetProperty("outcome").GetString(), requirement.GetProperty("severity").GetString()));
        var finding = requirement.GetProperty("findings")[0];
        Assert.Equal(["record", "severity", "text", "fix"], Names(finding));
        Assert.Equal(["register", "id", "name"], Names(finding.GetProperty("record")));
        Assert.Equal("hard", finding.GetProperty("severity").GetString());
    }

    [Fact]
    public async Task The_table_has_a_line_for_each_shop_and_regulation()
    {
        var lines = (await Verb.RunAsync("readiness", "--as-of", Day, "--database", demo.Path)).ShouldSucceed().Output.TrimEnd().Split('\n');
        Assert.Equal(7, lines.Length);
        Assert.Contains("at most 49 because of GDPR-28-3, GDPR-44", lines[1], StringComparison.Ordinal);
        Assert.Contains("may apply", lines[4], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_the_registers_on_another_day()
    {
        var shop = (await Verb.RunAsync("readiness", "--json", "--shop", "olive-row", "--as-of", "2030-01-01", "--database", demo.Path)).ShouldSucceed().Json[0];
        Assert.Equal("2030-01-01", shop.GetProperty("asOf").GetString());
        Assert.True(shop.GetProperty("regulations")[0].GetProperty("score").GetInt32() < 98);
    }

    [Fact]
    public async Task An_unknown_shop_is_refused() =>
        (await Verb.RunAsync("readiness", "--shop", "nowhere", "--database", demo.Path)).ShouldRefuse("There is no shop with the short name “nowhere”.");

    [Theory]
    [InlineData("fjord-and-fable", 49, 0), InlineData("fjord-and-fable", 50, 1)]
    [InlineData("olive-row", 98, 0), InlineData("olive-row", 99, 1)]
    [InlineData("northwind-corner", 0, 1), InlineData(null, 0, 1)]
    public async Task Fails_under_the_threshold_or_without_a_score(string? shop, int points, int exitCode)
    {
        string[] which = shop is null ? [] : ["--shop", shop];
        var verb = await Verb.RunAsync(["readiness", "--as-of", Day, "--fail-under", $"{points}", "--database", demo.Path, .. which]);
        Assert.Equal((exitCode, ""), (verb.ExitCode, verb.Errors));
        Assert.NotEmpty(verb.Output);
    }

    [Fact]
    public async Task Fails_under_any_threshold_without_a_shop()
    {
        var verb = await Verb.RunAsync("readiness", "--json", "--fail-under", "0", "--database", await EmptyAsync());
        Assert.Equal((1, "[]"), (verb.ExitCode, verb.Output.Trim()));
    }

    [Theory]
    [InlineData("--as-of", "23.11.2026", "is no day"), InlineData("--as-of", "2026-02-30", "is no day")]
    [InlineData("--fail-under", "101", "is no score"), InlineData("--fail-under", "-1", "is no score"), InlineData("--fail-under", "half", "is no score")]
    [InlineData("--shops", "x", "“--shops” is not understood here")]
    public async Task Wrong_usage_is_one_sentence(string option, string value, string sentence) =>
        (await Verb.RunAsync("readiness", option, value, "--database", demo.Path)).ShouldRefuse(sentence);

    private async Task<string> EmptyAsync()
    {
        var path = _folder.File($"{Guid.NewGuid():N}.db");
        await Sqlite.CreateHubAsync(path);
        return path;
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);

    private static string Line(JsonElement shop, JsonElement regulation)
    {
        string Text(string name) => regulation.GetProperty(name) is { ValueKind: not JsonValueKind.Null } value ? value.ToString() : "-";
        var capped = string.Join(' ', regulation.GetProperty("cappedBy").EnumerateArray().Select(id => id.GetString()));
        var counts = string.Join('/', regulation.GetProperty("counts").EnumerateObject().Select(count => count.Value.GetInt32()));
        return $"{shop.GetProperty("shop").GetString()} {Text("id")} {Text("applies")} {Text("score")} {Text("band")} [{capped}] {counts}";
    }
}
