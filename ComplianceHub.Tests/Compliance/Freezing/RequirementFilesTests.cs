using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Reports;
using ComplianceHub.Reports.Layout;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Compliance.Freezing;

public sealed class RequirementFilesTests
{
    private readonly ShopSnapshot _shop = DemoSnapshots.FjordAndFable();

    [Theory]
    [InlineData("GDPR-28-1", "security-report"), InlineData("GDPR-28-2", "data-processing-agreement"), InlineData("GDPR-28-3", "data-processing-agreement")]
    [InlineData("GDPR-28-3-0", "data-processing-agreement"), InlineData("GDPR-26", "joint-controller-arrangement"), InlineData("GDPR-6-1-f", "legitimate-interests")]
    [InlineData("GDPR-46-SCC", "standard-contractual-clauses"), InlineData("GDPR-46-TIA", "transfer-impact-assessment"), InlineData("GDPR-37", "appointment")]
    [InlineData("CCPA-7051", "service-provider-terms"), InlineData("CCPA-7053", "third-party-terms")]
    public void Are_of_the_kind_that_the_requirement_rests_on(string requirement, string kind) =>
        Assert.All(Names(requirement).DefaultIfEmpty("no file"), name => Assert.Contains(kind, name, StringComparison.Ordinal));

    [Theory]
    [InlineData("GDPR-5-2"), InlineData("GDPR-5-1-e"), InlineData("GDPR-30-1"), InlineData("CCPA-ROLE")]
    public void Are_none_where_the_registers_alone_decide(string requirement) => Assert.Empty(Names(requirement));

    // What the auditor sees beside a requirement is what the report then names.
    [Fact]
    public void Are_the_same_beside_the_requirement_and_in_the_report()
    {
        var verdicts = Regulations.All.Select(regulation => FrozenReadiness.Of(global::ComplianceHub.Compliance.Readiness.Of(_shop, regulation))).ToList();
        var beside = EvidenceUse.In(_shop, verdicts);
        foreach (var result in verdicts.SelectMany(readiness => readiness.Results))
        {
            var printed = RequirementFiles.Of(result, _shop).Concat(EvidenceUse.StatementOn(result.Requirement, _shop)?.EvidenceIds ?? []);
            Assert.Equal(printed.Distinct().Order(), beside.Where(use => use.Requirements.Contains(result.Requirement)).Select(use => use.File.Id).Order());
            Assert.Subset(printed.ToHashSet(), beside.Where(use => use.Disputed.Contains(result.Requirement)).Select(use => use.File.Id).ToHashSet());
        }
        Assert.Contains(beside, use => use.Disputed.Count > 0);
    }

    [Fact]
    public void Of_records_with_a_finding_come_first() =>
        Assert.StartsWith("pickpack", Names("GDPR-28-3")[0], StringComparison.Ordinal);

    [Fact]
    public void Are_quoted_by_the_number_that_the_appendix_has()
    {
        var text = ReportCatalogue.WithName("readiness")!.Compose(_shop, PageSize.A4).ToText();
        var evidence = new EvidenceList([_shop]);
        foreach (var number in Enumerable.Range(1, evidence.Files.Count))
            Assert.Contains($"{EvidenceList.Label(number)} | {evidence.NameOf(number)} / ", text, StringComparison.Ordinal);
        Assert.Contains("Evidence: E-33 pci-saq-a-2026.txt (page {page of evidence}).", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("E-01", 1), InlineData("E-01, E-02", 1, 2), InlineData("E-01 to E-03", 3, 1, 2), InlineData("E-02, E-07 to E-09, E-12", 7, 8, 9, 2, 12)]
    public void Are_drawn_together_where_their_numbers_run(string labels, params int[] numbers) => Assert.Equal(labels, EvidenceList.Labels(numbers));

    private IReadOnlyList<string> Names(string requirement)
    {
        var result = Regulations.All.SelectMany(regulation => global::ComplianceHub.Compliance.Readiness.Of(_shop, regulation).Results).Single(result => result.Requirement.Id == requirement);
        return [.. RequirementFiles.Of(FrozenResult.Of(result), _shop).Select(id => _shop.Evidence.Single(file => file.Id == id).FileName)];
    }
}
