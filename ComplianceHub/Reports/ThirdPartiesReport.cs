using ComplianceHub.Compliance;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Reports.Layout;

namespace ComplianceHub.Reports;

/// <summary>Who receives personal data, under which agreements, and where it goes.</summary>
internal sealed class ThirdPartiesReport() : Report("third-parties", "Third parties and agreements",
    "For procurement and auditors: recipients with their roles, agreements with their gaps, transfers with their mechanisms.",
    "What the requirements on agreements and transfers come to", "Third parties with roles, countries and the agreements they need",
    "Agreements with validity and clause gaps", "Flows to third countries with what allows them")
{
    private static readonly string[] AtAGlance = ["GDPR-28-3", "GDPR-26", "GDPR-44", "CCPA-7051", "CCPA-7053"];

    /// <inheritdoc />
    protected override void Write(Column content, ShopSnapshot shop, string hash)
    {
        var agreementsNeeded = new AgreementsNeeded(shop);
        content.Text(Title, TextStyle.Title).Text($"{shop.Shop.Name} · {shop.LegalEntity.Name}", TextStyle.Body.Grey()).Space(10);
        content.Section("At a glance", part => Summary(part, shop)).Space(12);
        content.Section("Third parties", part => Parties(part, shop, agreementsNeeded)).Space(12);
        content.Section("Agreements", part => AgreementTable.Write(part, shop)).Space(12);
        content.Section("Transfers to third countries", part => Flows(part, shop));
    }

    private static void Summary(Column part, ShopSnapshot shop) => part.Table(table =>
    {
        table.Columns(columns => columns.Constant(28.Millimetres()).Relative(1).Constant(27.Millimetres())).Head("Outcome", "Requirement and finding", "Source");
        foreach (var requirement in AtAGlance.Select(id => Regulations.Requirement(id)!))
        {
            var verdict = requirement.Assess(shop);
            table.Row(row => row
                .Cell(ReportWords.MarkOf(verdict.Outcome), ReportWords.Word(verdict.Outcome))
                .Cell(requirement.Title, verdict.Summary)
                .Cell(cell => cell.Text(text => text.Grey(requirement.Id))));
        }
    });

    private static void Parties(Column part, ShopSnapshot shop, AgreementsNeeded agreementsNeeded)
    {
        if (shop.Vendors.Count == 0)
        {
            part.Hatched(box => box.Text("No third party is recorded."));
            return;
        }

        part.Table(table =>
        {
            table.Columns(columns => columns.Relative(4).Relative(3).Relative(3).Relative(3).Constant(54.Millimetres())).Head("Third party", "Role under the GDPR", "Role under the CCPA", "Countries", "Agreements needed");
            foreach (var vendor in shop.Vendors.OrderBy(vendor => vendor.LegalName, StringComparer.Ordinal).ThenBy(vendor => vendor.Id))
            {
                var flows = shop.DisclosuresTo(vendor).ToList();
                table.Row(row => row
                    .Cell(cell => Named(cell, vendor))
                    .Cell(Roles(flows, flow => flow.GdprRole))
                    .Cell(Roles(flows, flow => flow.CcpaRole))
                    .Cell(ReportWords.Countries(vendor.ProcessingCountries.Concat(vendor.AccessCountries).Prepend(vendor.Country ?? "").Where(code => code.Length > 0).Distinct()))
                    .Cell(cell => agreementsNeeded.Write(cell, vendor, flows)));
            }
        });
    }

    private static void Named(Column cell, Vendor vendor)
    {
        if (string.IsNullOrWhiteSpace(vendor.Service))
            cell.Text(text => text.Strong(vendor.LegalName));
        else
            cell.Text(text => text.Strong(vendor.LegalName).Line().Grey(vendor.Service));
    }

    private static string Roles<TRole>(List<Disclosure> flows, Func<Disclosure, TRole?> roleOf)
        where TRole : struct, Enum => flows.Count == 0
            ? "Receives nothing now"
            : string.Join("\n", flows.Select(flow => roleOf(flow) is { } role ? ReportWords.Word(role) : "Not decided").Distinct().Order(StringComparer.Ordinal));

    private static void Flows(Column part, ShopSnapshot shop)
    {
        if (shop.ThirdCountryFlows.Count == 0)
        {
            var verdict = Regulations.Requirement("GDPR-44")!.Assess(shop);
            if (verdict.Outcome == Outcome.NotAssessed)
                part.Hatched(box => box.Text($"No flow to a third country is recorded. {verdict.Summary}"));
            else
                part.Text(verdict.Summary);
            return;
        }

        part.Table(table =>
        {
            table.Columns(columns => columns.Relative(3).Constant(32.Millimetres()).Relative(4).Relative(3)).Head("Importer", "Country", "Mechanism", "Third party");
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
        foreach (var mechanism in flow.Transfers.Select(transfer => transfer.Mechanism).Where(mechanism => mechanism != TransferMechanism.None).Distinct())
            cell.Text(ReportWords.Mechanism(mechanism));
    }
}
