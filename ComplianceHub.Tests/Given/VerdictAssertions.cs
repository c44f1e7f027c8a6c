using ComplianceHub.Compliance;

namespace ComplianceHub.Tests.Given;

/// <summary>What a test says about a verdict.</summary>
internal static class VerdictAssertions
{
    /// <summary>The outcome, and the findings by record and sentence, in any order.</summary>
    public static Verdict ShouldFind(this Verdict verdict, Outcome outcome, params (string Record, string Text)[] findings)
    {
        Assert.Equal(
            findings.Select(finding => $"{finding.Record}: {finding.Text}").Order(StringComparer.Ordinal),
            verdict.Findings.Select(finding => $"{finding.Record.Name}: {finding.Text}").Order(StringComparer.Ordinal));
        Assert.Equal(outcome, verdict.Outcome);
        return verdict;
    }

    /// <summary>The outcome, whatever the findings.</summary>
    public static Verdict ShouldBe(this Verdict verdict, Outcome outcome)
    {
        Assert.True(outcome == verdict.Outcome, $"Expected {outcome}, was {verdict.Outcome}: {verdict.Summary} {string.Join(" | ", verdict.Findings.Select(finding => $"{finding.Record.Name}: {finding.Text}"))}");
        return verdict;
    }

    /// <summary>A question, with no finding that pretends to know.</summary>
    public static Verdict ShouldAsk(this Verdict verdict, string question)
    {
        verdict.ShouldBe(Outcome.NotAssessed);
        Assert.Contains(verdict.MissingFacts, fact => fact.Contains(question, StringComparison.Ordinal));
        return verdict;
    }
}
