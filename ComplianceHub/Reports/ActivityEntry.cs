using ComplianceHub.Compliance;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Reports.Layout;

namespace ComplianceHub.Reports;

/// <summary>An activity in the record of processing, with what Art. 30 finds missing in it.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Missing">What stands against it: hard where Art. 30 asks for it, soft where it says "where possible".</param>
/// <param name="Mark">The sign of its state.</param>
/// <param name="State">Its state in words.</param>
/// <param name="Key">The name by which text quotes its page.</param>
internal sealed record ActivityEntry(ProcessingActivity Activity, IReadOnlyList<Finding> Missing, Mark Mark, string State, string Key)
{
    /// <summary>The entry of an activity by the verdict on the whole record.</summary>
    public static ActivityEntry Of(ProcessingActivity activity, Verdict verdict, string key)
    {
        List<Finding> missing = [.. verdict.Findings.Where(finding => finding.Subject.Id == activity.Id)];
        var (mark, state) = activity.Status == ActivityStatus.Draft ? (Mark.NotAssessed, "Draft")
            : verdict.Outcome is Outcome.NotApplicable or Outcome.NotAssessed ? (Mark.NotApplicable, "Not checked")
            : missing.Exists(finding => finding.Severity == FindingSeverity.Hard) ? (Mark.Fail, "Incomplete")
            : missing.Count > 0 ? (Mark.Partial, "Complete, to check") : (Mark.Pass, "Complete");
        return new(activity, missing, mark, state, key);
    }

    /// <summary>Whether a finding is about the business, which is said once for all activities.</summary>
    public bool IsOfTheBusiness(Finding finding) => finding.Record.Register is Register.LegalEntities or Register.Shop;
}
