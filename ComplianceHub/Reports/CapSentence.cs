using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Freezing;

namespace ComplianceHub.Reports;

/// <summary>What holds a score back, in the words of the findings: "BPO Support (IN): no transfer mechanism is on file
/// (GDPR-44)." Records with the same defect are named together.</summary>
internal static class CapSentence
{
    private const int LongestName = 60;
    private const int MostNames = 3;
    private const int MostDefects = 2;

    /// <summary>One sentence for each defect of the requirements; the chapters have every record.</summary>
    public static string Of(IEnumerable<FrozenResult> failing) => string.Join(" ", failing.Select(Cause));

    private static string Cause(FrozenResult result)
    {
        List<IGrouping<string, FrozenFinding>> defects = [.. result.Findings.Where(finding => finding.Severity == FindingSeverity.Hard).GroupBy(finding => finding.Text)];
        if (defects.Count == 0)
            return $"{result.Summary} ({result.Requirement})";
        var said = defects.Take(MostDefects).Select(defect => $"{Names([.. defect.Select(finding => finding.Subject.Name).Distinct()])}: {ReportWords.Inside(defect.Key.TrimEnd('.'))}");
        var more = defects.Count > MostDefects ? $"; {defects.Count - MostDefects} more" : "";
        return $"{string.Join("; ", said)}{more} ({result.Requirement}).";
    }

    private static string Names(List<string> names)
    {
        var named = string.Join(", ", names.Take(MostNames).Select(name => ReportWords.Short(name, LongestName)));
        return names.Count > MostNames ? $"{named} and {names.Count - MostNames} more" : named;
    }
}
