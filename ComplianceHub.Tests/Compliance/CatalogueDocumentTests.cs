using System.Text.RegularExpressions;
using ComplianceHub.Compliance;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Compliance;

public sealed partial class CatalogueDocumentTests
{
    private const string Page = "ComplianceHub/Compliance/CATALOGUE.md";

    [Fact]
    public void The_page_is_what_the_rules_say()
    {
        var written = CatalogueDocument.Write();
        if (Environment.GetEnvironmentVariable("UPDATE_CATALOGUE") == "1")
            File.WriteAllText(Path.Combine(Repository.Root, Page), written);
        Assert.True(Repository.Read(Page) == written, $"{Page} is not what the rules say. Its first lines tell how to write it again.");
    }

    [Fact]
    public void Every_article_of_Chapters_II_to_V_has_a_rule_or_a_reason()
    {
        var covered = Citations("GDPR").Concat(NotChecked.All.Select(entry => entry.Provision).Where(provision => provision.StartsWith("Art.", StringComparison.Ordinal)))
            .SelectMany(citation => Article().Matches(Recital().Replace(citation, "")).Select(match => int.Parse(match.Value)))
            .ToHashSet();
        Assert.DoesNotContain(NotChecked.ClaimedArticles, article => !covered.Contains(article));
    }

    [Fact]
    public void Every_section_of_California_has_a_rule_or_a_reason()
    {
        var covered = string.Join(" ", Citations("CCPA").Concat(NotChecked.All.Select(entry => entry.Provision)));
        Assert.DoesNotContain(NotChecked.ClaimedSections, section => !covered.Contains(section, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_reason_is_given_once()
    {
        Assert.All(NotChecked.All, entry => Assert.EndsWith(".", entry.Reason, StringComparison.Ordinal));
        Assert.Distinct(NotChecked.All.Select(entry => entry.Provision));
    }

    private static IEnumerable<string> Citations(string regulation) => Regulations.WithId(regulation)!.Requirements.Select(requirement => requirement.Citation);

    [GeneratedRegex(@"(?<![\d(.])\d{1,2}(?![\d)])")]
    private static partial Regex Article();

    [GeneratedRegex(@"recital \d+|§ \d+ \w+|Regulation \S+|Decision \S+|\d{4}/\d+")]
    private static partial Regex Recital();
}
