using System.Text;
using System.Text.Json.Nodes;
using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using NJsonSchema;

namespace ComplianceHub.Tests.Compliance.Freezing;

/// <summary>The form of snapshots as others read it, checked by a library that knows nothing of this program.</summary>
public sealed class SnapshotSchemaTests
{
    private const string Folder = "ComplianceHub/Compliance/Freezing";

    public static TheoryData<string> Shops => ["fjord-and-fable", "olive-row", "northwind-corner"];

    [Fact]
    public void The_file_is_what_the_program_writes()
    {
        var (file, written) = ($"{Folder}/{SnapshotSchema.FileName(ShopSnapshot.SchemaNumber)}", SnapshotSchemaDocument.Write());
        if (Environment.GetEnvironmentVariable("UPDATE_SCHEMA") == "1")
            File.WriteAllText(Path.Combine(Repository.Root, file), written);
        Assert.True(Repository.Read(file) == written,
            $"{file} is not what the program writes. Where older snapshots read differently now, raise ShopSnapshot.SchemaNumber and keep this file; then, or where they do not, run this test with UPDATE_SCHEMA=1.");
    }

    [Fact]
    public void Every_number_that_was_ever_used_has_its_file()
    {
        for (var number = 1; number <= ShopSnapshot.SchemaNumber; number++)
            Assert.NotEmpty(SnapshotSchema.Of(number));
        Assert.Throws<FormatException>(() => SnapshotSchema.Of(ShopSnapshot.SchemaNumber + 1));
    }

    [Theory, MemberData(nameof(Shops))]
    public async Task The_demo_has_that_form(string slug) => Assert.Empty(await ErrorsInAsync(FrozenSnapshot.Write(DemoSnapshots.Of(slug))));

    [Fact]
    public async Task Every_kind_of_record_has_that_form()
    {
        Assert.Empty(await ErrorsInAsync(FrozenSnapshot.Write(GivenShop.CompliantShop())));
        Assert.Empty(await ErrorsInAsync(FrozenSnapshot.Write(GivenShop.CompliantShop() with { Evidence = [new EvidenceFile { FileName = "a.pdf" }] })));
    }

    // What was frozen stays readable: bytes of earlier versions of the program, as they were written then.
    [Theory, MemberData(nameof(Golden))]
    public async Task What_was_frozen_once_has_the_form_of_its_number_and_can_be_read(string name)
    {
        var frozen = await File.ReadAllBytesAsync(Path.Combine(Repository.Root, GoldenFolder, name), TestContext.Current.CancellationToken);
        Assert.Empty(await ErrorsInAsync(frozen));
        Assert.NotEmpty(FrozenSnapshot.Read(frozen).Shop.Name);
    }

    [Theory]
    [InlineData("schema")]
    [InlineData("snapshot/AsOf")]
    [InlineData("snapshot/Shop/Profile")]
    [InlineData("snapshot/Vendors/0/LegalName")]
    public async Task A_fact_that_is_missing_is_found(string path)
    {
        var frozen = Frozen();
        var parts = path.Split('/');
        ((JsonObject)At(frozen, parts[..^1])).Remove(parts[^1]);
        Assert.NotEmpty(await ErrorsInAsync(frozen));
    }

    [Theory]
    [InlineData("schema", "2")]
    [InlineData("extra", "1")]
    [InlineData("snapshot/Extra", "null")]
    [InlineData("snapshot/AsOf", "\"yesterday\"")]
    [InlineData("snapshot/Vendors", "null")]
    [InlineData("snapshot/Vendors/0/Id", "\"7\"")]
    [InlineData("snapshot/Vendors/0/DataPrivacyFramework", "\"Perhaps\"")]
    [InlineData("snapshot/Shop/Name", "null")]
    public async Task A_fact_of_another_form_is_found(string path, string json)
    {
        var frozen = Frozen();
        var parts = path.Split('/');
        ((JsonObject)At(frozen, parts[..^1]))[parts[^1]] = JsonNode.Parse(json);
        Assert.NotEmpty(await ErrorsInAsync(frozen));
    }

    private const string GoldenFolder = "ComplianceHub.Tests/Compliance/Freezing/Golden";

    public static TheoryData<string> Golden => [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, GoldenFolder), "snapshot-*.json").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    private static JsonObject Frozen() => JsonNode.Parse(FrozenSnapshot.Write(DemoSnapshots.FjordAndFable()))!.AsObject();

    private static JsonNode At(JsonNode node, string[] path) => path.Aggregate(node, (at, part) => (int.TryParse(part, out var index) ? at[index] : at[part])!);

    private static Task<IReadOnlyList<string>> ErrorsInAsync(JsonNode frozen) => ErrorsInAsync(Encoding.UTF8.GetBytes(frozen.ToJsonString()));

    private static async Task<IReadOnlyList<string>> ErrorsInAsync(byte[] frozen)
    {
        var json = Encoding.UTF8.GetString(frozen);
        var number = (int?)JsonNode.Parse(json)!["schema"] is { } stated and > 0 and <= ShopSnapshot.SchemaNumber ? stated : ShopSnapshot.SchemaNumber;
        var schema = await JsonSchema.FromJsonAsync(Encoding.UTF8.GetString(SnapshotSchema.Of(number)), TestContext.Current.CancellationToken);
        return [.. schema.Validate(json).Select(error => error.ToString())];
    }
}
