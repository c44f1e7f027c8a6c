using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Law;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Reports.Layout;

namespace ComplianceHub.Reports;

/// <summary>Who receives personal data, under which agreements, and where it goes.</summary>
internal sealed class ThirdPartiesReport() : Report("third-parties", "Third parties and agreements",
    "For procurement and auditors: recipients with their roles, agreements with their gaps, transfers with their mechanisms.")
{
    /// <inheritdoc />
    protected override void Write(Column content, ShopSnapshot shop)
    {
        content.Text(Title, TextStyle.Title).Text($"{shop.Shop.Name} · {shop.LegalEntity.Name}", TextStyle.Body.Grey()).Space(10);
        content.Section("Third parties", part => Parties(part, shop)).Space(12);
        content.Section("Agreements", part => Agreements(part, shop)).Space(12);
        content.Section("Transfers to third countries", part => Flows(part, shop));
    }

    private static IEnumerable<Vendor> Ordered(ShopSnapshot shop) => shop.Vendors.OrderBy(vendor => vendor.LegalName, StringComparer.Ordinal).ThenBy(vendor => vendor.Id);

    private static void Parties(Column part, ShopSnapshot shop)
    {
        if (shop.Vendors.Count == 0)
        {
            part.Hatched(box => box.Text("No third party is recorded."));
            return;
        }

        part.Table(table =>
        {
            table.Columns(columns => columns.Relative(4).Relative(3).Relative(3).Relative(3)).Head("Third party", "Role under the GDPR", "Role under the CCPA", "Countries");
            foreach (var vendor in Ordered(shop))
            {
                var flows = shop.DisclosuresTo(vendor).ToList();
                table.Row(row => row
                    .Cell(vendor.LegalName, vendor.Service ?? "")
                    .Cell(Roles(flows, flow => flow.GdprRole))
                    .Cell(Roles(flows, flow => flow.CcpaRole))
                    .Cell(ReportWords.Countries(vendor.ProcessingCountries.Concat(vendor.AccessCountries).Prepend(vendor.Country ?? "").Where(code => code.Length > 0).Distinct())));
            }
        });
    }

    private static string Roles<TRole>(List<Disclosure> flows, Func<Disclosure, TRole?> roleOf)
        where TRole : struct, Enum => flows.Count == 0
            ? "Receives nothing now"
            : string.Join(", ", flows.Select(flow => roleOf(flow) is { } role ? ReportWords.Word(role) : "Not decided").Distinct().Order(StringComparer.Ordinal));

    private static void Agreements(Column part, ShopSnapshot shop)
    {
        if (shop.Agreements.Count == 0)
        {
            part.Hatched(box => box.Text("No agreement is recorded."));
            return;
        }

        part.Table(table =>
        {
            table.Columns(columns => columns.Relative(4).Relative(3).Constant(34.Millimetres()).Relative(4)).Head("Agreement", "Third party", "Validity", "Clause gaps");
            foreach (var agreement in shop.Agreements.OrderBy(agreement => shop.Vendor(agreement.VendorId)?.LegalName, StringComparer.Ordinal).ThenBy(agreement => agreement.Kind).ThenBy(agreement => agreement.Id))
                table.Row(row => row
                    .Cell(agreement.Title, ReportWords.Word(agreement.Kind))
                    .Cell(shop.Vendor(agreement.VendorId)?.DisplayName ?? ReportWords.NotRecorded)
                    .Cell(cell => Validity(cell, agreement, shop))
                    .Cell(Gaps(agreement)));
        });
    }

    private static void Validity(Column cell, Agreement agreement, ShopSnapshot shop)
    {
        var isInForce = shop.IsInForce(agreement);
        cell.Outcome(isInForce ? Mark.Pass : Mark.Fail, isInForce ? "In force" : "Not in force")
            .Text($"{ReportWords.Day(agreement.EffectiveFrom)} to {(agreement.EffectiveTo is { } last ? ReportWords.Day(last) : "no end")}", TextStyle.Note.Grey());
        if (!agreement.Signed)
            cell.Text("Not signed", TextStyle.Note);
        if (agreement.EvidenceId is null)
            cell.Text("No file", TextStyle.Note);
    }

    private static string Gaps(Agreement agreement)
    {
        var clauses = ClauseSets.Of(agreement.Kind);
        var gaps = clauses.Where(clause => !clause.IsOptional).Select(clause => (clause, Finding: agreement.FindingOf(clause.Code))).Where(one => one.Finding != ClauseFinding.Present)
            .Select(one => $"{one.clause.Text}, {one.clause.Citation}: {(one.Finding == ClauseFinding.Absent ? "absent" : "not reviewed")}");
        return clauses.Count == 0 ? "No clause list" : string.Join("\n", gaps) is { Length: > 0 } text ? text : "None";
    }

    private static void Flows(Column part, ShopSnapshot shop)
    {
        if (shop.ThirdCountryFlows.Count == 0)
        {
            part.Text("No flow to a third country is recorded.");
            return;
        }

        part.Table(table =>
        {
            table.Columns(columns => columns.Relative(3).Constant(32.Millimetres()).Relative(3).Relative(3)).Head("Importer", "Country", "Mechanism", "Third party");
            foreach (var flow in shop.ThirdCountryFlows)
                table.Row(row => row
                    .Cell(cell => cell.Text(text => text.Strong(flow.Importer)))
                    .Cell(Country.NameOf(flow.Country))
                    .Cell(cell => Mechanism(cell, flow))
                    .Cell(ReportWords.List(flow.Vendors.Select(vendor => vendor.DisplayName))));
        });
    }

    private static void Mechanism(Column cell, ThirdCountryFlow flow)
    {
        if (!flow.HasMechanism)
            cell.Outcome(Mark.Fail, flow.IsRecorded ? "No mechanism" : "No transfer recorded");
        foreach (var transfer in flow.Transfers.Where(transfer => transfer.Mechanism != TransferMechanism.None))
            cell.Text($"{ReportWords.Word(transfer.Mechanism)}{(transfer.Mechanism.Citation() is { } citation ? $", {citation}" : "")}");
    }
}
