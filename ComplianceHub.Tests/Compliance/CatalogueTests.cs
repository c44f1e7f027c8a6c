using System.Reflection;
using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Shapes;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Compliance;

/// <summary>What holds for every requirement, today's and tomorrow's.</summary>
public sealed class CatalogueTests
{
    private static IReadOnlyList<Requirement> Listed { get; } = [.. Regulations.All.SelectMany(regulation => regulation.Requirements)];

    public static TheoryData<string> Ids => [.. Listed.Select(requirement => requirement.Id)];

    [Fact]
    public void Every_rule_is_listed_once()
    {
        var written = typeof(Requirement).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Requirement)) && !type.IsAbstract);
        Assert.Equal(written.Select(type => type.FullName).Order(StringComparer.Ordinal), Listed.Select(requirement => requirement.GetType().FullName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Ids_are_unique() => Assert.Distinct(Listed.Select(requirement => requirement.Id));

    [Fact]
    public void Titles_are_unique() => Assert.Distinct(Listed.Select(requirement => requirement.Title));

    [Theory, MemberData(nameof(Ids))]
    public void A_rule_stands_in_a_chapter_of_its_regulation(string id) =>
        Assert.Contains(RuleOf(id).Area, Regulations.All.Single(regulation => regulation.Requirements.Contains(RuleOf(id))).Areas);

    [Theory, MemberData(nameof(Ids))]
    public void A_rule_says_what_the_law_asks_and_what_to_do(string id)
    {
        var rule = RuleOf(id);
        Assert.All([rule.Duty, rule.Guidance], sentence => Assert.Matches(@"^\p{Lu}.*\.$", sentence));
        Assert.All([rule.Citation, rule.Title, rule.EvidenceWanted], Assert.NotEmpty);
        Assert.False(rule.Title.EndsWith('.'), "A title is no sentence with a full stop.");
    }

    [Theory, MemberData(nameof(Ids))]
    public void A_person_is_asked_where_a_person_answers(string id)
    {
        Assert.True(RuleOf(id) is not AttestedRequirement || RuleOf(id).Question is not null);
        Assert.True(RuleOf(id).Question is null || RuleOf(id).ValidMonths is > 0, "An answer lapses.");
    }

    [Theory, MemberData(nameof(Ids))]
    public void What_weighs_nothing_never_passes(string id) =>
        Assert.Equal(RuleOf(id) is InformationRequirement, RuleOf(id).Severity == Severity.Information);

    [Theory, MemberData(nameof(Ids))]
    public void A_rule_has_tests(string id)
    {
        var tests = Assembly.GetExecutingAssembly().GetTypes().SingleOrDefault(type => type.Name == $"{RuleOf(id).GetType().Name}Tests");
        Assert.True(tests is not null, $"Write {RuleOf(id).GetType().Name}Tests.");
        Assert.Equal(RuleOf(id).GetType().Namespace!.Replace("ComplianceHub.", "ComplianceHub.Tests."), tests.Namespace);
    }

    [Theory, MemberData(nameof(Ids))]
    public void The_compliant_shop_passes_or_is_exempt(string id)
    {
        var verdict = RuleOf(id).Assess(GivenShop.CompliantShop());
        Assert.True(verdict.Outcome is Outcome.Pass or Outcome.NotApplicable,
            $"{verdict.Outcome}: {verdict.Summary} {string.Join(" | ", verdict.Findings.Select(finding => $"{finding.Record.Name}: {finding.Text}"))}");
    }

    [Theory, MemberData(nameof(Ids))]
    public void No_data_is_never_green(string id) =>
        Assert.All([GivenShop.EmptyShop(), GivenShop.UnknownShop()], shop => Assert.NotInRange(RuleOf(id).Assess(shop).Outcome, Outcome.Pass, Outcome.Partial));

    [Theory, MemberData(nameof(Ids))]
    public void What_is_not_known_is_a_question(string id)
    {
        var verdict = RuleOf(id).Assess(GivenShop.UnknownShop()).ShouldBe(Outcome.NotAssessed);
        Assert.NotEmpty(verdict.MissingFacts);
        Assert.Empty(verdict.Findings);
    }

    [Theory, MemberData(nameof(Ids))]
    public void A_verdict_explains_itself(string id)
    {
        foreach (var shop in Shops())
        {
            var verdict = RuleOf(id).Assess(shop);
            Assert.NotEmpty(verdict.Summary);
            Assert.InRange(verdict.Value, 0m, 1m);
            Assert.InRange(verdict.Met, 0, verdict.Checked);
            Assert.Equal(verdict.Outcome == Outcome.NotAssessed, verdict.MissingFacts.Count > 0);
            Assert.True(verdict.Outcome is not (Outcome.Fail or Outcome.Partial) || verdict.Findings.Count > 0, $"{verdict.Outcome} without a finding.");
            Assert.True(verdict.Outcome != Outcome.Pass || verdict.Findings.Count == 0, "A pass with a finding.");
        }
    }

    internal static IEnumerable<ShopSnapshot> Shops() =>
        [GivenShop.CompliantShop(), GivenShop.EmptyShop(), GivenShop.UnknownShop(), DemoSnapshots.FjordAndFable(), DemoSnapshots.OliveRow(), DemoSnapshots.NorthwindCorner()];

    private static Requirement RuleOf(string id) => Listed.First(requirement => requirement.Id == id);
}
