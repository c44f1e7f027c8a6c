namespace ComplianceHub.Reports;

/// <summary>The documents that a shop can be printed as.</summary>
public static class ReportCatalogue
{
    /// <summary>All of them, in the order of the page.</summary>
    public static IReadOnlyList<Report> All { get; } = [new ReadinessReport(), new RecordOfProcessingReport(), new ThirdPartiesReport()];

    /// <summary>The report with this name; null when there is none.</summary>
    public static Report? WithName(string? name) => All.FirstOrDefault(report => report.Name == name);
}
