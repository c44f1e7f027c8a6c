using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.CommandLine;

public sealed class DemoVerbTests(PostgresServer server) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Database => _folder.File("hub.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Loads_the_demo_group_into_a_new_database()
    {
        var verb = (await Verb.RunAsync("demo", "--database", Database)).ShouldSucceed();
        Assert.Equal("Loaded fjord-and-fable, olive-row, northwind-corner.", verb.Output.Trim());
    }

    [Fact]
    public async Task Its_people_have_roles_and_no_passwords()
    {
        await Verb.RunAsync("demo", "--database", Database);
        Assert.Equal(5, await Sqlite.ScalarAsync<long>(Database, "SELECT COUNT(*) FROM AspNetUsers WHERE PasswordHash IS NULL"));
        Assert.Equal(5, await Sqlite.ScalarAsync<long>(Database, "SELECT COUNT(DISTINCT Role) FROM Grants"));
    }

    [Fact]
    public async Task Every_evidence_file_has_its_bytes()
    {
        await Verb.RunAsync("demo", "--database", Database);
        Assert.True(await Sqlite.ScalarAsync<long>(Database, "SELECT COUNT(*) FROM EvidenceFiles") > 0);
        Assert.Equal(0, await Sqlite.ScalarAsync<long>(Database, "SELECT COUNT(*) FROM EvidenceFiles WHERE Sha256 NOT IN (SELECT Sha256 FROM EvidenceChunks)"));
    }

    [Fact]
    public async Task The_log_names_the_user_of_the_operating_system()
    {
        await Verb.RunAsync("demo", "--database", Database);
        var actors = await Sqlite.ScalarAsync<string>(Database, "SELECT group_concat(DISTINCT ActorKind || ' ' || Actor) FROM AuditLogEntries WHERE Entity <> 'Installation'");
        Assert.Equal($"OperatingSystemUser {Environment.UserName}", actors);
    }

    [Fact]
    public async Task Refuses_a_second_time_and_changes_nothing()
    {
        await Verb.RunAsync("demo", "--database", Database);
        var before = (await Verb.RunAsync("log", "verify", "--database", Database)).Output;
        (await Verb.RunAsync("demo", "--database", Database)).ShouldRefuse("The demo is loaded into an empty database only");
        Assert.Equal(before, (await Verb.RunAsync("log", "verify", "--database", Database)).Output);
    }

    [Fact]
    public async Task Refuses_where_somebody_can_sign_in()
    {
        await Sqlite.CreateHubAsync(Database);
        await Sqlite.ExecuteAsync(Database,
            "INSERT INTO AspNetUsers (Id, DisplayName, EmailConfirmed, PhoneNumberConfirmed, TwoFactorEnabled, LockoutEnabled, AccessFailedCount) VALUES ('01a2091e-18e4-79f3-8888-62da79642f47', 'Somebody', 0, 0, 0, 0, 0)");
        (await Verb.RunAsync("demo", "--database", Database)).ShouldRefuse("The demo is loaded into an empty database only");
    }

    [Fact]
    public async Task Works_on_PostgreSQL_too()
    {
        var database = await server.DatabaseAsync();
        (await Verb.RunAsync("readiness", "--json", "--database", database)).ShouldSucceed();
        (await Verb.RunAsync("demo", "--database", database)).ShouldSucceed();
        var shops = (await Verb.RunAsync("readiness", "--json", "--as-of", "2026-11-23", "--database", database)).ShouldSucceed().Json;
        Assert.Equal([49, 68], shops[0].GetProperty("regulations").EnumerateArray().Select(regulation => regulation.GetProperty("score").GetInt32()));
        Assert.DoesNotContain("broken", (await Verb.RunAsync("log", "verify", "--database", database)).ShouldSucceed().Output, StringComparison.Ordinal);
        await server.DropAsync(database);
        (await Verb.RunAsync("readiness", "--database", database)).ShouldRefuse("There is no database at PostgreSQL");
    }
}
