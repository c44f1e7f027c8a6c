using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Gdpr;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Reports.Layout;

namespace ComplianceHub.Reports;

/// <summary>The record of processing activities (Art. 30 GDPR): every activity whole, and what is missing marked.</summary>
internal sealed class RecordOfProcessingReport() : Report("record-of-processing", "Record of processing activities",
    "For the supervisory authority, Art. 30(4) GDPR: every activity with the points (a) to (g), and what is missing.",
    "The business, its data protection officer and its representative", "An overview of all activities with their state",
    "Each activity with purposes, people, data, recipients, third countries, time limits and measures", "What is processed for others, Art. 30(2)")
{
    /// <inheritdoc />
    protected override void Write(Column content, ShopSnapshot shop, string hash)
    {
        content.Text(Title, TextStyle.Title).Text($"{shop.Shop.Name} · {shop.LegalEntity.Name}", TextStyle.Body.Grey()).Space(10);
        Part(content, shop, "Art. 30(1): as controller", "GDPR-30-1", activity => activity.OurRole != ControllerRole.Processor);
        var others = Gates.ActsAsProcessor(shop);
        if (others.Applies == Answer.Yes)
            Part(content.Space(12), shop, "Art. 30(2): as processor", "GDPR-30-2", activity => activity.OurRole == ControllerRole.Processor);
        else
            content.Space(12).Section("Art. 30(2): as processor", part => ForNobody(part, others));
    }

    private static void ForNobody(Column part, Gate others)
    {
        if (others.Applies == Answer.No)
            part.Text(text => text.Mark(Mark.NotApplicable).Span(others.Fact));
        else
            part.Hatched(box => box.Text($"{ReportWords.NotRecorded}. {string.Join(" ", others.Questions)}"));
    }

    private static void Part(Column content, ShopSnapshot shop, string title, string requirement, Func<ProcessingActivity, bool> belongs)
    {
        var verdict = Regulations.Requirement(requirement)!.Assess(shop);
        List<ActivityEntry> entries = [.. shop.Activities.Where(activity => activity.Status != ActivityStatus.Retired && belongs(activity))
            .OrderBy(activity => activity.Name, StringComparer.Ordinal).ThenBy(activity => activity.Id)
            .Select((activity, i) => ActivityEntry.Of(activity, verdict, $"{requirement} {i + 1}"))];
        content.Section(title, part =>
        {
            part.Facts(48.Millimetres(), Business(shop)).Space(6).Text(text => text.Mark(ReportWords.MarkOf(verdict.Outcome)).Span(verdict.Summary));
            foreach (var finding in verdict.Findings.Where(finding => entries.TrueForAll(entry => finding.Subject.Id != entry.Activity.Id || entry.IsOfTheBusiness(finding)))
                .DistinctBy(finding => finding.Text))
                part.Text(text => text.Mark(ReportWords.MarkOf(finding.Severity)).Span(finding.Text));
            part.Space(8);
            if (entries.Count == 0)
                part.Hatched(box => box.Text("No activity is recorded."));
            else
                Overview(part, entries);
            foreach (var entry in entries)
                ActivityRecord.Write(part, entry, shop);
        });
    }

    private static void Overview(Column part, List<ActivityEntry> entries) => part.Table(table =>
    {
        table.Dense().Columns(columns => columns.Relative(3).Relative(2).Constant(38.Millimetres()).Constant(12.Millimetres(), Alignment.End)).Head("Activity", "Our role", "Record", "Page");
        foreach (var entry in entries)
            table.Row(row => row
                .Cell(cell => cell.Text(text => text.Strong(entry.Activity.Name)))
                .Cell(entry.Activity.OurRole is { } role ? ReportWords.Word(role) : ReportWords.NotRecorded)
                .Cell(entry.Mark, entry.State)
                .Cell(cell => cell.Text(text => text.PageOf(entry.Key))));
    }).Space(12);

    private static IEnumerable<(string, string)> Business(ShopSnapshot shop) =>
    [
        ("(a) Name", ReportWords.Or(shop.LegalEntity.Name)),
        ("Address", ReportWords.Or(shop.LegalEntity.Address)),
        ("Contact", ReportWords.Or(shop.LegalEntity.Contact)),
        ("Data protection officer", Holder(shop, ResponsibleRole.DataProtectionOfficer, DataProtectionOfficerDuty.Of(shop))),
        ("Representative in the Union", Holder(shop, ResponsibleRole.EuRepresentative, RepresentativeDuty.Of(shop))),
    ];

    // Where nobody holds the office, it matters whether somebody must.
    private static string Holder(ShopSnapshot shop, ResponsibleRole role, Gate duty)
    {
        var holders = shop.People.Where(person => person.Role == role && shop.Holds(person)).OrderBy(person => person.Name, StringComparer.Ordinal)
            .Select(person => string.IsNullOrWhiteSpace(person.Contact) ? person.Name : $"{person.Name}, {person.Contact}");
        if (string.Join("; ", holders) is { Length: > 0 } names)
            return names;
        return duty.Applies switch
        {
            Answer.Yes => $"{ReportWords.NotRecorded}, and required: {Without("Required: ", duty.Fact)}",
            Answer.No => $"Not required: {ReportWords.Inside(Without("No data protection officer is required: ", duty.Fact))}",
            _ => ReportWords.NotRecorded,
        };
    }

    private static string Without(string lead, string fact) => fact.StartsWith(lead, StringComparison.Ordinal) ? fact[lead.Length..] : fact;
}
