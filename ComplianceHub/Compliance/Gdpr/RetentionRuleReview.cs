using ComplianceHub.Compliance.Law;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>What is wrong with a retention rule in itself (catalogue, GDPR-5-1-e).</summary>
internal static class RetentionRuleReview
{
    private const int FreshMonths = 12;
    private const int JobDays = 35;

    /// <summary>Whether the rule says how long or by which criteria, from when, and why.</summary>
    public static bool IsWhole(RetentionRule rule) => Lacks(rule).Length == 0;

    /// <summary>What the rule leaves out, in words.</summary>
    public static string Missing(RetentionRule rule) => string.Join(", no ", Lacks(rule));

    /// <summary>What is wrong with a rule that covers a datum.</summary>
    public static IEnumerable<Defect> Inspect(RetentionRule rule, DataElement element, ShopSnapshot shop)
    {
        if (rule is { IsIndefinite: true, IsSuppressionList: false })
            yield return Hard("indefinite", $"The rule keeps data without end. Only a minimal suppression list may be kept so (Art. 21(3)).");
        if (element.IsForbiddenAfterAuthorisation && rule.Period is not { IsNever: true })
            yield return Hard("forbidden", $"The rule keeps “{element.Name}”, which must never be stored after authorisation.");
        if (rule is { Period: null, IsIndefinite: false } && IsSaid(rule.Criteria))
            yield return Soft("criteria-only", $"The rule names criteria only. Name a period if one is possible.");
        if (rule is { Disposal: null, IsIndefinite: false, Period: not { IsNever: true } })
            yield return Soft("no-disposal", $"It is not recorded what happens at the end: erase, anonymise or archive.");
        foreach (var defect in Job(rule, shop))
            yield return defect;
        if (rule.ReviewedOn is not { } reviewed)
            yield return Soft("never-reviewed", $"The rule was never reviewed.") with { Repair = "review" };
        else if (shop.IsOlderThan(reviewed, FreshMonths))
            yield return Soft("stale", $"The rule was last reviewed on {reviewed:d MMM yyyy}, more than 12 months ago.") with { Repair = "review" };
        if (rule is { Class: { } kind, Period: { } period } && !IsSaid(rule.Justification)
            && RetentionReferences.Longest(kind) is { } longest && period.ApproximateDays > longest.Period.ApproximateDays)
            yield return Soft("longer-than-known", $"{period} is longer than the longest known period, {longest.Period} ({longest.Source}). Justify it.");
    }

    // While a reason holds disposal back, the job rightly stands still.
    private static IEnumerable<Defect> Job(RetentionRule rule, ShopSnapshot shop)
    {
        if (!rule.IsAutomated || IsSaid(rule.HoldReason))
            yield break;
        if (rule.LastRunOn is not { } run)
            yield return Soft("job-never-ran", $"The disposal job has never run.");
        else if (shop.IsOlderThanDays(run, JobDays))
            yield return Soft("job-late", $"The disposal job has not run since {run:d MMM yyyy}.");
        if (rule.LastRunSucceeded == Answer.No)
            yield return Soft("job-failed", $"The last run of the disposal job failed.");
    }

    private static string[] Lacks(RetentionRule rule) =>
    [
        .. If(rule.Period is null && !IsSaid(rule.Criteria) && !rule.IsIndefinite, "period or criteria"),
        .. If(!IsSaid(rule.Trigger) && rule.Period is not { IsNever: true }, "event from which it counts"),
        .. If(!IsSaid(rule.LegalSource) && !IsSaid(rule.Justification), "legal source or justification"),
    ];

    private static IEnumerable<string> If(bool missing, string name) => missing ? [name] : [];

    private static bool IsSaid(string? text) => !string.IsNullOrWhiteSpace(text);

    private static Defect Hard(string key, FormattableString sentence) => new(FindingSeverity.Hard, key, sentence);

    private static Defect Soft(string key, FormattableString sentence) => new(FindingSeverity.Soft, key, sentence);
}
