using System.Text;

namespace ComplianceHub.Compliance;

/// <summary>The requirements as a page to read: <c>CATALOGUE.md</c>, written from the rules and never by hand.</summary>
public static class CatalogueDocument
{
    /// <summary>The page in Markdown. The same rules give the same page, whatever the machine.</summary>
    public static string Write()
    {
        var page = new StringBuilder();
        Line(page, "# Requirements");
        Line(page, $"Catalogue {Regulations.CatalogueVersion}. Written from the rules; do not edit. After a change of a rule:");
        Line(page, "`UPDATE_CATALOGUE=1 dotnet run --project ComplianceHub.Tests -- --filter-class \"*CatalogueDocumentTests\"`.");
        Line(page, "");
        Line(page, "A pass means that the registers show it, not that a court would agree: the words are ours, the citations lead to the law.");
        foreach (var regulation in Regulations.All)
            Write(regulation, page);
        WriteNotChecked(page);
        return page.ToString();
    }

    private static void Write(Regulation regulation, StringBuilder page)
    {
        Line(page, "");
        Line(page, $"## {regulation.Name} ({regulation.Requirements.Count} requirements)");
        foreach (var requirement in regulation.Requirements)
        {
            Line(page, "");
            Line(page, $"### {requirement.Id} · {requirement.Title}");
            Line(page, $"{requirement.Citation} · {requirement.Area.Title} · {Weight(requirement)} · {NameOf(requirement.Kind)}{Fine(requirement)}");
            Line(page, "");
            Line(page, $"- Duty: {requirement.Duty}");
            if (requirement.Question is { } question)
                Line(page, $"- Question: {question}");
            Line(page, $"- When it does not pass: {requirement.Guidance}");
            Line(page, $"- Evidence: {requirement.EvidenceWanted}{Validity(requirement)}");
        }
    }

    private static void WriteNotChecked(StringBuilder page)
    {
        Line(page, "");
        Line(page, "## Not checked");
        Line(page, "What these laws ask besides, and why no rule reads it.");
        Line(page, "");
        Line(page, "| Provision | Subject | Why |");
        Line(page, "|---|---|---|");
        foreach (var entry in NotChecked.All)
            Line(page, $"| {entry.Provision} | {entry.Subject} | {entry.Reason} |");
    }

    private static string Weight(Requirement requirement) => $"{requirement.Severity}, weight {requirement.Severity.Weight()}";

    private static string Fine(Requirement requirement) => requirement.FineProvision is { } provision ? $" · fined under {provision}" : "";

    private static string Validity(Requirement requirement) => requirement.ValidMonths is { } months ? $"; valid {months} months" : "";

    private static string NameOf(RequirementKind kind) => kind switch
    {
        RequirementKind.Graded => "graded",
        RequirementKind.AllOrFail => "all or fail",
        RequirementKind.Presence => "presence",
        RequirementKind.Attested => "attested",
        RequirementKind.Mixed => "checked and attested",
        _ => "information",
    };

    // Always a line feed: the page is compared byte by byte, also on Windows.
    private static void Line(StringBuilder page, string text) => page.Append(text).Append('\n');
}
