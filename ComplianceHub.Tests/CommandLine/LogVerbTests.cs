using System.Text.RegularExpressions;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.CommandLine;

public sealed partial class LogVerbTests : IClassFixture<DemoDatabase>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Database => _folder.File("hub.db");

    public LogVerbTests(DemoDatabase demo) => demo.CopyTo(Database);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Says_of_every_chain_that_it_is_intact()
    {
        var lines = (await VerifyAsync()).ShouldSucceed().Output.TrimEnd().Split('\n');
        Assert.Equal(["system", "group", "fjord-and-fable", "northwind-corner", "olive-row"], lines.Select(line => line.Split(':')[0]));
        Assert.All(lines, line => Assert.Matches(Intact(), line.Split(": ", 2)[1].Trim()));
    }

    [Fact]
    public async Task Says_of_one_shop_how_many_entries_and_which_head() =>
        Assert.Matches(Intact(), (await VerifyAsync("--shop", "olive-row")).ShouldSucceed().Output.Trim());

    [Fact]
    public async Task Names_the_entry_that_was_changed()
    {
        await Behind("UPDATE AuditLogEntries SET Canonical = CAST(REPLACE(CAST(Canonical AS TEXT), 'added', 'ADDED') AS BLOB) WHERE Chain = 'group' AND Sequence = 7");
        var verb = await VerifyAsync();
        Assert.Equal((3, ""), (verb.ExitCode, verb.Errors));
        Assert.Contains("group: broken at entry 7:", verb.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(7, "DELETE FROM AuditLogEntries WHERE Chain = 'group' AND Sequence = 7")]
    [InlineData(3, "DELETE FROM AuditLogEntries WHERE Chain = 'group' AND Sequence = (SELECT MAX(Sequence) FROM AuditLogEntries WHERE Chain = 'group')")]
    [InlineData(3, "DELETE FROM AuditLogHeads WHERE Chain = 'group'")]
    [InlineData(3, "UPDATE AuditLogHeads SET Sequence = Sequence - 1 WHERE Chain = 'group'")]
    [InlineData(6, "UPDATE AuditLogPayloads SET Json = '[]' WHERE EntryId = (SELECT Id FROM AuditLogEntries WHERE Chain = 'group' AND Sequence = 7)")]
    public async Task Finds_what_was_taken_away(int exitCode, string sql)
    {
        await Behind(sql);
        var verb = await VerifyAsync();
        Assert.Equal(exitCode, verb.ExitCode);
        Assert.Contains("group: broken at entry", verb.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE AuditLogEntries SET ActorKind = 'Nobody' WHERE Chain = 'group' AND Sequence = 7", "group: broken at entry 7:")]
    [InlineData("UPDATE AuditLogEntries SET At = 'never' WHERE Chain = 'group' AND Sequence = 7", "group: broken at entry 7:")]
    [InlineData("UPDATE AuditLogEntries SET Id = 'none' WHERE Chain = 'group' AND Sequence = 7", "group: broken at entry 7:")]
    [InlineData("UPDATE AuditLogHeads SET Sequence = 'many' WHERE Chain = 'group'", "group: broken at entry")]
    [InlineData("UPDATE AuditLogEntries SET Chain = 'gro\u001bup' WHERE Chain = 'group' AND Sequence = 7", "broken: rows of the log belong to no chain: gro?up")]
    [InlineData("UPDATE AuditLogHeads SET Chain = upper(Chain) WHERE Chain LIKE 'shop:%'", "broken: rows of the log belong to no chain: SHOP:")]
    public async Task A_field_that_cannot_be_read_is_a_result_and_no_crash(string sql, string expected)
    {
        await Behind(sql);
        var verb = await VerifyAsync();
        Assert.Equal((3, ""), (verb.ExitCode, verb.Errors));
        Assert.Contains(expected, verb.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("group"), InlineData("system"), InlineData("olive-row")]
    public async Task A_chain_that_was_removed_with_its_head_is_missed(string name)
    {
        var chain = name == "olive-row" ? "(SELECT 'shop:' || lower(Id) FROM Shops WHERE Slug = 'olive-row')" : $"'{name}'";
        await Behind($"DELETE FROM AuditLogHeads WHERE Chain = {chain}; DELETE FROM AuditLogEntries WHERE Chain = {chain}");
        var verb = await VerifyAsync();
        Assert.Equal(3, verb.ExitCode);
        Assert.Contains($"{name}: broken at entry 1: The whole chain is missing", verb.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Details_that_are_gone_are_counted()
    {
        await Behind("DELETE FROM AuditLogPayloads WHERE EntryId IN (SELECT Id FROM AuditLogEntries WHERE Chain = 'group' AND Sequence < 4)");
        Assert.Matches("group: intact, \\d+ entries, head [0-9a-f]{64}, details of 3 erased", (await VerifyAsync()).ShouldSucceed().Output);
    }

    [Fact]
    public async Task Names_a_trigger_that_is_there_and_refuses_nothing()
    {
        await Sqlite.ExecuteAsync(Database, "DROP TRIGGER AuditLogEntries_no_update; CREATE TRIGGER AuditLogEntries_no_update BEFORE UPDATE ON AuditLogEntries BEGIN SELECT 1; END");
        var verb = await VerifyAsync();
        Assert.Equal(3, verb.ExitCode);
        Assert.Contains("AuditLogEntries_no_update", verb.Output, StringComparison.Ordinal);
        Assert.Equal(3, (await VerifyAsync("--shop", "olive-row")).ExitCode);
    }

    [Fact]
    public async Task Finds_it_in_the_chain_of_one_shop()
    {
        await Behind("DELETE FROM AuditLogEntries WHERE Sequence = 3 AND Chain LIKE 'shop:%'");
        var verb = await VerifyAsync("--shop", "olive-row");
        Assert.Equal(7, verb.ExitCode);
        Assert.StartsWith("broken at entry 3:", verb.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_a_missing_trigger()
    {
        await Sqlite.ExecuteAsync(Database, "DROP TRIGGER AuditLogEntries_no_update");
        var verb = await VerifyAsync();
        Assert.Equal(3, verb.ExitCode);
        Assert.Contains("AuditLogEntries_no_update", verb.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_key_is_introduced_by_the_one_before_it_and_old_checkpoints_still_hold()
    {
        Assert.Matches("^key [0-9a-f]{8} signs from now on; [0-9a-f]{8} introduced it$", (await Verb.RunAsync("log", "rotate-key", "--database", Database)).ShouldSucceed().Output.Trim());
        (await Verb.RunAsync("log", "rotate-key", "--database", Database)).ShouldSucceed();
        Assert.Matches("checkpoints: intact, 2 checkpoints, root [0-9a-f]{64}", (await VerifyAsync()).ShouldSucceed().Output);
    }

    [Fact]
    public async Task An_older_copy_of_the_database_is_found()
    {
        (await Verb.RunAsync("log", "rotate-key", "--database", Database)).ShouldSucceed();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.Copy(Database, _folder.File("old.db"));
        (await Verb.RunAsync("log", "rotate-key", "--database", Database)).ShouldSucceed();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.Delete(Database + "-wal");
        File.Delete(Database + "-shm");
        File.Copy(_folder.File("old.db"), Database, overwrite: true);
        var verb = await VerifyAsync("--json");
        Assert.Equal(4, verb.ExitCode);
        Assert.False(verb.Json.GetProperty("intact").GetBoolean());
        Assert.Contains("older than its checkpoint file", verb.Json.GetProperty("faults")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_kept_elsewhere_shows_what_was_cut_off_with_its_file()
    {
        (await Verb.RunAsync("log", "rotate-key", "--database", Database)).ShouldSucceed();
        var kept = Directory.CreateDirectory(_folder.File("kept")).FullName;
        File.Copy(Directory.EnumerateFiles(_folder.Path, "checkpoints.txt", SearchOption.AllDirectories).Single(), Path.Combine(kept, "november.txt"));
        (await VerifyAsync("--anchors", kept)).ShouldSucceed();

        await Behind("DELETE FROM AuditLogCheckpointHeads; DELETE FROM AuditLogCheckpoints");
        File.Delete(Directory.EnumerateFiles(_folder.Path, "checkpoints.txt", SearchOption.AllDirectories).First(file => !file.Contains("kept", StringComparison.Ordinal)));
        var verb = await VerifyAsync("--anchors", kept);
        Assert.Equal(4, verb.ExitCode);
        Assert.Contains("broken: november.txt: checkpoint 1 was signed, and the database does not have it", verb.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, "entry \\d+ of shop:[0-9a-f-]{36} was in the log, and the database does not have it",
        "DELETE FROM AuditLogEntries WHERE Chain LIKE 'shop:%' AND Action = 'downloaded' AND Entity = 'Report'")]
    [InlineData(3, "entry \\d+ of shop:[0-9a-f-]{36} is another than the one that was in the log",
        "UPDATE AuditLogEntries SET Hash = zeroblob(32) WHERE Action = 'downloaded' AND Entity = 'Report'")]
    public async Task A_report_that_was_kept_shows_what_was_rewritten(int exitCode, string sentence, string tampering)
    {
        var kept = Directory.CreateDirectory(_folder.File("kept")).FullName;
        await File.WriteAllTextAsync(Path.Combine(kept, "notes.pdf"), "no PDF", TestContext.Current.CancellationToken);
        (await Verb.RunAsync("report", "readiness", "--shop", "olive-row", "--output", Path.Combine(kept, "olive-row.pdf"), "--database", Database)).ShouldSucceed();
        (await VerifyAsync("--anchors", kept)).ShouldSucceed();

        await Behind(tampering);
        var verb = await VerifyAsync("--anchors", kept);
        Assert.Matches($"broken: olive-row.pdf: {sentence}", verb.Output);
        Assert.Equal(exitCode, verb.ExitCode);
    }

    [Fact]
    public async Task A_database_without_its_folder_of_keys_is_not_called_broken_and_not_intact()
    {
        (await Verb.RunAsync("log", "rotate-key", "--database", Database)).ShouldSucceed();
        Directory.Delete(KeyFolder, recursive: true);
        var verb = await VerifyAsync();
        Assert.Equal(5, verb.ExitCode);
        Assert.Contains("group: intact, ", verb.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("broken", verb.Output, StringComparison.Ordinal);
        Assert.Matches("cannot be checked: 1 checkpoints fit the log, and whether they were signed cannot be judged: [0-9a-f-]{36}/keys.json is not beside the database", verb.Output);
        var json = (await VerifyAsync("--json")).Json;
        Assert.Equal((System.Text.Json.JsonValueKind.Null, 5), (json.GetProperty("intact").ValueKind, json.GetProperty("exitCode").GetInt32()));
        Assert.Equal(0, json.GetProperty("faults").GetArrayLength());
        Assert.Equal(5, (await VerifyAsync("--shop", "olive-row")).ExitCode);

        // What is wrong is still found, and called so.
        await Behind("DELETE FROM AuditLogEntries WHERE Chain = 'group' AND Sequence = 7");
        Assert.Equal(7, (await VerifyAsync()).ExitCode);
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task A_lost_key_is_followed_by_another_one_and_the_log_says_so(bool withItsFolder)
    {
        (await Verb.RunAsync("log", "rotate-key", "--database", Database)).ShouldSucceed();
        (await Verb.RunAsync("log", "rotate-key", "--lost", "--database", Database)).ShouldRefuse("it is not lost");
        if (withItsFolder)
            Directory.Delete(KeyFolder, recursive: true);
        else
            File.Delete(Directory.EnumerateFiles(KeyFolder, "*.key.pem").Single());
        (await Verb.RunAsync("log", "rotate-key", "--database", Database)).ShouldRefuse("log rotate-key --lost");

        Assert.Matches("^key [0-9a-f]{8} signs from now on as compliancehub/audit/[0-9a-f-]{36}/2, after checkpoint 1$",
            (await Verb.RunAsync("log", "rotate-key", "--lost", "--database", Database)).ShouldSucceed().Output.Trim());
        (await Verb.RunAsync("log", "rotate-key", "--database", Database)).ShouldSucceed();
        var output = (await VerifyAsync()).ShouldSucceed().Output;
        Assert.Contains("checkpoints: intact, 2 checkpoints", output, StringComparison.Ordinal);
        Assert.Equal(withItsFolder, output.Contains("note: the key that signed checkpoints 1 to 1 is lost", StringComparison.Ordinal));
        Assert.Equal(1, await Sqlite.ScalarAsync<long>(Database, "SELECT COUNT(*) FROM AuditLogEntries WHERE Chain = 'system' AND Action = 'continued' AND Entity = 'SigningKey'"));

        // Nobody can make such a key without the log.
        await Behind("UPDATE AuditLogEntries SET Action = 'changed' WHERE Action = 'continued'");
        Assert.Contains("goes on for one that is lost, and the log does not say so", (await VerifyAsync()).Output, StringComparison.Ordinal);
    }

    private string KeyFolder => Path.GetDirectoryName(Directory.EnumerateFiles(_folder.Path, "keys.json", SearchOption.AllDirectories).Single())!;

    [Fact]
    public async Task A_folder_without_a_checkpoint_is_refused() => (await VerifyAsync("--anchors", _folder.Path)).ShouldRefuse("hold no checkpoint of this installation");

    [Fact]
    public async Task A_file_whose_bytes_were_exchanged_is_found_when_files_are_asked_for()
    {
        (await VerifyAsync("--files")).ShouldSucceed();
        Assert.True(await Sqlite.ScalarAsync<long>(Database, "SELECT COUNT(*) FROM EvidenceChunks") > 0);
        await Behind("UPDATE EvidenceChunks SET Bytes = zeroblob(9) WHERE Sha256 = (SELECT MIN(Sha256) FROM EvidenceFiles)");
        (await VerifyAsync()).ShouldSucceed();
        var verb = await VerifyAsync("--files");
        Assert.Equal(6, verb.ExitCode);
        Assert.Contains("broken: the stored bytes of file", verb.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_shop_and_all_cannot_be_asked_at_once() => (await VerifyAsync("--all", "--shop", "olive-row")).ShouldRefuse("not both");

    [Fact]
    public async Task An_unknown_shop_is_refused() => (await VerifyAsync("--shop", "nowhere")).ShouldRefuse("There is no shop");

    [Fact]
    public async Task A_missing_database_is_refused() =>
        (await Verb.RunAsync("log", "verify", "--database", _folder.File("missing.db"))).ShouldRefuse("There is no database at");

    [GeneratedRegex("^intact, \\d+ entries, head [0-9a-f]{64}$")]
    private static partial Regex Intact();

    private Task<Verb> VerifyAsync(params string[] more) => Verb.RunAsync(["log", "verify", "--database", Database, .. more]);

    private Task Behind(string sql) => Sqlite.BehindAsync(Database, sql);
}
