using ComplianceHub.Compliance;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Reports.Layout;

namespace ComplianceHub.Reports;

/// <summary>One activity of the record of processing with all its points; an incomplete one is printed and marked.</summary>
internal static class ActivityRecord
{
    public static void Write(Column part, ActivityEntry entry, ShopSnapshot shop)
    {
        var activity = entry.Activity;
        part.Section(activity.Name, heading => heading.Row(row => row
                .Relative(1, left => left.Text(activity.Name, TextStyle.Heading))
                .Auto(right => right.Outcome(entry.Mark, entry.State)), gap: 12).Space(3),
            body =>
            {
                foreach (var finding in entry.Missing.Where(finding => !entry.IsOfTheBusiness(finding)))
                    body.Text(text => text.Mark(ReportWords.MarkOf(finding.Severity)).Span(finding.Text), TextStyle.Note);
                if (entry.Missing.Any(entry.IsOfTheBusiness))
                    body.Text(text => text.Mark(Mark.Fail).Span("What is recorded of the business is incomplete, as the beginning of this part says."), TextStyle.Note);
                body.Table(table =>
                {
                    table.Dense().Columns(columns => columns.Constant(48.Millimetres()).Relative(1)).Head("Point", "What is recorded").Continued("Point", $"{activity.Name}, continued");
                    foreach (var (label, value) in activity.OurRole == ControllerRole.Processor ? ForOthers(activity, shop) : Own(activity, shop))
                        table.Row(label, value);
                    table.Row("Owner, last review", $"{ReportWords.Or(activity.Owner)}, {(activity.ReviewedOn is { } day ? ReportWords.Day(day) : "never reviewed")}");
                }).Space(12);
            }, entry.Key);
    }

    private static IEnumerable<(string, string)> Own(ProcessingActivity activity, ShopSnapshot shop) =>
    [
        ("(a) Our role", activity.OurRole is { } role ? ReportWords.Word(role) + Joint(activity, shop) : ReportWords.NotRecorded),
        ("(b) Purposes", ReportWords.Or(string.Join("\n", activity.Purposes.Select(purpose => Purpose(activity, purpose))))),
        ("(c) People concerned", ReportWords.List(activity.Subjects.Select(subject => ReportWords.Word(subject)))),
        ("(c) Personal data", ReportWords.List(shop.ElementsOf(activity).Select(element => element.Name).Order(StringComparer.Ordinal))),
        ("(d) Recipients", activity.StatesNoRecipients ? "None, as stated" : ReportWords.Or(string.Join("\n", shop.DisclosuresOf(activity).Select(disclosure => Recipient(disclosure, shop)).Distinct().Order(StringComparer.Ordinal)))),
        ("(e) Third countries", Transfers(activity, shop)),
        ("(f) Time limits", Retention(activity, shop)),
        ("(g) Security measures", Measures(activity, shop)),
    ];

    private static IEnumerable<(string, string)> ForOthers(ProcessingActivity activity, ShopSnapshot shop) =>
    [
        ("(a) On behalf of", ReportWords.Or(activity.OnBehalfOf)),
        ("(b) Processing", ReportWords.Or(string.Join("\n", activity.Purposes.Select(purpose => Purpose(activity, purpose)).Append(activity.Description ?? "").Where(text => text.Length > 0)))),
        ("(c) Third countries", Transfers(activity, shop)),
        ("(d) Security measures", Measures(activity, shop)),
    ];

    private static string Purpose(ProcessingActivity activity, Purpose purpose)
    {
        var text = !string.IsNullOrWhiteSpace(purpose.Text) ? purpose.Text : purpose.Kind is { } kind ? ReportWords.Word(kind) : purpose.Code;
        var bases = string.Join("; ", activity.BasesOf(purpose).Select(basis => $"Art. 6(1){ReportWords.Word(basis.Basis)}{(basis.LegalReference is { Length: > 0 } law ? $": {law}" : "")}"));
        return bases.Length == 0 ? $"{text.TrimEnd('.')} – lawful basis not recorded" : $"{text.TrimEnd('.')} – {bases}";
    }

