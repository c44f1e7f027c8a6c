using ComplianceHub.Compliance;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Reports.Layout;

namespace ComplianceHub.Reports;

/// <summary>Which agreements the roles of a third party ask for, and what the requirements find in them. The verdicts
/// decide, so that this report and the readiness report never disagree.</summary>
internal sealed class AgreementsNeeded(ShopSnapshot shop)
{
    private static readonly (string Word, string Requirement)[] Kinds =
    [
        ("Data processing agreement", "GDPR-28-3"), ("Joint-controller arrangement", "GDPR-26"),
        ("CCPA service-provider terms", "CCPA-7051"), ("CCPA third-party terms", "CCPA-7053"),
    ];

    private readonly (string Word, Verdict Verdict)[] _verdicts = [.. Kinds.Select(kind => (kind.Word, Regulations.Requirement(kind.Requirement)!.Assess(shop)))];

    /// <summary>Writes a line for each agreement that is needed, with what is wrong with it.</summary>
    public void Write(Column cell, Vendor vendor, IReadOnlyCollection<Disclosure> flows)
    {
        var isNeeded = false;
        foreach (var (word, verdict) in _verdicts.Where(one => one.Verdict.Population.Any(record => record.Id == vendor.Id)))
        {
            isNeeded = true;
            var findings = verdict.Findings.Where(finding => finding.Subject.Id == vendor.Id).ToList();
            cell.Outcome(findings.Count == 0 ? Mark.Pass : ReportWords.MarkOf(findings.Min(finding => finding.Severity)), word);
            foreach (var finding in findings)
                cell.Text(finding.Text, TextStyle.Note);
        }

        if (!isNeeded)
            cell.Text(flows.Any(IsUndecided) ? "Not known while a role is not decided" : "None for these roles");
    }

    private bool IsUndecided(Disclosure flow) =>
        (flow.GdprRole is null && Gates.Gdpr(shop).Applies != Answer.No) || (flow.CcpaRole is null && Gates.Ccpa(shop).Applies != Answer.No);
}
