using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.CommandLine;

/// <summary>The audits of a running program, read beside it.</summary>
public sealed class AuditVerbTests(HubApplication hub) : IClassFixture<HubApplication>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Lists_audits_with_what_their_signatures_are_worth()
    {
        var audits = await GivenAudits.OfAsync(hub);
        var lines = (await Verb.RunAsync("audit", "list", "--database", hub.Database)).ShouldSucceed().Output.TrimEnd().Split('\n');
        Assert.StartsWith($"{audits.Draft}  Draft  Winter check  northwind-corner  GDPR, CCPA", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith($"{audits.Stale}  Signed, Stale  Annual privacy audit 2025", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith($"{audits.Current}  Signed, Current", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("northwind-corner, olive-row", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_shop_has_its_own_as_JSON()
    {
        var audits = await GivenAudits.OfAsync(hub);
        var list = (await Verb.RunAsync("audit", "list", "--shop", "olive-row", "--json", "--database", hub.Database)).ShouldSucceed().Json;
        Assert.Equal([audits.Fieldwork, audits.Current], list.EnumerateArray().Take(2).Select(audit => audit.GetProperty("id").GetGuid()));
        Assert.Equal(["Privacy audit 2026"], list.EnumerateArray().Skip(2).Select(audit => audit.GetProperty("title").GetString()));
        var signed = list[1];
        Assert.Equal(("signed", "current", "2026-10-31"), (signed.GetProperty("state").GetString(), signed.GetProperty("standing").GetString(), signed.GetProperty("periodUntil").GetString()));
        Assert.Null(list[0].GetProperty("signedAt").GetString());
    }

    [Fact]
    public async Task Refuses_a_shop_that_is_not_there() =>
        (await Verb.RunAsync("audit", "list", "--shop", "nowhere", "--database", hub.Database)).ShouldRefuse("There is no shop with the short name “nowhere”.");

    [Fact]
    public async Task An_empty_database_has_none()
    {
        var path = _folder.File("empty.db");
        await Sqlite.CreateHubAsync(path);
        Assert.Equal("No audit is recorded.", (await Verb.RunAsync("audit", "list", "--database", path)).ShouldSucceed().Output.Trim());
        Assert.Equal("[]", (await Verb.RunAsync("audit", "list", "--json", "--database", path)).ShouldSucceed().Output.Trim());
    }
}
