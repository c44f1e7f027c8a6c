using System.Xml.Linq;

namespace ComplianceHub.Tests.Architecture;

/// <summary>The first line of a public type says what it is in the domain.</summary>
public sealed class DocCommentTests
{
    private static readonly Lazy<Dictionary<string, string>> Summaries = new(() =>
        XDocument.Load(Path.ChangeExtension(Code.Product.Location, ".xml")).Descendants("member")
            .ToDictionary(member => (string)member.Attribute("name")!, member => member.Element("summary")?.Value.Trim() ?? ""));

    public static TheoryData<string> Folders =>
        [.. Code.FoldersOf("ComplianceHub").Intersect(["Domain", "Compliance", "Reports", "Exchange", "Data"])];

    [Theory, MemberData(nameof(Folders))]
    public void Every_public_type_says_what_it_is(string folder)
    {
        var types = Code.Product.GetExportedTypes().Where(type =>
            $"{type.Namespace}.".StartsWith($"ComplianceHub.{folder}.", StringComparison.Ordinal) && !$"{type.Namespace}.".Contains(".Migrations."));
        Assert.NotEmpty(types);
        Assert.Empty(types.Where(type => Summary(type).Length == 0).Select(type => type.FullName));
    }

    private static string Summary(Type type) => Summaries.Value.GetValueOrDefault($"T:{type.FullName!.Replace('+', '.')}", "");
}
