using System.Text.Json;
using ComplianceHub.CommandLine;
using ComplianceHub.Demo.OliveRow;
using ComplianceHub.Reports.Signing;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.CommandLine;

/// <summary>What <c>report verify</c> says of a report that is not simply current: without a database, superseded, or
/// made with another log. Each test has its own copy of the demo.</summary>
public sealed class ReportVerifyVerbTests : IClassFixture<AuditedDemo>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Database => _folder.File("hub.db");

    public ReportVerifyVerbTests(AuditedDemo demo) => demo.CopyTo(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Without_a_database_a_report_is_unchanged_and_no_more_is_said()
    {
        var report = await WrittenAsync("olive-row");
        var verb = await WithoutDatabaseAsync(report);
        Assert.Equal((0, ""), (verb.ExitCode, verb.Errors));
        Assert.StartsWith("The file is as it was signed. There is no database here, so nothing else was judged:", verb.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Current", verb.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("uthentic", verb.Output, StringComparison.Ordinal);

        var json = JsonDocument.Parse((await WithoutDatabaseAsync(report, "--json")).Output).RootElement;
        Assert.True(json.GetProperty("unchanged").GetBoolean());
        Assert.All((string[])["authentic", "standing", "logHolds"], judgement => Assert.Equal(JsonValueKind.Null, json.GetProperty(judgement).ValueKind));
        Assert.Equal("that the file is unchanged, no more: there is no database", json.GetProperty("judged").GetString());
    }

    [Fact]
    public async Task Without_a_database_one_changed_byte_is_found_too()
    {
        var report = await WrittenAsync("olive-row");
        var pdf = await File.ReadAllBytesAsync(report, Ct);
        pdf[5000] ^= 1;
        await File.WriteAllBytesAsync(report, pdf, Ct);
        var verb = await WithoutDatabaseAsync(report);
        Assert.Equal((3, ""), (verb.ExitCode, verb.Errors));
        Assert.Contains("at least one byte was changed", verb.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("as it was signed", verb.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_superseded_audit_leads_to_the_one_that_took_its_place()
    {
        var report = await WrittenAsync("olive-row");
        await using (var session = await CommandSession.OpenAsync(Database, Ct))
        {
            await session.Get<DemoAudits>().RecordAsync(
                [OliveAudits.Signed with { Title = "Autumn audit 2026", FrozenAt = new(2026, 11, 9, 8, 0, 0, TimeSpan.Zero), SignedAt = new(2026, 11, 12, 10, 0, 0, TimeSpan.Zero) }], Ct);
        }
        var later = (await VerifyAsync(await WrittenAsync("olive-row"), "--json")).Json;
        var verb = await VerifyAsync(report);
        Assert.Equal((1, ""), (verb.ExitCode, verb.Errors));
        Assert.Contains($"Superseded by the audit that was signed on 12 Nov 2026, code {later.GetProperty("code").GetString()}.", verb.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Autumn", verb.Output, StringComparison.Ordinal);
        Assert.Equal("current", (await VerifyAsync(report, "--json", "--as-of", "2026-11-11")).Json.GetProperty("standing").GetString());
    }

    [Theory]
    [InlineData("UPDATE AuditLogEntries SET Hash = zeroblob(32) WHERE Chain = '{0}' AND Sequence = {1}")]
    [InlineData("DELETE FROM AuditLogEntries WHERE Chain = '{0}' AND Sequence = {1}")]
    [InlineData("DELETE FROM AuditLogCheckpoints WHERE Number = {2}")]
    public async Task A_log_that_no_longer_holds_what_the_report_proves_is_not_believed(string tampering)
    {
        var report = await WrittenAsync("olive-row");
        Assert.True((await VerifyAsync(report, "--json")).Json.GetProperty("logHolds").GetBoolean());
        var proof = LogProofFiles.In(await File.ReadAllBytesAsync(report, Ct))!;
        var head = Assert.Single(proof.Heads).Head;
        await Sqlite.BehindAsync(Database, string.Format(System.Globalization.CultureInfo.InvariantCulture, tampering, head.Chain, head.Sequence, proof.Checkpoint.Number));
        var verb = await VerifyAsync(report);
        Assert.Equal((3, ""), (verb.ExitCode, verb.Errors));
        Assert.Contains("But the audit log of this database is not the one that the report was made with: it was written anew, or an old copy was put back.", verb.Output, StringComparison.Ordinal);
        var json = (await VerifyAsync(report, "--json")).Json;
        Assert.Equal((false, false, true), (json.GetProperty("authentic").GetBoolean(), json.GetProperty("logHolds").GetBoolean(), json.GetProperty("unchanged").GetBoolean()));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Task<Verb> VerifyAsync(string file, params string[] more) => Verb.RunAsync(["report", "verify", file, "--database", Database, .. more]);

    // In a process and a folder of its own: no setting of this one names a database.
    private async Task<HubCommand> WithoutDatabaseAsync(string report, params string[] more) =>
        await HubCommand.RunAsync(Directory.CreateDirectory(_folder.File("elsewhere")).FullName, ["report", "verify", report, .. more]);

    private async Task<string> WrittenAsync(string shop)
    {
        var file = _folder.File($"{Guid.NewGuid():N}.pdf");
        (await Verb.RunAsync("report", "audit", "--shop", shop, "--output", file, "--database", Database)).ShouldSucceed();
        return file;
    }
}
