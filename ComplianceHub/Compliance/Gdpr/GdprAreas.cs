namespace ComplianceHub.Compliance.Gdpr;

/// <summary>The chapters of the GDPR as the heat map and the checklist show them.</summary>
public static class GdprAreas
{
    /// <summary>Principles and retention.</summary>
    public static readonly Area Principles = new("Principles", "Principles", "Principles and retention", "Art. 5");

    /// <summary>Lawful basis.</summary>
    public static readonly Area Lawfulness = new("Lawfulness", "Lawfulness", "Lawful basis", "Art. 6 to 9");

    /// <summary>Notices.</summary>
    public static readonly Area Notices = new("Notices", "Notices", "Notices", "Art. 13, 14");

    /// <summary>Processors and joint controllers.</summary>
    public static readonly Area Processors = new("Processors", "Processors", "Processors and joint controllers", "Art. 26, 28");

    /// <summary>Governance and records.</summary>
    public static readonly Area Records = new("Records", "Records", "Governance and records", "Art. 24 to 37");

    /// <summary>Transfers.</summary>
    public static readonly Area Transfers = new("Transfers", "Transfers", "Transfers", "Art. 44 to 49");

    /// <summary>Security.</summary>
    public static readonly Area Security = new("Security", "Security", "Security", "PCI DSS");

    /// <summary>All of them, in the order of the heat map.</summary>
    public static IReadOnlyList<Area> All { get; } = [Principles, Lawfulness, Notices, Processors, Records, Transfers, Security];
}
