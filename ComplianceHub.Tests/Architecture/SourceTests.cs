using System.Text.RegularExpressions;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Architecture;

/// <summary>What no source file of the product says, because it would open a door or hide a bug.</summary>
public sealed class SourceTests
{
    [Theory]
    [InlineData(@"\bMarkupString\b|\bAddMarkupContent\b", "Text of a user is never markup; Blazor escapes what it renders.")]
    [InlineData(@"\bFromSqlRaw\s*[<(]", "Use the interpolated form: its values become parameters.")]
    [InlineData(@"#pragma warning disable[^/\n]*$", "A pragma carries its reason.")]
    [InlineData(@"\bNotImplementedException\b|\b(TODO|FIXME|HACK)\b", "What is not made yet is an issue, not a line.")]
    public void No_source_says(string pattern, string because) =>
        NoneSays(Repository.Sources(".cs", ".razor"), pattern, because);

    [Fact]
    public void No_page_swallows_a_bug() =>
        NoneSays(Repository.Sources(".razor", ".razor.cs"), @"\bcatch\s*(\{|\(\s*Exception\b)",
            "Bugs go to the error boundary of their section; expected refusals are values or a DomainException.");

    // The clock's banned symbols are switched off in Data/ together with those that skip the audit log.
    [Fact]
    public void Data_reads_no_clock() =>
        NoneSays([.. Repository.Sources(".cs").Where(path => path.StartsWith("ComplianceHub/Data/", StringComparison.Ordinal))],
            @"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b", "Take the time from the TimeProvider.");

    private static void NoneSays(IReadOnlyList<string> paths, string pattern, string because)
    {
        Assert.NotEmpty(paths);
        var found =
            from path in paths
            let text = Repository.Read(path)
            from match in Regex.Matches(text, pattern, RegexOptions.Multiline)
            select $"{path}:{1 + text.AsSpan(0, match.Index).Count('\n')} {match.Value.Trim()}";
        Assert.Equal([because], found.Prepend(because));
    }
}
