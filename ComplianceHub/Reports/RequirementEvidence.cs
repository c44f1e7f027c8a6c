using ComplianceHub.Compliance;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Reports.Layout;

namespace ComplianceHub.Reports;

/// <summary>What supports an outcome: the files behind the records that were looked at, and what a person stated.</summary>
internal static class RequirementEvidence
{
    public static void Write(Column column, RequirementResult result, ShopSnapshot shop)
    {
        var stated = shop.Attestations.Where(attestation => attestation.RequirementId == result.Requirement.Id && attestation.StatedOn <= shop.AsOf)
            .OrderBy(attestation => attestation.StatedOn).ThenBy(attestation => attestation.Id).LastOrDefault();
        var records = result.Verdict.Population.Select(record => record.Id).Concat(result.Verdict.Findings.Select(finding => finding.Record.Id)).ToHashSet();
        var files = FilesOf(records, shop).Concat(stated?.EvidenceIds ?? []).ToHashSet();
        var names = shop.Evidence.Where(file => files.Contains(file.Id)).Select(file => file.FileName).Order(StringComparer.Ordinal).ToList();
        if (names.Count > 0)
            column.Space(2).Text(text => text.Strong("Evidence: ").Span(string.Join(", ", names)), TextStyle.Note);
        if (stated is not null)
            column.Space(3).LeftRule(Ink.Stated, rule => Statement(rule, result.Requirement, stated));
    }

    private static void Statement(Column rule, Requirement requirement, Attestation stated)
    {
        rule.Text(text => text.Strong($"{requirement.Question ?? requirement.Title} {ReportWords.Word(stated.Answer)}."), TextStyle.Note)
            .Text($"{stated.StatedBy}, {ReportWords.Day(stated.StatedOn)}, valid until {ReportWords.Day(stated.ValidUntil)}.", TextStyle.Note);
        if (!string.IsNullOrWhiteSpace(stated.Note))
            rule.Text(stated.Note, TextStyle.Note);
    }

    private static IEnumerable<Guid> FilesOf(HashSet<Guid> records, ShopSnapshot shop) =>
    [
        .. shop.Agreements.Where(agreement => records.Contains(agreement.Id) || records.Contains(agreement.VendorId)).Select(agreement => agreement.EvidenceId).OfType<Guid>(),
        .. shop.Vendors.Where(vendor => records.Contains(vendor.Id)).SelectMany(vendor => vendor.DueDiligence.EvidenceIds),
        .. shop.People.Where(person => records.Contains(person.Id)).Select(person => person.MandateEvidenceId).OfType<Guid>(),
        .. shop.Measures.Where(measure => records.Contains(measure.Id)).SelectMany(measure => measure.EvidenceIds),
    ];
}
