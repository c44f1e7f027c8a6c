using System.Text;
using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Compliance.Freezing;

/// <summary>Verdicts that were frozen once, as they were written then: they stay readable, and the rules of their catalogue
/// come to them again.</summary>
public sealed class GoldenVerdictsTests
{
    private const string Folder = "ComplianceHub.Tests/Compliance/Freezing/Golden";

    public static TheoryData<string> Snapshots => ["every-kind", "olive-row"];

    public static TheoryData<string> Golden => [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, Folder), "verdicts-*.json").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Golden))]
    public void Can_be_read_and_are_the_same_bytes_when_they_are_written_again(string name)
    {
        var frozen = Read(name);
        var verdicts = FrozenReadiness.Read(frozen);
        Assert.Equal(Encoding.UTF8.GetString(frozen), Encoding.UTF8.GetString(FrozenReadiness.Write(verdicts)));
        Assert.Equal(["GDPR", "CCPA"], verdicts.Select(readiness => readiness.Regulation));
        Assert.All(verdicts, readiness => Assert.NotEmpty(readiness.Results));
    }

    [Fact]
    public void Of_Olive_Row_say_what_they_said()
    {
        var gdpr = FrozenReadiness.Read(Read("verdicts-2026.11-olive-row.json"))[0];
        Assert.Equal((100, 26), (gdpr.Points, gdpr.Results.Count));
        var record = gdpr.Results.Single(result => result.Requirement == "GDPR-30-1");
        Assert.Equal((Outcome.Pass, "Governance and records", VerdictSource.Registers), (record.Outcome, record.Area, record.Source));
    }

    [Theory, MemberData(nameof(Snapshots))]
    public void Come_out_again_while_the_catalogue_is_theirs(string name)
    {
        var file = $"verdicts-{Regulations.CatalogueVersion}-{name}.json";
        var shop = FrozenSnapshot.Read(Read($"snapshot-1-{name}.json"));
        var verdicts = FrozenReadiness.Write([.. Regulations.All.Select(regulation => FrozenReadiness.Of(global::ComplianceHub.Compliance.Readiness.Of(shop, regulation)))]);
        var path = Path.Combine(Repository.Root, Folder, file);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1" && !File.Exists(path))
            File.WriteAllBytes(path, verdicts);
        Assert.True(File.Exists(path), $"{file} is missing: run this test with UPDATE_GOLDEN=1, and keep the files of earlier catalogues.");
        Assert.True(Read(file).AsSpan().SequenceEqual(verdicts),
            $"The rules come to other verdicts than in {file}. Once a catalogue was published, raise Regulations.CatalogueVersion and keep the file; before, delete it. Then run this test with UPDATE_GOLDEN=1.");
    }

    private static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Repository.Root, Folder, name));
}