    private static string Joint(ProcessingActivity activity, ShopSnapshot shop)
    {
        var names = shop.DisclosuresOf(activity).Where(disclosure => disclosure.GdprRole == RecipientRole.JointController)
            .Select(disclosure => shop.Vendor(disclosure.VendorId)?.DisplayName).OfType<string>().Distinct().Order(StringComparer.Ordinal);
        return string.Join(", ", names) is { Length: > 0 } with ? $" with {with}" : "";
    }

    private static string Recipient(Disclosure disclosure, ShopSnapshot shop) =>
        $"{shop.Vendor(disclosure.VendorId)?.DisplayName ?? ReportWords.NotRecorded}, {(disclosure.GdprRole is { } role ? ReportWords.Word(role).ToLowerInvariant() : "role not decided")}";

    private static string Transfers(ProcessingActivity activity, ShopSnapshot shop)
    {
        var lines = shop.DisclosuresOf(activity).SelectMany(disclosure => shop.ThirdCountryFlowsOf(disclosure)).SelectMany(reach => reach.Transfers.Count == 0
            ? (IEnumerable<string>)[$"{Country.NameOf(reach.Country)}: {reach.Vendor.DisplayName}, no transfer is recorded"]
            : reach.Transfers.Select(transfer => $"{Country.NameOf(reach.Country)}: {transfer.Importer}, {ReportWords.Mechanism(transfer.Mechanism)}{(transfer.DerogationNote is { Length: > 0 } note ? $": {note}" : "")}"));
        return string.Join("\n", lines.Distinct().Order(StringComparer.Ordinal)) is { Length: > 0 } text ? text : WithoutTransfer(activity, shop);
    }

    // "None" is said only where the registers show it.
    private static string WithoutTransfer(ProcessingActivity activity, ShopSnapshot shop)
    {
        if (!shop.IsUnderGdpr(activity))
            return "The GDPR does not govern this activity";
        var recipients = shop.DisclosuresOf(activity).Select(disclosure => shop.Vendor(disclosure.VendorId)).OfType<Vendor>().Distinct().ToList();
        if (recipients.Count == 0)
            return activity.StatesNoRecipients ? "None: no recipients, as stated" : ReportWords.NotRecorded;
        var open = recipients.Where(vendor => string.IsNullOrEmpty(vendor.Country)).Select(vendor => vendor.DisplayName).Order(StringComparer.Ordinal).ToList();
        return open.Count > 0 ? $"{ReportWords.NotRecorded}: the country of {string.Join(", ", open)}" : "None: all recorded countries of the recipients are in the EEA";
    }

    private static string Retention(ProcessingActivity activity, ShopSnapshot shop)
    {
        var rules = shop.RetentionRulesOf(activity).OrderBy(rule => rule.Name, StringComparer.Ordinal).Select(rule =>
            $"{rule.Name}: {(rule.IsIndefinite ? "kept without end" : rule.Period?.ToString() ?? ReportWords.Or(rule.Criteria))}{(rule.Trigger is { Length: > 0 } trigger ? $", from {ReportWords.Inside(trigger)}" : "")}");
        var stated = activity.RetentionAsStated is { Length: > 0 } text ? $"As the source states it, without unit: {text}" : null;
        return ReportWords.Or(string.Join("\n", rules.Append(activity.NoRetentionNote).Append(stated).Where(line => !string.IsNullOrWhiteSpace(line))));
    }

    private static string Measures(ProcessingActivity activity, ShopSnapshot shop)
    {
        var measures = shop.Measures.Where(measure => measure.Status != MeasureStatus.Planned
                && ((measure.ActivityIds.Count == 0 && measure.SystemIds.Count == 0) || measure.ActivityIds.Contains(activity.Id) || measure.SystemIds.Exists(activity.SystemIds.Contains)))
            .Select(measure => measure.Name).Order(StringComparer.Ordinal);
        return ReportWords.Or(string.Join("\n", ((string?[])[activity.MeasuresText, string.Join("; ", measures)]).Where(line => !string.IsNullOrWhiteSpace(line))));
    }
}
