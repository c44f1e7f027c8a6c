using System.Text.Json;
using ComplianceHub.CommandLine;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.CommandLine;

public sealed class HubCommandLineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true, "readiness"), InlineData(true, "nonsense"), InlineData(true, "--help"), InlineData(true, "--database", "hub.db", "demo"), InlineData(true, "--database=hub.db", "demo")]
    [InlineData(false), InlineData(false, "--urls", "http://localhost:5000"), InlineData(false, "--database", "hub.db"), InlineData(false, "--database=hub.db"), InlineData(false, "--database", "hub.db", "--urls", "http://localhost:5000")]
    public void Takes_what_names_a_verb_and_leaves_options_to_the_web_host(bool takes, params string[] args) => Assert.Equal(takes, HubCommandLine.Takes(args));

    [Theory]
    [InlineData("nonsense", "“nonsense” is not understood here: give one of readiness"), InlineData("log", "The verb is missing: give one of verify, rotate-key"), InlineData("import", "The verb is missing: give one of transcend")]
    public async Task Wrong_usage_is_one_sentence(string verb, string sentence) => (await Verb.RunAsync(verb)).ShouldRefuse(sentence);

    [Fact]
    public async Task The_program_keeps_the_streams_apart()
    {
        var demo = await HubCommand.RunAsync(_folder.Path, "demo", "--database", "hub.db");
        Assert.Equal((0, "Loaded fjord-and-fable, olive-row, northwind-corner.", ""), (demo.ExitCode, demo.Output.Trim(), demo.Errors));

        var readiness = await HubCommand.RunAsync(_folder.Path, "readiness", "--json", "--as-of", "2026-11-23", "--database", "hub.db");
        Assert.Equal((0, ""), (readiness.ExitCode, readiness.Errors));
        Assert.Equal(3, JsonDocument.Parse(readiness.Output).RootElement.GetArrayLength());

        var missing = await HubCommand.RunAsync(_folder.Path, "readiness", "--database", "missing.db");
        Assert.Equal((2, ""), (missing.ExitCode, missing.Output));
        Assert.Contains($"There is no database at {Path.Combine(_folder.Path, "missing.db")}", missing.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_database_named_it_is_the_one_of_the_settings_beside_the_caller()
    {
        var readiness = await HubCommand.RunAsync(_folder.Path, "readiness");
        Assert.Contains(Path.Combine(_folder.Path, "data", "compliancehub.db"), readiness.Errors, StringComparison.Ordinal);
    }
}
