using ComplianceHub.Compliance;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Reports.Layout;

namespace ComplianceHub.Reports;

/// <summary>The record of processing activities (Art. 30 GDPR): every activity whole, and what is missing marked.</summary>
internal sealed class RecordOfProcessingReport() : Report("record-of-processing", "Record of processing activities",
    "For the supervisory authority, Art. 30(4) GDPR: every activity with the points (a) to (g), and what is missing.")
{
    /// <inheritdoc />
    protected override void Write(Column content, ShopSnapshot shop)
    {
        content.Text(Title, TextStyle.Title).Text($"{shop.Shop.Name} · {shop.LegalEntity.Name}", TextStyle.Body.Grey()).Space(10);
        Part(content, shop, "Art. 30(1): as controller", "GDPR-30-1", activity => activity.OurRole != ControllerRole.Processor);
        if (Gates.ActsAsProcessor(shop).Applies == Domain.Answer.Yes)
        {
            content.Space(12);
            Part(content, shop, "Art. 30(2): as processor", "GDPR-30-2", activity => activity.OurRole == ControllerRole.Processor);
        }
    }

    private static void Part(Column content, ShopSnapshot shop, string title, string requirement, Func<ProcessingActivity, bool> belongs)
    {
        List<ProcessingActivity> activities = [.. shop.Activities.Where(activity => activity.Status != ActivityStatus.Retired && belongs(activity))
            .OrderBy(activity => activity.Name, StringComparer.Ordinal).ThenBy(activity => activity.Id)];
        var verdict = Regulations.Requirement(requirement)!.Assess(shop);
        content.Section(title, part =>
        {
            part.Facts(48.Millimetres(), Business(shop)).Space(6).Text(text => text.Mark(ReportWords.MarkOf(verdict.Outcome)).Span(verdict.Summary)).Space(8);
            if (activities.Count == 0)
                part.Hatched(box => box.Text("No activity is recorded."));
            foreach (var activity in activities)
                ActivityRecord.Write(part, activity, shop, [.. verdict.Findings.Where(finding => finding.Subject.Id == activity.Id)]);
        });
    }

    private static IEnumerable<(string, string)> Business(ShopSnapshot shop)
    {
        yield return ("(a) Name", shop.LegalEntity.Name);
        yield return ("Address", ReportWords.Or(shop.LegalEntity.Address));
        yield return ("Contact", ReportWords.Or(shop.LegalEntity.Contact));
        foreach (var role in (ResponsibleRole[])[ResponsibleRole.DataProtectionOfficer, ResponsibleRole.EuRepresentative])
        {
            var holders = shop.People.Where(person => person.Role == role && shop.Holds(person)).OrderBy(person => person.Name, StringComparer.Ordinal)
                .Select(person => string.IsNullOrWhiteSpace(person.Contact) ? person.Name : $"{person.Name}, {person.Contact}");
            yield return (ReportWords.Word(role), string.Join("; ", holders) is { Length: > 0 } names ? names : "None recorded");
        }
    }
}
