using ComplianceHub.Domain;

namespace ComplianceHub.Compliance;

/// <summary>How much work a repair usually is.</summary>
public enum Effort
{
    /// <summary>Minutes to an hour.</summary>
    Small,

    /// <summary>A day or so, or somebody else's help.</summary>
    Medium,

    /// <summary>Weeks.</summary>
    Large,
}

/// <summary>
/// One requirement of the law as a rule over a shop's registers. Pure: it knows no database, no screen and no clock.
/// </summary>
/// <param name="id">Stable id, for example GDPR-28-3; never used again for another rule.</param>
/// <param name="citation">The article or section.</param>
/// <param name="title">What is true when it passes.</param>
/// <param name="severity">Its weight in the score.</param>
public abstract class Requirement(string id, string citation, string title, Severity severity)
{
    /// <summary>Stable id, for example GDPR-28-3.</summary>
    public string Id { get; } = id;

    /// <summary>The article or section.</summary>
    public string Citation { get; } = citation;

    /// <summary>What is true when it passes.</summary>
    public string Title { get; } = title;

    /// <summary>Its weight in the score; Information has none.</summary>
    public Severity Severity { get; } = severity;

    /// <summary>How it comes to its outcome.</summary>
    public abstract RequirementKind Kind { get; }

    /// <summary>The chapter it belongs to.</summary>
    public abstract Area Area { get; }

    /// <summary>What the law asks, in our own words.</summary>
    public abstract string Duty { get; }

    /// <summary>What to do when it does not pass.</summary>
    public abstract string Guidance { get; }

    /// <summary>The evidence that is wanted, for example "signed agreement and clause review".</summary>
    public abstract string EvidenceWanted { get; }

    /// <summary>Months until evidence or an answer lapses; null when the registers prove it day by day.</summary>
    public virtual int? ValidMonths => null;

    /// <summary>The provision under which a breach is fined; null when none is.</summary>
    public virtual string? FineProvision => null;

    /// <summary>The question that a person answers; null when the registers answer alone.</summary>
    public virtual string? Question => null;

    /// <summary>How much work the repair usually is.</summary>
    public virtual Effort Effort => Effort.Small;

    /// <summary>What the requirement comes to. Never throws for what a register may hold.</summary>
    public Verdict Assess(ShopSnapshot shop)
    {
        var gate = When(shop);
        return gate.Applies switch
        {
            Answer.No => Verdict.NotApplicable(gate.Fact),
            Answer.Unknown => Verdict.NotAssessed(gate.Questions),
            _ => Evaluate(shop),
        };
    }

    /// <summary>The repair as a headline, for the list of fixes: an imperative with the records' names.</summary>
    public virtual string FixTitle(Verdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        var imperative = FirstSentence(Guidance);
        return NamesIn(verdict) is { Length: > 0 } names ? $"{imperative}: {names}" : imperative;
    }

    // The point of "Art. 9" ends no sentence.
    private static string FirstSentence(string text)
    {
        var end = text.IndexOf(". ", StringComparison.Ordinal);
        while (end > 0 && text[..end].EndsWith("Art", StringComparison.Ordinal))
            end = text.IndexOf(". ", end + 1, StringComparison.Ordinal);
        return end > 0 ? text[..end] : text.TrimEnd('.');
    }

    /// <summary>What the findings are about, worst first, at most three by name; empty without findings.</summary>
    protected static string NamesIn(Verdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        var names = SubjectsOf(verdict);
        return names.Count <= 3 ? string.Join(", ", names) : $"{string.Join(", ", names.Take(3))} and {names.Count - 3} more";
    }

    /// <summary>The names of what the findings are about, worst first, each once.</summary>
    protected static IReadOnlyList<string> SubjectsOf(Verdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return [.. verdict.Findings.OrderBy(finding => finding.Severity).Select(finding => finding.Subject.Name).Distinct()];
    }

    /// <summary>Whether it applies to the shop at all; by default with the GDPR.</summary>
    protected virtual Gate When(ShopSnapshot shop) => Gates.Gdpr(shop);

    /// <summary>What it comes to where it applies.</summary>
    protected abstract Verdict Evaluate(ShopSnapshot shop);

    /// <summary>A legal duty is not met.</summary>
    protected static Defect Hard(string key, FormattableString sentence) => new(FindingSeverity.Hard, key, sentence);

    /// <summary>Something is stale, unverified or below our policy.</summary>
    protected static Defect Soft(string key, FormattableString sentence) => new(FindingSeverity.Soft, key, sentence);
}
