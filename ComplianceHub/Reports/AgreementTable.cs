using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Law;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Reports.Layout;

namespace ComplianceHub.Reports;

/// <summary>Every agreement with its validity and what its clauses lack, by third party.</summary>
internal static class AgreementTable
{
    public static void Write(Column part, ShopSnapshot shop)
    {
        if (shop.Agreements.Count == 0)
        {
            part.Hatched(box => box.Text("No agreement is recorded."));
            return;
        }

        part.Table(table =>
        {
            table.Columns(columns => columns.Relative(3).Relative(4).Constant(40.Millimetres()).Relative(4)).Head("Third party", "Agreement", "Validity", "Clause gaps");
            foreach (var agreement in shop.Agreements.OrderBy(agreement => shop.Vendor(agreement.VendorId)?.LegalName, StringComparer.Ordinal).ThenBy(agreement => agreement.VendorId)
                .ThenBy(agreement => agreement.Kind).ThenBy(agreement => agreement.Id))
                table.Row(row => row
                    .Cell(cell => cell.Text(text => text.Strong(shop.Vendor(agreement.VendorId)?.DisplayName ?? ReportWords.NotRecorded)))
                    .Cell(cell => cell.Text(text => text.Span(agreement.Title).Line().Grey(ReportWords.Word(agreement.Kind))))
                    .Cell(cell => Validity(cell, agreement, shop))
                    .Cell(cell => Gaps(cell, agreement, shop)));
        });
    }

    private static void Validity(Column cell, Agreement agreement, ShopSnapshot shop)
    {
        var isInForce = shop.IsInForce(agreement);
        cell.Outcome(isInForce ? Mark.Pass : Mark.Fail, isInForce ? "In force" : "Not in force").Text(Period(agreement), TextStyle.Note.Grey());
        if (!agreement.Signed)
            cell.Text("Not signed", TextStyle.Note);
        if (agreement.EvidenceId is null)
            cell.Text("No file", TextStyle.Note);
    }

    private static string Period(Agreement agreement)
    {
        var first = agreement.EffectiveFrom is { } from ? $"From {ReportWords.Day(from)}" : "First day not recorded";
        return agreement.EffectiveTo is { } last ? $"{first} to {ReportWords.Day(last)}" : $"{first}, no end";
    }

    private static void Gaps(Column cell, Agreement agreement, ShopSnapshot shop)
    {
        var clauses = ClauseSets.Of(agreement.Kind).Where(clause => IsOwed(clause, agreement, shop)).ToList();
        var gaps = clauses.Select(clause => (clause, Finding: agreement.FindingOf(clause.Code))).Where(one => one.Finding != ClauseFinding.Present).ToList();
        if (gaps.Count == 0)
            cell.Text(clauses.Count == 0 ? "No clause list for this kind" : "None");
        else if (gaps.Count == clauses.Count && gaps.TrueForAll(gap => gap.Finding == ClauseFinding.NotReviewed))
            cell.Text(text => text.Mark(Mark.NotAssessed).Span($"None of the {clauses.Count} clauses is reviewed"));
        else
            foreach (var (clause, finding) in gaps)
                cell.Text(text => text.Mark(finding == ClauseFinding.Absent ? Mark.Fail : Mark.NotAssessed)
                    .Span($"{clause.Text}, {clause.Citation}: {(finding == ClauseFinding.Absent ? "absent" : "not reviewed")}"));
    }

    // Only a contractor certifies that it understands and will comply, § 1798.140(j)(1)(B).
    private static bool IsOwed(Clause clause, Agreement agreement, ShopSnapshot shop) => !clause.IsOptional
        && (clause != ClauseSets.ContractorCertification
            || (shop.Vendor(agreement.VendorId) is { } vendor && shop.DisclosuresTo(vendor).Any(disclosure => disclosure.CcpaRole == CcpaRole.Contractor)));
}
