namespace ComplianceHub.Compliance.Gdpr;

/// <summary>The requirements of the GDPR, in the order of its articles.</summary>
public static class GdprCatalogue
{
    /// <summary>The regulation.</summary>
    public static Regulation Regulation { get; } = new("GDPR", "General Data Protection Regulation, Regulation (EU) 2016/679", Gates.Gdpr, GdprAreas.All,
    [
    ]);
}
